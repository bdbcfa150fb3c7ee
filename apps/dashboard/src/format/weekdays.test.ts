import { expect, test } from '@jest/globals';
import { weekFormats } from './weekdays.ts';

test('weekdays and hours follow the locale, wherever the viewer is', () => {
  const english = weekFormats('en-GB');
  expect([1, 2, 7].map(english.weekday)).toEqual(['Monday', 'Tuesday', 'Sunday']);
  expect([1, 2, 7].map(english.short)).toEqual(['Mon', 'Tue', 'Sun']);
  expect([0, 6, 23].map(english.hour)).toEqual(['0:00', '6:00', '23:00']);
  expect(weekFormats('de-DE').weekday(3)).toBe('Mittwoch');
});
