import type { AttentionItem } from '@readout/api-contract';
import { mean, meanDifference, quantiles } from '@readout/statistics';
import type { IssueSummaryRow } from '@readout/warehouse';
import type { SentIssue } from '../issues/sent-issues.ts';

export interface CountedIssue {
  readonly issue: SentIssue;
  readonly row: IssueSummaryRow;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Before, most of those who will read are asleep or at work: what is missing then means nothing. */
const YOUNGEST_HOURS = 4;
/** As far as readers are known by hour. Afterwards hardly anybody comes. */
const CURVE_HOURS = 48;
/** A tenth of fewer than ten is less than one of them. */
const FEWEST_BEFORE = 10;
const LOWEST_TENTH = 0.1;
/** One issue in ten is in the lowest tenth by definition: it has to be this much below the usual as well. */
const LEAST_SHORTFALL = 0.15;
/** Less is no drop that anybody would act upon, however certain. */
const LEAST_FALL = 0.1;

/**
 * The newest issue has unusually few readers for its age, for as many as it was delivered to.
 * @param before newest first, none of them the newest
 */
export function fewReaders(newest: CountedIssue, before: readonly CountedIssue[], now: number): AttentionItem | null {
  const age = Math.floor((now - newest.issue.sentAt.getTime()) / HOUR_MS);
  if (age < YOUNGEST_HOURS || newest.row.delivered === 0) return null;
  const hours = Math.min(age, CURVE_HOURS);
  const comparable = before.filter(
    ({ row, issue }) => row.delivered > 0 && now - issue.sentAt.getTime() >= CURVE_HOURS * HOUR_MS,
  );
  if (comparable.length < FEWEST_BEFORE) return null;
  const shares = comparable.map(({ row }) => readersWithin(row, hours) / row.delivered);
  const [low = Number.NaN, median = Number.NaN] = quantiles(shares, [LOWEST_TENTH, 0.5]);
  const readers = readersWithin(newest.row, hours);
  const share = readers / newest.row.delivered;
  if (!(share < low && share < (1 - LEAST_SHORTFALL) * median)) return null;
  return {
    kind: 'few_readers',
    issue: { id: newest.issue.publicId, title: newest.issue.title },
    readers,
    low: Math.round(low * newest.row.delivered),
    median: Math.round(median * newest.row.delivered),
    hours,
    issues: comparable.length,
  };
}

/** Over 30 days less is read than in the 30 before, beyond what differs from issue to issue by chance. */
export function openRateFell(issues: readonly CountedIssue[], now: number): AttentionItem | null {
  const rates = (from: number, to: number) =>
    issues.flatMap(({ issue, row }) => {
      const age = now - issue.sentAt.getTime();
      return age >= from && age < to && row.delivered > 0 ? [row.readers / row.delivered] : [];
    });
  const [latest, earlier] = [rates(CURVE_HOURS * HOUR_MS, 30 * DAY_MS), rates(30 * DAY_MS, 60 * DAY_MS)];
  const fall = meanDifference(latest, earlier);
  if (fall === null || fall.high >= 0) return null;
  const [is, was] = [mean(latest), mean(earlier)];
  if (-fall.difference < LEAST_FALL * was) return null;
  return { kind: 'open_rate_fell', now: is, before: was, low: fall.low, high: fall.high, issues: latest.length };
}

function readersWithin({ readersByHour }: IssueSummaryRow, hours: number): number {
  return readersByHour.slice(0, hours).reduce((sum, one) => sum + one, 0);
}
