export const INTERVALS = ['day', 'week', 'month', 'year'] as const;
export type Interval = (typeof INTERVALS)[number];

/** Days in a mean month: 365.25 / 12. */
const DAYS_PER_MONTH = 30.4375;
const MONTHS: Readonly<Record<Interval, number>> = {
  day: 1 / DAYS_PER_MONTH,
  week: 7 / DAYS_PER_MONTH,
  month: 1,
  year: 12,
};

/** How many months so many intervals are; of days and weeks the part of a mean month. */
export function monthsOf(interval: Interval, count: number): number {
  return MONTHS[interval] * count;
}
