import type { ScheduleRunView, ScheduleView } from '@readout/api-contract';
import type { Publication, Schedule, ScheduleRun } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { secretOfWebhook } from './deliver.ts';
import { timeAfter } from './due.ts';
import { nextIssueAt } from './due-now.ts';
import { type ScheduleTerms, termsOf } from './terms.ts';

export async function scheduleView(
  deps: Pick<ApiDependencies, 'catalog' | 'clock'>,
  publication: Publication,
  schedule: Schedule,
  lastRun: ScheduleRun | null,
): Promise<ScheduleView> {
  const terms = termsOf(schedule);
  return {
    id: schedule.publicId,
    name: schedule.name,
    ...terms,
    webhookSecret: terms.destination.by === 'webhook' ? await secretOfWebhook(deps, schedule) : null,
    isPaused: schedule.pausedAt !== null,
    nextRunAt: schedule.pausedAt === null ? await nextRunAt(deps, publication, schedule, terms) : null,
    lastRun: lastRun === null ? null : runView(lastRun),
    createdAt: schedule.createdAt.toISOString(),
  };
}

async function nextRunAt(
  { catalog, clock }: Pick<ApiDependencies, 'catalog' | 'clock'>,
  { timeZone }: Publication,
  schedule: Schedule,
  { cadence }: ScheduleTerms,
): Promise<string | null> {
  if (cadence.every === 'issue') {
    return (await nextIssueAt(catalog, schedule, cadence.afterHours, clock()))?.toISOString() ?? null;
  }
  return new Date(timeAfter(cadence, timeZone, clock())).toISOString();
}

export function runView(run: ScheduleRun): ScheduleRunView {
  const { publicId, cause, issue, issueTitle, missed, state, attempts, reason, files } = run;
  return {
    id: publicId,
    cause,
    dueAt: run.dueAt.toISOString(),
    issue: issue === null ? null : { id: issue, title: issueTitle ?? '' },
    missed,
    state,
    attempts,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    nextAttemptAt: run.nextAttemptAt?.toISOString() ?? null,
    reason,
    files: [...files],
  };
}
