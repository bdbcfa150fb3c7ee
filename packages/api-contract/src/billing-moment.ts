import { z } from 'zod';

/** 2100, to which times are kept. */
const LATEST_SECONDS = 4_102_444_799;
const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A time as billing systems write it: ISO 8601 (a date alone is its beginning, and what names no zone is in UTC), or
 * seconds since 1970.
 * @returns UTC, milliseconds; a sentence where it is none.
 */
export function readMoment(given: string | number): number | string {
  const time = typeof given === 'number' ? Math.round(given * 1_000) : readWritten(given.trim());
  if (time === null) return 'Not a time such as 2026-03-02T06:30:00Z, and no seconds since 1970.';
  if (time > LATEST_SECONDS * 1_000) return 'After 2099: seconds since 1970 are asked for, not milliseconds.';
  return time >= 0 ? time : 'Before 1970.';
}

function readWritten(text: string): number | null {
  const [found, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    WRITTEN.exec(text) ?? [];
  if (found === undefined) return null;
  const of = (zone: string) =>
    Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`);
  const local = of('Z');
  // The 30th of February would be read as the 2nd of March.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(day)) return null;
  const time = of(/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone);
  return Number.isNaN(time) ? null : time;
}

/** See `readMoment`; it stays as it was given. */
export const billingMoment = z.union([z.string(), z.number()]).superRefine((given, context) => {
  const time = readMoment(given);
  if (typeof time === 'string') context.addIssue({ code: 'custom', message: time });
});
