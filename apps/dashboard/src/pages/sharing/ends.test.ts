import { expect, test } from '@jest/globals';
import { endOf } from './ends.ts';

const NOW = Date.UTC(2026, 2, 2, 12);

test.each([
  ['7', '', '2026-03-09T12:00:00.000Z'],
  ['90', '', '2026-05-31T12:00:00.000Z'],
  ['never', '2026-03-09', null],
  // The last day counts whole, also the one on which clocks are put forward.
  ['date', '2026-03-27', '2026-03-27T23:00:00.000Z'],
  ['date', '2026-03-29', '2026-03-29T22:00:00.000Z'],
  ['date', '2026-12-31', '2026-12-31T23:00:00.000Z'],
  ['date', '', undefined],
  ['date', 'soon', undefined],
] as const)('a link that works for %s (%s) ends at %s', (ends, date, expected) => {
  expect(endOf(ends, date, 'Europe/Madrid', NOW)).toBe(expected);
});
