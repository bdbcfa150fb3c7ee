import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beliefsOfArms } from './beta-binomial.ts';

const shares = fc
  .tuple(fc.integer({ min: 0, max: 200_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, share]) => ({ count: Math.round(of * share), of }));

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

describe('what is believed of arms', () => {
  test('adds up to 1 over who is best, whoever they are', () => {
    fc.assert(
      fc.property(fc.array(shares, { minLength: 1, maxLength: 5 }), (arms) => {
        const found = beliefsOfArms(arms, 0.95) ?? [];
        expect(sum(found.map((arm) => arm.probabilityBest))).toBeCloseTo(1, 8);
        for (const { low, mean, high, expectedLoss } of found) {
          expect(low).toBeLessThan(high);
          expect(mean).toBeGreaterThan(0);
          expect(expectedLoss).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('loses what the arms are apart: the losses differ as the means do', () => {
    fc.assert(
      fc.property(fc.array(shares, { minLength: 2, maxLength: 4 }), (arms) => {
        const [first, ...others] = beliefsOfArms(arms, 0.95) ?? [];
        for (const other of others) {
          expect((other.expectedLoss ?? 0) - (first?.expectedLoss ?? 0)).toBeCloseTo(
            (first?.mean ?? 0) - other.mean,
            8,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of arms alike is that each is best as often', () => {
    for (const belief of beliefsOfArms(Array(10).fill({ count: 40, of: 1_000 }), 0.95) ?? []) {
      expect(belief.probabilityBest).toBeCloseTo(0.1, 9);
    }
  });

  test('of a single arm is what it would be without the others, and choosing it costs nothing', () => {
    expect(beliefsOfArms([{ count: 3, of: 9 }], 0.95)?.[0]).toMatchObject({ probabilityBest: 1, expectedLoss: 0 });
    expect(beliefsOfArms([{ count: 3, of: 9 }], 0.95)?.[0]?.mean).toBeCloseTo(4 / 11, 14);
  });

  test('of nothing is the prior', () => {
    const [found] = beliefsOfArms([{ count: 0, of: 0 }], 0.9) ?? [];
    expect(found?.low).toBeCloseTo(0.05, 12);
    expect(found?.high).toBeCloseTo(0.95, 12);
  });

  test.each([
    ["Jeffreys'", { a: 0.5, b: 0.5 }],
    ['from earlier offers', { a: 12, b: 288 }],
  ])('holds with a prior that is %s', (_, prior) => {
    const found =
      beliefsOfArms(
        [
          { count: 0, of: 40 },
          { count: 2, of: 40 },
        ],
        0.95,
        prior,
      ) ?? [];
    expect(sum(found.map((arm) => arm.probabilityBest))).toBeCloseTo(1, 9);
    expect(found[0]?.mean).toBeCloseTo(prior.a / (prior.a + prior.b + 40), 14);
    expect(found[1]?.probabilityBest).toBeGreaterThan(0.5);
  });

  test('is none where one of them is no share', () => {
    expect(
      beliefsOfArms(
        [
          { count: 3, of: 2 },
          { count: 1, of: 2 },
        ],
        0.95,
      ),
    ).toBeNull();
    expect(beliefsOfArms([{ count: Number.NaN, of: 2 }], 0.95)).toBeNull();
  });

  test('comes for ten large arms in the time of a page', () => {
    const arms = Array.from({ length: 10 }, (_, at) => ({ count: 40_000 + 150 * at, of: 1_000_000 }));
    const began = performance.now();
    expect(sum((beliefsOfArms(arms, 0.95) ?? []).map((arm) => arm.probabilityBest))).toBeCloseTo(1, 8);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
