/** How moments are written: in the viewer's locale, at the publication's wall clock. */
export interface DateFormats {
  /** "Tue, 14 Oct, 07:00", with the year where it is not the present one. */
  readonly sent: (iso: string) => string;
  /** "14 Oct 2025, 07:00" */
  readonly moment: (iso: string) => string;
  /** "14 Oct", with the year where it is not the present one. */
  readonly day: (iso: string) => string;
  /** "Oct" */
  readonly month: (iso: string) => string;
  /** "Tue 14 Oct 2025" */
  readonly date: (iso: string) => string;
  /** "07:03:12" */
  readonly clock: (iso: string) => string;
  /** "Wed": the day a moment falls on. */
  readonly weekday: (iso: string) => string;
  /** "2025-10-14": the day as a spreadsheet takes it. Two moments are on the same day exactly when their keys are the same. */
  readonly dayKey: (iso: string) => string;
}

/**
 * @param timeZone IANA name; one that this browser does not know falls back to UTC.
 * @param locale BCP 47; undefined is the browser's own.
 * @param now milliseconds since 1970, to know the present year
 */
export function dateFormats(timeZone: string, locale: string | undefined, now: number): DateFormats {
  const zone = knownTimeZone(timeZone);
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (iso: string) => format.format(new Date(iso));
  };
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const year = make({ year: 'numeric' });
  const present = year(new Date(now).toISOString());
  const withYearOf = (options: Intl.DateTimeFormatOptions) => {
    const [thisYear, anotherYear] = [make(options), make({ ...options, year: 'numeric' })];
    return (iso: string) => (year(iso) === present ? thisYear(iso) : anotherYear(iso));
  };
  const key = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return {
    sent: withYearOf({ weekday: 'short', ...day, ...time }),
    moment: make({ ...day, year: 'numeric', ...time }),
    day: withYearOf(day),
    month: make({ month: 'short' }),
    date: make({ weekday: 'short', ...day, year: 'numeric' }),
    clock: make({ ...time, second: '2-digit' }),
    weekday: make({ weekday: 'short' }),
    dayKey: (iso) => key.format(new Date(iso)),
  };
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
