import type { IssueReport } from '@readout/api-contract';
import type { ActivityBucket } from '@readout/warehouse';

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;
/** Fourteen days. */
const MOST_HOURS = 336;

type Hour = IssueReport['activity'][number];

/**
 * Quarters of an hour folded into hours since sending, without gaps: from the first hour up to `now`, or up to
 * the last activity where that is later, at most 14 days. Hours begin at the quarter in which the issue was
 * sent (of the first event where that is unknown). What happened before sending, such as the author's own
 * proof, belongs to no hour; its readers are in `readersSoFar`.
 * @param buckets In order of time. All times in UTC milliseconds.
 */
export function hoursSinceSending(buckets: readonly ActivityBucket[], sentAt: number | null, now: number): Hour[] {
  const zero = sentAt ?? buckets[0]?.start;
  if (zero === undefined) return [];
  const start = zero - (zero % QUARTER_MS);
  const end = Math.max(now, buckets.at(-1)?.start ?? 0);
  if (end < start) return [];
  const count = Math.min(MOST_HOURS, Math.floor((end - start) / HOUR_MS) + 1);
  const hours: Hour[] = Array.from({ length: count }, (_, hour) => ({
    hour,
    start: new Date(start + hour * HOUR_MS).toISOString(),
    opens: 0,
    machineOpens: 0,
    clicks: 0,
    readersSoFar: 0,
  }));
  let readersBefore = 0;
  for (const bucket of buckets) {
    const hour = hours[Math.floor((bucket.start - start) / HOUR_MS)];
    if (hour !== undefined) {
      hour.opens += bucket.opens;
      hour.machineOpens += bucket.machineOpens;
      hour.clicks += bucket.clicks;
      hour.readersSoFar = bucket.readersSoFar;
    } else if (bucket.start < start) {
      readersBefore = bucket.readersSoFar;
    }
  }
  let soFar = readersBefore;
  for (const hour of hours) {
    soFar = Math.max(soFar, hour.readersSoFar);
    hour.readersSoFar = soFar;
  }
  return hours;
}
