import { describe, expect, test } from '@jest/globals';
import { normalShareBelow } from './normal-distribution.ts';

describe('the share of a normal distribution below', () => {
  /** Abramowitz & Stegun, table 26.1. */
  test.each([
    [0, 0.5],
    [1, 0.841_344_746_068_543],
    [2, 0.977_249_868_051_821],
    [3, 0.998_650_101_968_37],
    [-1, 0.158_655_253_931_457],
    [-3, 0.001_349_898_031_63],
  ])('%d is %d', (z, expected) => {
    expect(normalShareBelow(z)).toBeCloseTo(expected, 14);
  });

  test.each([
    [1.644_853_626_951_473, 0.95],
    [-2.326_347_874_040_841, 0.01],
  ])('the quantile %d is %d', (z, expected) => {
    expect(normalShareBelow(z)).toBeCloseTo(expected, 14);
  });

  test('far out is nothing or everything', () => {
    expect(normalShareBelow(-40)).toBe(0);
    expect(normalShareBelow(40)).toBe(1);
    expect(normalShareBelow(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalShareBelow(7.99)).toBeCloseTo(1, 14);
  });
});
