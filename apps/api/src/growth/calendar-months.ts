import { localDay, nameOfDay, startOfDay } from '@readout/local-time';

const DAY_MS = 86_400_000;
/** A month on average, of a year of 365.25 days: by which ages are told, whatever the calendar. */
export const MEAN_MONTH_MS = 30.4375 * DAY_MS;

/** A calendar month of a time zone. */
export interface Month {
  /** As `2026-03`. */
  readonly name: string;
  /** Its first moment and that of the next one; UTC, milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** As `2026-03`. */
export function monthOf(time: number, timeZone: string): string {
  return nameOfDay(localDay(time, timeZone)).slice(0, 7);
}

/** The month that a moment is in and those before it, oldest first. */
export function lastMonths(now: number, timeZone: string, count: number): readonly Month[] {
  const [year = 1970, month = 1] = monthOf(now, timeZone).split('-').map(Number);
  const start = (at: number) => startOfDay(Date.UTC(year, at, 1) / DAY_MS, timeZone);
  return Array.from({ length: count }, (_, index) => {
    const at = month - count + index;
    return { name: nameOfDay(Date.UTC(year, at, 1) / DAY_MS).slice(0, 7), from: start(at), to: start(at + 1) };
  });
}
