import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wholeAxis } from './whole-axis.ts';

test.each([
  [10, 12, 10, 10],
  [13, 12, 14, 7],
  [10, 5, 10, 5],
  [36, 12, 36, 12],
  [37, 12, 40, 10],
  [0, 5, 1, 1],
])('an axis that holds %d in at most %d stretches ends at %d', (last, most, to, ticks) => {
  expect(wholeAxis(last, most)).toEqual({ to, ticks });
});

test('it holds the last one, in whole stretches, and not too many', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 2, max: 12 }), (last, most) => {
      const { to, ticks } = wholeAxis(last, most);
      expect(to).toBeGreaterThanOrEqual(last);
      expect(Number.isInteger(to / ticks)).toBe(true);
      expect(ticks).toBeLessThanOrEqual(most);
    }),
  );
});
