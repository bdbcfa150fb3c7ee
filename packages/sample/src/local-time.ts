export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the local clock is ahead of UTC at an instant, in milliseconds. Knows daylight saving. */
export function zoneOffset(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return clock - Math.floor(time / 1000) * 1000;
}

/** Days since 1970-01-01 of the local calendar at an instant (UTC, ms). */
export function localDay(time: number, timeZone: string): number {
  return Math.floor((time + zoneOffset(time, timeZone)) / DAY);
}

/**
 * The instant (UTC, ms) at which the local clock shows `minutes` after midnight on a local day.
 * Where the clock is set forward over that minute, the instant an hour later by the clock.
 */
export function instantOf(day: number, minutes: number, timeZone: string): number {
  const clock = day * DAY + minutes * MINUTE;
  // The offset at the wrong guess may lie on the other side of a change of clocks: ask again with its answer.
  const guess = clock - zoneOffset(clock, timeZone);
  return clock - zoneOffset(guess, timeZone);
}

/** 0 is Sunday, for a day as `localDay` gives it. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
