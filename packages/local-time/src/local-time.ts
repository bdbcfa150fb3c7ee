import { localDay, startOfDay, weekdayOf, zoneOffset } from './local-days.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What clocks and calendars in a time zone say, summer time included. Times are UTC milliseconds. */
export interface LocalTime {
  /** 1 is Monday, 7 Sunday; hours from 0 to 23. */
  weekdayAndHour(time: number): { readonly weekday: number; readonly hour: number };
  /** When the day began that a time belongs to, or the day so many days before it. */
  dayBegan(time: number, daysBefore?: number): number;
}

/** @param timeZone IANA name; one that is not known reads as UTC. */
export function localTime(timeZone: string): LocalTime {
  return {
    weekdayAndHour(time) {
      const shown = time + zoneOffset(time, timeZone);
      const day = Math.floor(shown / DAY_MS);
      return { weekday: weekdayOf(day) || 7, hour: Math.floor((shown - day * DAY_MS) / HOUR_MS) };
    },
    dayBegan: (time, daysBefore = 0) => startOfDay(localDay(time, timeZone) - daysBefore, timeZone),
  };
}
