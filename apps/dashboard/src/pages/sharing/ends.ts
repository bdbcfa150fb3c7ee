import { wallClockToUtc } from '../../format/wall-clock.ts';

/** How long a link may work: so many days, up to a date, or until it is revoked. */
export const ENDS = ['7', '30', '90', 'date', 'never'] as const;
export type Ends = (typeof ENDS)[number];

const DAY_MS = 86_400_000;

/**
 * When a link ends, ISO 8601 in UTC; null: not by itself; undefined: the date is none.
 * @param date last day on which it works, as `2026-03-02`, in `timeZone`
 * @param now milliseconds since 1970
 */
export function endOf(ends: Ends, date: string, timeZone: string, now: number): string | null | undefined {
  if (ends === 'never') return null;
  if (ends !== 'date') return new Date(now + Number(ends) * DAY_MS).toISOString();
  const last = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(last)) return undefined;
  // The day's end is the beginning of the next one: days are not all as long.
  const next = new Date(last + DAY_MS).toISOString().slice(0, 10);
  return wallClockToUtc(`${next}T00:00`, timeZone) ?? undefined;
}
