import { expect, test } from '@jest/globals';
import { monthFormats } from './months.ts';

test('a month is written in the language asked for, whatever the time zone', () => {
  expect(monthFormats('en-GB').long('2026-03')).toBe('March 2026');
  expect(monthFormats('es').long('2026-01')).toBe('enero de 2026');
  expect(monthFormats('en-GB').short('2025-12')).toBe('Dec 25');
});

test('what is no month stays as it is', () => {
  expect(monthFormats('en').long('offer-7')).toBe('offer-7');
});
