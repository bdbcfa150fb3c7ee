import { zoneOffset } from '@readout/local-time';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

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
