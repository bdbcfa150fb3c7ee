import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { niceAxis } from './nice-axis.ts';

test.each([
  [[0], 3, 1, 1],
  [[1], 3, 1, 1],
  [[2, 1], 3, 2, 2],
  [[4], 3, 4, 2],
  [[30], 2, 40, 2],
  [[4879], 3, 6000, 3],
  [[1688], 2, 2000, 2],
  [[7, 0], 3, 10, 2],
])('%j in about %i stretches ends at %d', (values, about, max, tickAmount) => {
  expect(niceAxis(values, about)).toEqual({ min: 0, max, tickAmount });
});

test('ticks are whole numbers, few, and the axis holds every value without much room above', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000_000)), fc.integer({ min: 2, max: 5 }), (values, about) => {
      const { max, tickAmount } = niceAxis(values, about);
      expect(Number.isInteger(max / tickAmount)).toBe(true);
      expect(tickAmount).toBeLessThanOrEqual(about);
      const largest = Math.max(1, ...values);
      expect(max).toBeGreaterThanOrEqual(largest);
      expect(max - max / tickAmount).toBeLessThan(largest);
    }),
  );
});
