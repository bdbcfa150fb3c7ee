import { locale } from './viewer.ts';

const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "March 2026". @param month as `2026-03` */
export function monthName(month: string): string {
  return months.format(new Date(`${month}-01T00:00:00Z`));
}
