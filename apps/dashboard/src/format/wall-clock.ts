/**
 * The moment at which a wall clock in `timeZone` shows `local` ("2025-10-14T07:00", as a datetime-local field gives it).
 * A time that the clocks skip moves forward, one that they show twice is the first.
 * @returns ISO 8601 in UTC, or null where `local` is no date and time.
 */
export function wallClockToUtc(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const earlier = asUtc - offsetAt(asUtc - 86_400_000, timeZone);
  if (offsetAt(earlier, timeZone) === asUtc - earlier) return new Date(earlier).toISOString();
  const later = asUtc - offsetAt(asUtc + 86_400_000, timeZone);
  if (offsetAt(later, timeZone) === asUtc - later) return new Date(later).toISOString();
  return new Date(earlier).toISOString();
}

/** What a wall clock in `timeZone` shows at a moment (milliseconds since 1970), for a datetime-local field. */
export function utcToWallClock(time: number, timeZone: string): string {
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

/** Milliseconds that `timeZone` is ahead of UTC at a moment. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(time / 1000) * 1000;
}
