// Days are counted from 1970-01-01, in the calendar of a time zone.

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the wall clock is ahead of UTC at a moment, in milliseconds. @param timeZone IANA name; one that is not known reads as UTC. */
export function zoneOffset(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = formatOf(timeZone);
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return clock - Math.floor(time / 1_000) * 1_000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const options = {
    hourCycle: 'h23',
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}

/** The day on which a moment is (UTC milliseconds). */
export function localDay(time: number, timeZone: string): number {
  return Math.floor((time + zoneOffset(time, timeZone)) / DAY_MS);
}

/** The first moment of a day: midnight, or where the clocks skip that, when they go on. */
export function startOfDay(day: number, timeZone: string): number {
  const clock = day * DAY_MS;
  // The offset in force before or after a change of clocks: the earliest moment that is on this day.
  const candidates = [clock - zoneOffset(clock - DAY_MS, timeZone), clock - zoneOffset(clock + DAY_MS, timeZone)];
  const on = candidates.filter((time) => localDay(time, timeZone) === day);
  return Math.min(...(on.length > 0 ? on : candidates));
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** As `2026-03-02`. */
export function nameOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
