import type { ScheduleCadence } from '@readout/api-contract';
import type { Catalog, NewScheduleRun, Publication, Schedule } from '@readout/catalog';
import { comeBetween } from './due.ts';

const HOUR_MS = 3_600_000;
/** What settled longer ago was not missed: it was written down late, as the issues of an import are. */
const LATEST_MS = 7 * 24 * HOUR_MS;
/** Before the id of an issue, in the key of a run. */
const ISSUE_KEY = 'issue ';

export type Due = Omit<NewScheduleRun, 'startedAt' | 'holder' | 'heldUntil'>;

/**
 * What of a schedule is due and has not been begun. Of several times of the calendar that have passed the last one, which
 * stands for the others; of issues each, since each has figures of its own.
 * @param lastDueAt the last time of the calendar that something ran for
 * @param now UTC, milliseconds
 */
export async function dueNow(
  catalog: Pick<Catalog, 'issuesWithoutRun'>,
  parts: {
    readonly schedule: Schedule;
    readonly publication: Publication;
    readonly terms: { readonly cadence: ScheduleCadence };
  },
  lastDueAt: Date | null,
  now: number,
): Promise<readonly Due[]> {
  const { schedule, publication } = parts;
  const { cadence } = parts.terms;
  const since = schedule.since.getTime();
  if (cadence.every !== 'issue') {
    const come = comeBetween(cadence, publication.timeZone, Math.max(since, lastDueAt?.getTime() ?? 0), now);
    if (come === null) return [];
    const dueAt = new Date(come.at);
    const key = `time ${dueAt.toISOString()}`;
    return [{ key, cause: 'time', dueAt, issue: null, issueTitle: null, missed: come.missed }];
  }
  const settlesAfter = cadence.afterHours * HOUR_MS;
  const issues = await catalog.issuesWithoutRun(schedule, {
    after: new Date(Math.max(since, now - LATEST_MS) - settlesAfter),
    until: new Date(now - settlesAfter),
    keyPrefix: ISSUE_KEY,
  });
  return issues.flatMap(({ publicId, title, sentAt }) =>
    sentAt === null
      ? []
      : [
          {
            key: `${ISSUE_KEY}${publicId}`,
            cause: 'issue' as const,
            dueAt: new Date(sentAt.getTime() + settlesAfter),
            issue: publicId,
            issueTitle: title,
            missed: 0,
          },
        ],
  );
}

/** When the next issue of a schedule settles; null: none is on its way. */
export async function nextIssueAt(
  catalog: Pick<Catalog, 'issuesWithoutRun'>,
  schedule: Schedule,
  afterHours: number,
  now: number,
): Promise<Date | null> {
  const settlesAfter = afterHours * HOUR_MS;
  const [next] = await catalog.issuesWithoutRun(schedule, {
    after: new Date(Math.max(now, schedule.since.getTime()) - settlesAfter),
    until: new Date(now + 366 * 24 * HOUR_MS),
    keyPrefix: ISSUE_KEY,
  });
  return next?.sentAt == null ? null : new Date(next.sentAt.getTime() + settlesAfter);
}
