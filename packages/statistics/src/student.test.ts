import { describe, expect, test } from '@jest/globals';
import { studentQuantile, studentShareBelow } from './student.ts';

describe("Student's t distribution", () => {
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
