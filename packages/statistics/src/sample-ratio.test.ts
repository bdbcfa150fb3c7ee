import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sampleRatioCheck, sampleRatioSequential } from './sample-ratio.ts';

describe('the split of people', () => {
  test.each([
    ['nobody', [0, 0], [1, 1]],
    ['one arm', [10], [1]],
    ['an arm that nobody should be in', [10, 3], [1, 0]],
    ['other arms than weights', [10, 3, 4], [1, 1]],
    ['what is no number', [10, Number.NaN], [1, 1]],
  ])('is not judged for %s', (_, counts, weights) => {
    expect(sampleRatioCheck(counts, weights)).toBeNull();
    expect(sampleRatioSequential(counts, weights)).toBeNull();
  });

  test('as intended is never doubted', () => {
    expect(sampleRatioCheck([800, 100, 100], [80, 10, 10])).toBe(1);
    expect(sampleRatioSequential([800_000, 100_000, 100_000], [80, 10, 10])).toBe(1);
  });

  test('is judged alike in any unit of the weights and any order of the arms', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 100 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.01, max: 100, noNaN: true }), (arms, unit) => {
        const [counts, weights] = [arms.map(([count]) => count), arms.map(([, weight]) => weight)];
        for (const check of [sampleRatioCheck, sampleRatioSequential]) {
          const found = check(counts, weights) ?? Number.NaN;
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual(1);
          const inUnit = weights.map((weight) => weight * unit);
          expect(check(counts, inUnit)).toBeCloseTo(found, 9);
          expect(check(counts.toReversed(), weights.toReversed())).toBeCloseTo(found, 9);
        }
      }),
    );
  });

  test('of many people that lost a fiftieth in one arm is doubted by both', () => {
    expect(sampleRatioCheck([100_000, 98_000], [1, 1])).toBeLessThan(1e-4);
    expect(sampleRatioSequential([100_000, 98_000], [1, 1])).toBeLessThan(1e-3);
  });
});
