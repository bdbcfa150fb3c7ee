import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalShareBelow } from './normal-distribution.ts';
import { studentQuantile, studentShareBelow } from './student-t.ts';

/** Two-sided 80, 95 and 99 %: Abramowitz & Stegun, table 26.10, and to more digits R's qt(). */
const TABLE = [
  [1, 3.077684, 12.706205, 63.656741],
  [2, 1.885618, 4.302653, 9.924843],
  [3, 1.637744, 3.182446, 5.840909],
  [4, 1.533206, 2.776445, 4.604095],
  [5, 1.475884, 2.570582, 4.032143],
  [10, 1.372184, 2.228139, 3.169273],
  [28, 1.312527, 2.048407, 2.763262],
  [30, 1.310415, 2.042272, 2.749996],
  [120, 1.288646, 1.97993, 2.617421],
] as const;

describe('Student’s t', () => {
  test.each(TABLE)('with %d degrees of freedom has the quantiles of the tables', (degrees, ten, two, half) => {
    expect(studentQuantile(0.9, degrees)).toBeCloseTo(ten, 5);
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(two, 5);
    expect(studentQuantile(0.995, degrees)).toBeCloseTo(half, 4);
    expect(studentQuantile(0.1, degrees)).toBe(-studentQuantile(0.9, degrees));
    expect(studentQuantile(0.5, degrees)).toBeCloseTo(0, 12);
  });

  test('with one degree is Cauchy’s, and with many the normal distribution', () => {
    for (const t of [-3, -0.4, 0, 1, 8]) {
      expect(studentShareBelow(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 14);
      expect(studentShareBelow(t, 100_000)).toBeCloseTo(normalShareBelow(t), 4);
    }
    expect(studentShareBelow(Number.POSITIVE_INFINITY, 4)).toBe(1);
    expect(studentShareBelow(Number.NEGATIVE_INFINITY, 4)).toBe(0);
  });

  test('gives back the share whose quantile it was asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (share, degrees) => {
          expect(studentShareBelow(studentQuantile(share, degrees), degrees)).toBeCloseTo(share, 12);
        },
      ),
    );
  });

  test('is refused what it has no answer to', () => {
    for (const degrees of [0, -1, 1.5, Number.NaN]) expect(() => studentShareBelow(1, degrees)).toThrow(RangeError);
    for (const share of [0, 1, Number.NaN]) expect(() => studentQuantile(share, 3)).toThrow(RangeError);
  });
});
