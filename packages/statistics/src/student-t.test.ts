import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { studentQuantile, studentShareBelow } from './student-t.ts';

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
});
