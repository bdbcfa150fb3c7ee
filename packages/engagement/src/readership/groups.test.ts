import { expect, test } from '@jest/globals';
import { localTime } from '@readout/local-time';
import fc from 'fast-check';
import { groupStretches, groupsToldFrom } from './groups.ts';

const DAY = 86_400_000;

test('the stretches of a day end two days before it', () => {
  expect(groupStretches(100 * DAY)).toEqual({
    window: { from: 68 * DAY, to: 98 * DAY },
    lately: { from: 8 * DAY, to: 98 * DAY },
  });
});

test('groups are told from the beginning of a day on, the first that an issue lies before the stretch of', () => {
  const madrid = localTime('Europe/Madrid');
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }), (first) => {
      const from = groupsToldFrom(first, madrid);
      expect(groupStretches(from).window.from).toBeGreaterThan(first);
      expect(groupStretches(madrid.dayBegan(from, 1)).window.from).toBeLessThanOrEqual(first);
      expect(madrid.dayBegan(from)).toBe(from);
    }),
  );
});
