import { describe, expect, test } from '@jest/globals';
import { digamma, trigamma } from './polygamma.ts';

const EULER = 0.577_215_664_901_532_9;

/** Abramowitz & Stegun, 6.3.2 to 6.3.4 and 6.4.2 to 6.4.4, and table 6.1 for 1.5. */
describe('polygamma functions', () => {
  test.each([
    [1, -EULER],
    [2, 1 - EULER],
    [0.5, -EULER - 2 * Math.LN2],
    [1.5, 0.036_489_973_978_6],
    [10, 2.251_752_589_066_721],
    [101, 5.187_377_517_639_621 - EULER],
  ])('digamma(%d) is %d', (x, expected) => {
    expect(digamma(x)).toBeCloseTo(expected, 12);
  });

  test.each([
    [1, Math.PI ** 2 / 6],
    [2, Math.PI ** 2 / 6 - 1],
    [0.5, Math.PI ** 2 / 2],
    [1.5, Math.PI ** 2 / 2 - 4],
  ])('trigamma(%d) is %d', (x, expected) => {
    expect(trigamma(x)).toBeCloseTo(expected, 12);
  });

  test.each([0.3, 7, 9.99, 10, 10.01, 250, 1e6])('they step from %d to the next as their definition says', (x) => {
    expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 11);
    expect(trigamma(x) - trigamma(x + 1)).toBeCloseTo(1 / x ** 2, 11);
  });
});
