import { expect, test } from '@jest/globals';
import { aboutDurationFormat } from './about-duration.ts';

const spoken = aboutDurationFormat('en');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [252_000, '4 minutes', true],
  [7 * DAY, '7 days', false],
  [7.04 * DAY, '7 days', false],
  [7.4 * DAY, '7 days', true],
  [36 * HOUR, '36 hours', false],
  [24.5 * HOUR, '1 day', true],
  [70 * MINUTE, '70 minutes', false],
  [59.9 * MINUTE, '1 hour', false],
  [1_200, '1 second', true],
  [500, '1 second', true],
  [400 * DAY, '400 days', false],
])('%d ms are said as "%s"', (ms, text, isAbout) => {
  expect(spoken(ms)).toEqual({ text, isAbout });
});

test('less than half a second is another word', () => {
  expect(spoken(499)).toBeNull();
  expect(spoken(0)).toBeNull();
});

test('in the language asked for', () => {
  expect(aboutDurationFormat('es')(252_000)?.text).toBe('4 minutos');
});
