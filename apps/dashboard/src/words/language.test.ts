import { describe, expect, test } from '@jest/globals';
import { preferredLanguage } from './language.ts';

describe('the language of the interface', () => {
  test.each([
    [['es-MX', 'en'], 'es'],
    [['de-DE', 'es'], 'es'],
    [['EN-us', 'es'], 'en'],
    [['de', 'fr-CA'], 'en'],
    [['toString'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, language) => {
    expect(preferredLanguage(wanted)).toBe(language);
  });
});
