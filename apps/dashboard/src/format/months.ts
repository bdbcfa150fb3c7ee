/** Months of a calendar, given as `2026-03`. */
export interface MonthFormats {
  /** "March 2026" */
  readonly long: (month: string) => string;
  /** "Mar 26", for axes and narrow columns. */
  readonly short: (month: string) => string;
}

/** @param locale BCP 47; undefined is the browser's own. What is no month stays as it is. */
export function monthFormats(locale?: string): MonthFormats {
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (month: string) => {
      const first = Date.parse(`${month}-01T00:00:00Z`);
      return Number.isNaN(first) ? month : format.format(first);
    };
  };
  return { long: make({ month: 'long', year: 'numeric' }), short: make({ month: 'short', year: '2-digit' }) };
}
