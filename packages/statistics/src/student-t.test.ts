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

describe("Student's t distribution", () => {
  /** SciPy 1.17.1, scipy.stats.t.cdf. */
  test.each([
    [0, 3, 0.5],
    [1.5, 3, 0.884_708_067_377_588_6],
    [-2.2, 7.3, 0.031_084_582_700_011_8],
    [4.1, 12, 0.999_263_818_226_749_6],
    [-30, 2, 0.000_554_631_340_979_829_5],
    [0.3, 250, 0.617_786_775_491_975_2],
  ])('has below %d with %d degrees of freedom the share %d', (t, df, expected) => {
    expect(studentShareBelow(t, df)).toBeCloseTo(expected, 12);
  });

  /** SciPy 1.17.1, scipy.stats.t.ppf. */
  test.each([
    [0.95, 1, 6.313_751_514_675_037],
    [0.95, 2.5, 2.558_218_614_135_935_5],
    [0.95, 7, 1.894_578_605_090_006_2],
    [0.95, 30, 1.697_260_886_593_957],
    [0.975, 13.7, 2.149_201_262_229_809],
    [0.995, 100, 2.625_890_521_438_017_3],
    [0.6, 4, 0.270_722_294_707_597_6],
  ])('has the quantile %d with %d degrees of freedom at %d', (share, df, expected) => {
    expect(studentQuantile(share, df)).toBeCloseTo(expected, 10);
    expect(studentQuantile(1 - share, df)).toBeCloseTo(-expected, 10);
  });

  test('its quantile and its share undo each other', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (share, df) => {
          expect(studentShareBelow(studentQuantile(share, df), df)).toBeCloseTo(share, 10);
        },
      ),
      { numRuns: 200 },
    );
  });

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

  /** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2. */
  test.each([
    [0.95, 1, 6.314],
    [0.95, 4, 2.132],
    [0.95, 10, 1.812],
    [0.95, 30, 1.697],
    [0.95, 100, 1.66],
    [0.975, 5, 2.571],
    [0.99, 12, 2.681],
  ])('the quantile of %d with %d degrees of freedom is %d', (share, degrees, expected) => {
    expect(studentQuantile(share, degrees)).toBeCloseTo(expected, 3);
  });

  test('is the normal distribution where there are many degrees of freedom', () => {
    expect(studentQuantile(0.95, 1e5)).toBeCloseTo(1.64487, 4);
    expect(studentQuantile(0.95, 1e9)).toBeCloseTo(1.644854, 6);
  });

  test('has a known share below where it is simple', () => {
    // One degree of freedom is Cauchy's: 1/2 + arctan(t) / π. Two: 1/2 + t / (2 √(2 + t²)).
    expect(studentShareBelow(1, 1)).toBeCloseTo(0.75, 10);
    expect(studentShareBelow(3, 2)).toBeCloseTo(0.5 + 3 / (2 * Math.sqrt(11)), 10);
    expect(studentShareBelow(0, 7)).toBe(0.5);
  });
});
