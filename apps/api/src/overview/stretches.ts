import { localDay, startOfDay } from '@readout/local-time';
import type { OverDays } from '@readout/warehouse';

const QUARTER_MS = 900_000;

/**
 * The last `days` days up to now, today among them, and as many before up to the same time of day: two stretches that can
 * be compared. Figures are kept by quarters of an hour, so the present one is there as a whole.
 * @param now UTC milliseconds
 */
export function stretches(now: number, timeZone: string, days: number): OverDays {
  const today = localDay(now, timeZone);
  const starting = (first: number) => Array.from({ length: days }, (_, at) => startOfDay(first + at, timeZone));
  const starts = starting(today - days + 1);
  const to = now - (now % QUARTER_MS) + QUARTER_MS;
  const [from = to, sinceMidnight = 0] = [starts[0], to - (starts.at(-1) ?? to)];
  return {
    days: starts,
    to,
    before: {
      days: starting(today - 2 * days + 1),
      // A day may be shorter than another.
      to: Math.min(from, startOfDay(today - days, timeZone) + sinceMidnight),
    },
  };
}
