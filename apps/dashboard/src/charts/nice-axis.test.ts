import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { niceAxis, signedAxis } from './nice-axis.ts';

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

test.each([
  [[0], 4, { min: 0, max: 1, tickAmount: 1 }],
  [[30, -10], 4, { min: -20, max: 40, tickAmount: 3 }],
  [[-6], 4, { min: -6, max: 0, tickAmount: 3 }],
])('%j in about %d stretches on both sides of 0', (values, about, axis) => {
  expect(signedAxis(values, about)).toEqual(axis);
});

test('an axis on both sides of 0 holds every value, has 0 at a tick, and few ticks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 })),
      fc.integer({ min: 3, max: 6 }),
      (values, about) => {
        const { min, max, tickAmount } = signedAxis(values, about);
        const step = (max - min) / tickAmount;
        expect(Number.isInteger(step)).toBe(true);
        expect(Math.abs(min % step)).toBe(0);
        expect(tickAmount).toBeLessThanOrEqual(about + 1);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        }
      },
    ),
  );
});
