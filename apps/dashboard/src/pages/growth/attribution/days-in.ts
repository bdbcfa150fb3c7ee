export const MOST_DAYS = 90;

/** The days that somebody typed; null: no whole number from 1 to 90. */
export function daysIn(text: string): number | null {
  const typed = text.trim();
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}
