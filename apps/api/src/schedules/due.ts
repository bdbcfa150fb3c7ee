import type { ScheduleCadence } from '@readout/api-contract';
import { localDay, momentOn, weekdayOf } from '@readout/local-time';

/** Those whose times are the calendar's. */
export type Timed = Exclude<ScheduleCadence, { every: 'issue' }>;

const DAY_MS = 86_400_000;
/** Longer than from any time to the next one. */
const FARTHEST_DAYS = 64;

/** Times that have come since a moment: the last one, and how many came before it. UTC, milliseconds. */
export interface Come {
  readonly at: number;
  readonly missed: number;
}

/** What is due after `after` and not after `now`; null: nothing. */
export function comeBetween(cadence: Timed, timeZone: string, after: number, now: number): Come | null {
  const at = timeUpTo(cadence, timeZone, now);
  if (at <= after) return null;
  let missed = 0;
  for (let before = timeBefore(cadence, timeZone, at); before > after; missed++) {
    before = timeBefore(cadence, timeZone, before);
  }
  return { at, missed };
}

/** The first time after a moment. */
export function timeAfter(cadence: Timed, timeZone: string, moment: number): number {
  const first = localDay(moment, timeZone) - 1;
  for (let day = first; day < first + FARTHEST_DAYS; day++) {
    const at = on(cadence, day, timeZone);
    if (at !== null && at > moment) return at;
  }
  throw new Error('a schedule of the calendar has no next time');
}

/** The last time before a moment. */
export function timeBefore(cadence: Timed, timeZone: string, moment: number): number {
  return timeUpTo(cadence, timeZone, moment - 1);
}

function timeUpTo(cadence: Timed, timeZone: string, moment: number): number {
  const last = localDay(moment, timeZone) + 1;
  for (let day = last; day > last - FARTHEST_DAYS; day--) {
    const at = on(cadence, day, timeZone);
    if (at !== null && at <= moment) return at;
  }
  throw new Error('a schedule of the calendar has no time before');
}

/** When it is due on a day; null: not at all. */
function on(cadence: Timed, day: number, timeZone: string): number | null {
  const isDay =
    cadence.every === 'week' ? weekdayOf(day) === cadence.weekday % 7 : dayOfMonth(day) === inMonth(day, cadence.day);
  return isDay ? momentOn(day, cadence.hour, timeZone) : null;
}

function dayOfMonth(day: number): number {
  return new Date(day * DAY_MS).getUTCDate();
}

/** A day that a month does not have is its last. */
function inMonth(day: number, wanted: number): number {
  const date = new Date(day * DAY_MS);
  return Math.min(wanted, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate());
}
