import { expect, test } from '@jest/globals';
import { dateFormats } from './dates.ts';
import { numberFormats } from './numbers.ts';
import { viewerLocale } from './viewer-locale.ts';

test.each([
  ['es', ['es-MX', 'en'], 'es-MX'],
  ['es', ['es'], 'es'],
  ['es', ['es-419', 'es'], 'es-419'],
  ['en', ['en-GB', 'en'], 'en-GB'],
  ['es', ['en-US', 'en'], 'es-US'],
  ['es', ['ca', 'es-ES'], 'es-ES'],
  ['en', ['de-DE', 'de', 'en-US', 'en'], 'en-DE'],
  ['en', ['de'], 'en-DE'],
  ['en', ['zh-Hant-TW'], 'en-TW'],
  ['es', ['en-US-u-nu-thai'], 'es-US'],
  ['es', ['not a language'], 'es'],
  ['es', [], 'es'],
])('%s in a browser that wants %j is written as %s', (language, wanted, locale) => {
  expect(viewerLocale(language, wanted)).toBe(locale);
});

test('words are the interface’s, figures the viewer’s', () => {
  const written = (language: string, wanted: readonly string[]) => {
    const locale = viewerLocale(language, wanted);
    const dates = dateFormats('UTC', locale, Date.parse('2025-12-01T00:00:00Z'));
    return [numberFormats(locale).count(42_110), dates.sent('2025-10-14T19:00:00Z').replaceAll(/\s/g, ' ')];
  };
  expect(written('es', ['es-ES'])).toEqual(['42.110', 'mar, 14 oct, 19:00']);
  expect(written('es', ['en-US'])).toEqual(['42,110', 'mar, 14 de oct, 07:00 p.m.']);
  expect(written('en', ['de-DE', 'en-US'])).toEqual(['42.110', 'Tue, 14 Oct, 19:00']);
  // No browser knows how Spanish is written in Poland.
  expect(written('es', ['pl-PL'])).toEqual(['42.110', 'mar, 14 oct, 19:00']);
});
