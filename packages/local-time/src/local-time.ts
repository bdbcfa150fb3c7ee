const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What clocks and calendars in a time zone say, summer time included. Times are UTC milliseconds. */
export interface LocalTime {
  /** 1 is Monday, 7 Sunday; hours from 0 to 23. */
  weekdayAndHour(time: number): { readonly weekday: number; readonly hour: number };
  /** When the day began that a time belongs to, or the day so many days before it. */
  dayBegan(time: number, daysBefore?: number): number;
}

/** @param timeZone IANA name; one that is not known reads as UTC. */
export function localTime(timeZone: string): LocalTime {
  const format = formatOf(timeZone);
  const read = (time: number) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const number = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
    const date = Date.UTC(number('year'), number('month') - 1, number('day'));
    return {
      weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? '') + 1,
      hour: number('hour'),
      date,
      shown: date + number('hour') * HOUR_MS + number('minute') * 60_000 + number('second') * 1_000,
    };
  };
  const offset = (time: number) => read(time).shown - Math.floor(time / 1_000) * 1_000;
  return {
    weekdayAndHour(time) {
      const { weekday, hour } = read(time);
      return { weekday, hour };
    },
    dayBegan(time, daysBefore = 0) {
      const date = read(time).date - daysBefore * DAY_MS;
      const began = date - offset(date - offset(date));
      // Where clocks are put forward at midnight, the day begins with the hour that follows.
      return read(began).date === date ? began : date - offset(began - HOUR_MS);
    },
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const options = {
    hourCycle: 'h23',
    calendar: 'gregory',
    weekday: 'short',
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
