import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalShareBelow } from './normal-distribution.ts';
import { normalHalfWidth, normalQuantile } from './normal-quantile.ts';

test('the normal quantile undoes the share below', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
      expect(normalShareBelow(normalQuantile(share))).toBeCloseTo(share, 12);
    }),
  );
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
});

test('nineteen of twenty lie within 1.96 deviations', () => {
  expect(normalHalfWidth(0.95)).toBeCloseTo(1.959_963_984_540_054, 14);
});
