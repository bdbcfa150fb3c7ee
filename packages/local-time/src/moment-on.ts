import { zoneOffset } from './local-days.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * The one moment (UTC milliseconds) at which a clock of the time zone is said to show an hour of a day. An hour that
 * clocks show twice is the first of the two; one that they skip is the same stretch of time after the hour before it, so
 * that 2:00 which is not there is 3:00.
 * @param day counted from 1970-01-01, in the calendar of the time zone
 * @param hour from 0 to 23
 */
export function momentOn(day: number, hour: number, timeZone: string): number {
  const clock = day * DAY_MS + hour * HOUR_MS;
  // Offsets in force before and after any change of clocks near by.
  const [before, after] = [zoneOffset(clock - DAY_MS, timeZone), zoneOffset(clock + DAY_MS, timeZone)];
  const early = clock - before;
  // The first of both shows the hour where the clocks have not changed yet.
  if (early + zoneOffset(early, timeZone) === clock) return early;
  const late = clock - after;
  return late + zoneOffset(late, timeZone) === clock ? late : early;
}
