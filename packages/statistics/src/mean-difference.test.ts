import { describe, expect, test } from '@jest/globals';
import { meanDifference } from './mean-difference.ts';
import { normal, seededRandom } from './seeded-random.ts';

describe('the difference of two means', () => {
  test("is what Welch's formula gives", () => {
    // Means 3 and 6, variances 2.5 and 10, five each: a doubt of √2.5, 5.88 degrees of freedom, t of 1.9505.
    const found = meanDifference([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);
    expect(found?.difference).toBe(-3);
    expect(found?.low).toBeCloseTo(-3 - 1.9505 * Math.sqrt(2.5), 2);
    expect(found?.high).toBeCloseTo(-3 + 1.9505 * Math.sqrt(2.5), 2);
    expect(found?.isChance).toBe(true);
  });

  test('is not claimed from fewer than five on either side', () => {
    expect(meanDifference([1, 2, 3, 4], [1, 2, 3, 4, 5, 6])).toBeNull();
    expect(meanDifference([1, 2, 3, 4, 5, 6], [1, 2, 3, 4])).toBeNull();
  });

  test('of values that never vary is certain', () => {
    expect(meanDifference([2, 2, 2, 2, 2], [1, 1, 1, 1, 1])).toEqual({
      difference: 1,
      low: 1,
      high: 1,
      isChance: false,
    });
    expect(meanDifference([1, 1, 1, 1, 1], [1, 1, 1, 1, 1])?.isChance).toBe(true);
  });

  test.each([
    ['of few and many', 6, 100, 1, 1],
    ['of few that scatter more', 6, 60, 3, 1],
    ['of few that scatter less', 8, 60, 0.3, 1],
  ])('holds the truth nine times of ten: %s', (_, some, others, spread, spreadOfOthers) => {
    const random = seededRandom(some + others);
    const worlds = 1_000;
    let held = 0;
    for (let world = 0; world < worlds; world++) {
      const draw = (count: number, mean: number, by: number) =>
        Array.from({ length: count }, () => mean + by * normal(random));
      const found = meanDifference(draw(some, 0.7, spread), draw(others, 0, spreadOfOthers));
      if (found !== null && found.low <= 0.7 && 0.7 <= found.high) held++;
    }
    // Three standard deviations of a coverage of 90 % in 1,000 worlds.
    expect(Math.abs(held / worlds - 0.9)).toBeLessThan(0.028);
  });
});
