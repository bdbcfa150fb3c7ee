import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ArmSummary,
  alwaysValidDifference,
  armOfShare,
  FEWEST_ALWAYS_VALID,
  relativeLift,
} from './always-valid.ts';

const LEVEL = 0.95;
const options = { level: LEVEL, tightestAt: 20_000 };

const arms = fc
  .record({
    people: fc.integer({ min: 400, max: 1_000_000 }),
    mean: fc.double({ min: 0.2, max: 50, noNaN: true }),
    times: fc.double({ min: 0.3, max: 3, noNaN: true }),
  })
  .map(({ people, mean, times }): ArmSummary => ({ people, mean, variance: (mean * times) ** 2 }));

function share(count: number, of: number): ArmSummary {
  const arm = armOfShare({ count, of });
  if (arm === null) throw new Error('there are enough');
  return arm;
}

describe('an arm of shares', () => {
  test('has the mean and the variance of so many ones and zeros', () => {
    expect(armOfShare({ count: 50, of: 200 })).toEqual({ people: 200, mean: 0.25, variance: 0.25 * 0.75 });
  });

  test.each([
    [FEWEST_ALWAYS_VALID - 1, 10_000],
    [10_000 - FEWEST_ALWAYS_VALID + 1, 10_000],
    [300, 200],
    [Number.NaN, 200],
  ])('says nothing of %d of %d', (count, of) => {
    expect(armOfShare({ count, of })).toBeNull();
  });
});

describe('an always-valid difference', () => {
  test('is about the middle, with its sign', () => {
    fc.assert(
      fc.property(arms, arms, (control, treatment) => {
        const found = alwaysValidDifference(control, treatment, options);
        const turned = alwaysValidDifference(treatment, control, options);
        if (found === null) {
          expect(turned).toBeNull();
          return;
        }
        expect((found.low + found.high) / 2).toBeCloseTo(treatment.mean - control.mean, 9);
        expect(turned?.low).toBeCloseTo(-found.high, 12);
        expect(turned?.high).toBeCloseTo(-found.low, 12);
        expect(turned?.pValue).toBe(found.pValue);
      }),
    );
  });

  test('leaves 0 out just when the p-value is below the level, and the lift leaves it out too', () => {
    fc.assert(
      fc.property(arms, arms, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (control, treatment, level) => {
        const found = alwaysValidDifference(control, treatment, { level, tightestAt: 5_000 });
        const lift = relativeLift(control, treatment, { level, tightestAt: 5_000 });
        if (found === null || Math.abs(found.pValue - (1 - level)) < 1e-9) return;
        const isFound = found.low > 0 || found.high < 0;
        expect(isFound).toBe(found.pValue < 1 - level);
        if (lift !== null) expect(lift.low > 0 || lift.high < 0).toBe(isFound);
      }),
    );
  });

  test('is tightest, for how much is known, about where it was meant to be', () => {
    const variance = 0.05 * 0.95;
    const widths = [1_000, 5_000, 10_000, 20_000, 200_000].map((people) => {
      const arm = { people, mean: 0.05, variance };
      const found = alwaysValidDifference(arm, arm, options);
      return ((found?.high ?? Number.NaN) - (found?.low ?? Number.NaN)) * Math.sqrt(people);
    });
    // 10,000 in each arm are the 20,000 in both.
    const [, , tightest = Number.NaN] = widths;
    expect(Math.min(...widths)).toBe(tightest);
    // So much wider than what is valid for one look.
    expect(tightest / (2 * 1.96 * Math.sqrt(2 * variance))).toBeCloseTo(1.55, 1);
  });

  test.each([
    ['of a mean that is hardly told from 0', { people: 400, mean: 0.1, variance: 1 }],
    ['of nobody', { people: 0, mean: 0, variance: 0 }],
    ['of values that never vary', { people: 100, mean: 1, variance: 0 }],
  ])('is not said %s', (_, arm) => {
    const other = { people: 10_000, mean: 1, variance: 1 };
    expect(alwaysValidDifference(arm, other, options)).toBeNull();
    expect(alwaysValidDifference(other, arm, options)).toBeNull();
    expect(relativeLift(other, arm, options)).toBeNull();
  });
});

describe('a relative lift', () => {
  test('is the ratio less one, within its interval, and none loses more than all', () => {
    fc.assert(
      fc.property(arms, arms, (control, treatment) => {
        const found = relativeLift(control, treatment, options);
        if (found === null) return;
        expect(found.lift).toBeCloseTo(treatment.mean / control.mean - 1, 12);
        expect(found.low).toBeLessThanOrEqual(found.lift);
        expect(found.high).toBeGreaterThanOrEqual(found.lift);
        expect(found.low).toBeGreaterThanOrEqual(-1);
      }),
    );
  });

  test('ends where the difference from that many times the control just holds 0', () => {
    const [control, treatment] = [share(500, 10_000), share(620, 10_100)];
    const found = relativeLift(control, treatment, options);
    for (const end of [found?.low, found?.high]) {
      const times = 1 + (end ?? Number.NaN);
      const raised = { ...control, mean: control.mean * times, variance: control.variance * times ** 2 };
      const difference = alwaysValidDifference(raised, treatment, options);
      expect(Math.min(Math.abs(difference?.low ?? 1), Math.abs(difference?.high ?? 1))).toBeCloseTo(0, 12);
    }
  });

  test('is not said while the control may be 0, early in a test that is planned to be long', () => {
    const [control, treatment] = [share(45, 900), share(60, 900)];
    expect(alwaysValidDifference(control, treatment, { level: LEVEL, tightestAt: 1_000_000 })).not.toBeNull();
    expect(relativeLift(control, treatment, { level: LEVEL, tightestAt: 1_000_000 })).toBeNull();
  });
});
