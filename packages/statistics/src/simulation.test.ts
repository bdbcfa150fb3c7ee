import { describe, expect, test } from '@jest/globals';
import { simulatedIssues } from '../simulation/publication.ts';
import { CLICKS_ALIKE, clickHabitOf } from '../simulation/worlds.ts';
import { binomial, normal, seededRandom } from './seeded-random.ts';

const DRAWS = 20_000;

function meanAndVariance(draw: () => number): { mean: number; variance: number } {
  const draws = Array.from({ length: DRAWS }, draw);
  const mean = draws.reduce((sum, one) => sum + one, 0) / DRAWS;
  return { mean, variance: draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (DRAWS - 1) };
}

describe('what the simulation draws', () => {
  test.each([
    [20, 0.3],
    [1_000, 0.02],
    [50_000, 0.4],
    [100_000, 0.95],
  ])('binomial successes of %d trials at %d have their mean and variance', (trials, chance) => {
    const random = seededRandom(7);
    const { mean, variance } = meanAndVariance(() => binomial(random, trials, chance));
    const expected = trials * chance * (1 - chance);
    // Four standard errors of a mean; of a variance, about four too.
    expect(Math.abs(mean - trials * chance)).toBeLessThan(4 * Math.sqrt(expected / DRAWS));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
  });

  test('normal deviates have mean 0 and variance 1', () => {
    const random = seededRandom(8);
    const { mean, variance } = meanAndVariance(() => normal(random));
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  test.each([0.8, 1, 1.25])(
    'hidden readers click %d times as readily as seen ones where the world says so',
    (ratio) => {
      const random = seededRandom(9);
      const world = { ...clickHabitOf(ratio), readHabit: () => 1 };
      const logs = Array.from({ length: 2_000 }, () => simulatedIssues(random, world, 1))
        .flat()
        .filter(({ counts }) => counts.seen.clickers > 300 && counts.hidden.clickers > 300)
        .map(({ counts: { seen, hidden }, hiddenReaders }) =>
          Math.log(hidden.clickers / hiddenReaders / (seen.clickers / seen.readers)),
        );
      expect(logs.length).toBeGreaterThan(300);
      expect(Math.exp(logs.reduce((sum, one) => sum + one, 0) / logs.length)).toBeCloseTo(ratio, 1);
    },
  );

  test('counts never contradict each other, false clicks and blocked images included', () => {
    const random = seededRandom(10);
    const world = { ...CLICKS_ALIKE, imagesBlocked: 0.3, machineClicks: 0.02 };
    for (let publication = 0; publication < 300; publication++) {
      for (const { counts, hiddenReaders } of simulatedIssues(random, world, 3)) {
        expect(counts.seen.clickers).toBeLessThanOrEqual(counts.seen.readers);
        expect(counts.seen.readers).toBeLessThanOrEqual(counts.seen.recipients);
        expect(counts.hidden.clickers).toBeLessThanOrEqual(hiddenReaders);
        expect(hiddenReaders).toBeLessThanOrEqual(counts.hidden.recipients);
      }
    }
  });
});
