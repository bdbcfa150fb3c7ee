import type { ReportCell, ReportColumn, ReportFormat, ReportLanguage } from '@readout/api-contract';
import { zoneOffset } from '@readout/local-time';
import { wordsOf } from './words/words.ts';

/** How a report writes its figures: in its language, with moments in its time zone. */
export interface Written {
  count(value: number): string;
  /** 0.4372 → "43.7%" */
  share(value: number | null): string;
  amount(value: number, format: Pick<ReportFormat, 'currency' | 'digits'>): string;
  /** Of a moment: ISO 8601, UTC. */
  day(iso: string): string;
  shortDay(iso: string): string;
  moment(iso: string): string;
  /** `2026-03` → "March 2026" */
  month(name: string): string;
  country(code: string): string;
  text(value: number, format: ReportFormat): string;
  cell(value: number | null, format: ReportFormat): ReportCell;
  word(value: string): ReportCell;
  dayCell(iso: string | null): ReportCell;
}

export const WHOLE: ReportFormat = { kind: 'whole', currency: null, digits: 0 };
export const SHARE: ReportFormat = { kind: 'share', currency: null, digits: 1 };
export const TENTHS: ReportFormat = { kind: 'decimal', currency: null, digits: 1 };
const TEXT: ReportFormat = { kind: 'text', currency: null, digits: 0 };
const DATE: ReportFormat = { kind: 'date', currency: null, digits: 0 };

export function money(currency: string, digits: number): ReportFormat {
  return { kind: 'money', currency, digits };
}

/** The usual columns. */
export const column = {
  text: (label: string): ReportColumn => ({ ...TEXT, label, isSummed: false, quotient: null }),
  date: (label: string): ReportColumn => ({ ...DATE, label, isSummed: false, quotient: null }),
  count: (label: string, isSummed = true): ReportColumn => ({ ...WHOLE, label, isSummed, quotient: null }),
  /** @param part and whole: columns, from 0. */
  quotient: (label: string, part: number, whole: number): ReportColumn => ({
    ...SHARE,
    label,
    isSummed: false,
    quotient: { part, whole },
  }),
  share: (label: string): ReportColumn => ({ ...SHARE, label, isSummed: false, quotient: null }),
  of: (label: string, format: ReportFormat, isSummed = false): ReportColumn => ({
    ...format,
    label,
    isSummed,
    quotient: null,
  }),
};

/** @param timeZone IANA name */
export function writing(language: ReportLanguage, timeZone: string): Written {
  const { locale, none } = wordsOf(language);
  const grouped = { useGrouping: 'always' } as const;
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, ...grouped });
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const shortDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const decimals = new Map<string, Intl.NumberFormat>();
  const decimal = (digits: number, currency: string | null) => {
    const key = `${currency} ${digits}`;
    const made =
      decimals.get(key) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        ...grouped,
        ...(currency === null ? {} : { style: 'currency', currency }),
      });
    decimals.set(key, made);
    return made;
  };
  const written: Written = {
    count: (value) => count.format(value),
    share: (value) => (value === null ? none : share.format(value)),
    amount: (value, { currency, digits }) => decimal(digits, currency).format(value),
    day: (iso) => days.format(new Date(iso)),
    shortDay: (iso) => shortDays.format(new Date(iso)),
    moment: (iso) => moments.format(new Date(iso)),
    month: (name) => months.format(new Date(`${name}-01T00:00:00Z`)),
    country: (code) => countries.of(code) ?? code,
    text: (value, { kind, currency, digits }) => {
      if (kind === 'whole') return count.format(value);
      return kind === 'share' ? share.format(value) : decimal(digits, currency).format(value);
    },
    cell: (value, format) => ({ value, text: value === null ? none : written.text(value, format) }),
    word: (value) => ({ value, text: value }),
    dayCell: (iso) =>
      iso === null
        ? { value: null, text: none }
        : { value: localMinute(iso, timeZone).slice(0, 10), text: written.day(iso) },
  };
  return written;
}

/** What a clock of the time zone shows, as `2026-03-02T07:00`. */
function localMinute(iso: string, timeZone: string): string {
  const time = Date.parse(iso);
  return new Date(time + zoneOffset(time, timeZone)).toISOString().slice(0, 16);
}

/** The middle one, or between the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
