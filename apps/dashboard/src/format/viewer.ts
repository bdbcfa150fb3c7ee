import { useMemo } from 'react';
import { chosenLanguage } from '../words/language.ts';
import { countryNames } from './countries.ts';
import { type DateFormats, dateFormats } from './dates.ts';
import { durationFormat } from './durations.ts';
import { numberFormats } from './numbers.ts';
import { viewerLocale } from './viewer-locale.ts';
import { weekFormats } from './weekdays.ts';

/** BCP 47, for what few pages write. */
export let locale = viewerLocale(chosenLanguage(), globalThis.navigator?.languages ?? []);

/** Numbers as the viewer's locale writes them. */
export let numbers = numberFormats(locale);

/** How long something took or waits, as the viewer's locale writes it. */
export let duration = durationFormat(locale);

/** Weekdays and hours of the day as the viewer's locale writes them. */
export let week = weekFormats(locale);

/** A country by its ISO 3166-1 alpha-2 code, in the interface's language. */
export let countryName = countryNames(locale);

/** Dates as the viewer's locale writes them, at the wall clock of `timeZone`. */
export function useDates(timeZone: string): DateFormats {
  return useMemo(() => dateFormats(timeZone, locale, Date.now()), [timeZone]);
}

/** IANA name of the browser's own time zone. */
export const viewerTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Writes for another viewer from now on: for the server, which draws for one after the other. */
export function writeAs(other: string): void {
  if (other === locale) return;
  locale = other;
  numbers = numberFormats(locale);
  duration = durationFormat(locale);
  week = weekFormats(locale);
  countryName = countryNames(locale);
}
