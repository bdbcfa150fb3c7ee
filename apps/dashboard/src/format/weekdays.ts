/** Weekdays, 1 for Monday to 7 for Sunday, and hours of the day as a locale writes them. */
export interface WeekFormats {
  /** "Monday" */
  readonly weekday: (weekday: number) => string;
  /** "Mon" */
  readonly short: (weekday: number) => string;
  /** "06:00" or "6 AM" */
  readonly hour: (hour: number) => string;
}

/** A Monday, at midnight UTC. */
const MONDAY = Date.UTC(2026, 2, 2);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** @param locale BCP 47; undefined is the browser's own. */
export function weekFormats(locale?: string): WeekFormats {
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const day = (weekday: number) => MONDAY + (weekday - 1) * DAY_MS;
  return {
    weekday: (weekday) => long.format(day(weekday)),
    short: (weekday) => short.format(day(weekday)),
    hour: (hour) => clock.format(MONDAY + hour * HOUR_MS),
  };
}
