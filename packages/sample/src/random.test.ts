import { describe, expect, test } from '@jest/globals';
import { pick, Random } from './random.ts';

const COUNT = 40_000;
const draws = (draw: (random: Random) => number, seed = 5) => {
  const random = new Random(seed);
  return Array.from({ length: COUNT }, () => draw(random));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

describe('chance', () => {
  test('repeats itself with the same seed and does not with another', () => {
    const unit = (random: Random) => random.unit();
    expect(draws(unit, 1)).toEqual(draws(unit, 1));
    expect(draws(unit, 1)).not.toEqual(draws(unit, 2));
    expect(new Random(1, 2).unit()).not.toBe(new Random(2, 1).unit());
  });

  test('neighbouring seeds give numbers that have nothing to do with each other', () => {
    const firsts = Array.from({ length: COUNT }, (_, index) => new Random(9, index).unit());
    expect(mean(firsts)).toBeCloseTo(0.5, 1);
    const products = firsts.slice(1).map((value, index) => (value - 0.5) * ((firsts[index] ?? 0) - 0.5));
    expect(Math.abs(mean(products)) * 12).toBeLessThan(0.02);
  });

  // Tolerances are about five standard errors.
  test.each([
    ['uniform', (random: Random) => random.unit(), 0.5, Math.sqrt(1 / 12)],
    ['normal', (random: Random) => random.normal(), 0, 1],
    ['beta(2, 1.8)', (random: Random) => random.beta(2, 1.8), 2 / 3.8, Math.sqrt((2 * 1.8) / (3.8 ** 2 * 4.8))],
    ['beta(1.3, 10)', (random: Random) => random.beta(1.3, 10), 1.3 / 11.3, Math.sqrt(13 / (11.3 ** 2 * 12.3))],
    ['log of a log-normal', (random: Random) => Math.log(random.logNormal(1, 0.5)), 0, 0.5],
    ['an event of 3 %', (random: Random) => Number(random.chance(0.03)), 0.03, Math.sqrt(0.03 * 0.97)],
  ])('has the mean and the spread that it should: %s', (_, draw, expected, spread) => {
    const values = draws(draw);
    expect(Math.abs(mean(values) - expected)).toBeLessThan((5 * spread) / Math.sqrt(COUNT));
    expect(deviation(values) / spread).toBeCloseTo(1, 1);
  });

  test('whole numbers below a count reach all of them and nothing else', () => {
    expect(new Set(draws((random) => random.below(4)))).toEqual(new Set([0, 1, 2, 3]));
  });

  test('picks by weight, never what has none', () => {
    const picked = draws((random) => pick(random, [0, 1, 2], [3, 0, 1]));
    expect(mean(picked) / 2).toBeCloseTo(0.25, 1);
    expect(picked).not.toContain(1);
    expect(() => pick(new Random(1), [], [])).toThrow('nothing to pick from');
  });
});
