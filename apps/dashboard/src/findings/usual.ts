import type { IssueListItem } from '@readout/api-contract';
import { SETTLED_HOURS } from './pace.ts';

/** The middle half of what earlier issues had: a quarter of them lay below, a quarter above. */
export interface UsualRange {
  readonly low: number;
  readonly high: number;
  readonly lowest: number;
  readonly highest: number;
  /** How many issues it is taken from. */
  readonly issues: number;
}

/** From fewer earlier issues than this no "usual" is derived. */
const FEWEST = 5;
/** Readership changes over the months: only the latest earlier issues count. */
const LATEST = 20;
const HOUR_MS = 3_600_000;

/** Quartiles by linear interpolation (Hyndman and Fan 1996, type 7, as in most statistics packages). */
export function usualRange(values: readonly number[]): UsualRange | null {
  if (values.length < FEWEST) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.25), high: at(0.75), lowest: at(0), highest: at(1), issues: values.length };
}

/** The issues that one is compared with: the latest that went out before it. */
export function earlierIssues(items: readonly IssueListItem[], sentAt: string): IssueListItem[] {
  const before = Date.parse(sentAt);
  return items
    .filter((one) => one.sentAt !== null && Date.parse(one.sentAt) < before && one.figures.delivered > 0)
    .sort((a, b) => Date.parse(b.sentAt ?? '') - Date.parse(a.sentAt ?? ''))
    .slice(0, LATEST);
}

/** Hours since sending, or null once an issue is settled and its totals may be compared with other totals. */
export function ageWhereYoung(sentAt: string, now: number): number | null {
  const hours = (now - Date.parse(sentAt)) / HOUR_MS;
  return hours >= SETTLED_HOURS ? null : Math.max(0, hours);
}

/** Readers that an issue had `age` hours after sending, from its hourly counts; within an hour in proportion. */
export function readersAtAge(item: Pick<IssueListItem, 'readersByHour'>, age: number): number {
  const whole = Math.floor(age);
  const full = item.readersByHour.slice(0, whole).reduce((total, one) => total + one, 0);
  return full + (item.readersByHour[whole] ?? 0) * (age - whole);
}
