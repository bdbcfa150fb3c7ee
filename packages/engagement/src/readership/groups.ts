const DAY_MS = 86_400_000;

/**
 * An issue counts from two days after it went out: by then nearly everybody who reads it has, and nobody seems to fade
 * because today's issue still lies in the mailbox.
 */
const COUNTS_AFTER_MS = 2 * DAY_MS;
/** Long enough for four issues of a weekly letter, short enough to notice who stops. */
const WINDOW_MS = 30 * DAY_MS;
/** A quarter of a year without reading anything is no holiday. */
const LATELY_MS = 90 * DAY_MS;

/**
 * Engaged is who reads at least one issue in so many. A quarter: who reads a daily letter once or twice a week, or a
 * weekly one once a month, still follows it.
 */
export const READS_ONE_IN = 4;

/** Instants, UTC milliseconds, between which issues went out; `to` does not belong to them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The issues by which readers are put into groups on a day: `window` those of 30 days, `lately` those of 90, the same included. */
export function groupStretches(day: number): { readonly window: Stretch; readonly lately: Stretch } {
  const to = day - COUNTS_AFTER_MS;
  return { window: { from: to - WINDOW_MS, to }, lately: { from: to - LATELY_MS, to } };
}

/**
 * When the first day began on which it can be told who is new: an issue lies before the stretch.
 * @param first When the first issue went out; UTC milliseconds.
 * @param calendar When days begin: see `LocalTime` in packages/local-time.
 */
export function groupsToldFrom(
  first: number,
  { dayBegan }: { readonly dayBegan: (time: number, daysBefore: number) => number },
): number {
  return dayBegan(first + COUNTS_AFTER_MS + WINDOW_MS, -1);
}
