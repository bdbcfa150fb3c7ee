import { describe, expect, test } from '@jest/globals';
import { bootstrapMeans, FEWEST_PAYING, type ValueCount } from './bootstrap.ts';
import { binomial, type Random, seededRandom } from './seeded-random.ts';

const arm = (...counts: readonly (readonly [number, number])[]): ValueCount[] =>
  counts.map(([value, people]) => ({ value, people }));

const options = (seed: number) => ({ level: 0.95, resamples: 2_000, random: seededRandom(seed) });

describe('resampled means', () => {
  const [control, treatment] = [arm([0, 900], [5, 70], [50, 30]), arm([0, 880], [5, 80], [50, 40])];

  test('are of the arms as they were seen', () => {
    const found = bootstrapMeans(control, treatment, options(1));
    expect(found?.difference.estimate).toBeCloseTo(2.4 - 1.85, 12);
    expect(found?.ratio.estimate).toBeCloseTo(2.4 / 1.85, 12);
  });

  test('come out the same for the same seed', () => {
    expect(bootstrapMeans(control, treatment, options(2))).toEqual(bootstrapMeans(control, treatment, options(2)));
    expect(bootstrapMeans(control, treatment, options(2))).not.toEqual(bootstrapMeans(control, treatment, options(3)));
  });

  test('of many people are nearly normal, and cost no more', () => {
    const many = (payers: number) => arm([0, 1_000_000 - payers], [10, payers]);
    const found = bootstrapMeans(many(50_000), many(51_000), options(4));
    const around = 1.96 * 10 * Math.sqrt((0.05 * 0.95 + 0.051 * 0.949) / 1e6);
    expect((found?.difference.high ?? Number.NaN) - (found?.difference.low ?? Number.NaN)).toBeGreaterThan(
      1.9 * around,
    );
    expect((found?.difference.high ?? Number.NaN) - (found?.difference.low ?? Number.NaN)).toBeLessThan(2.1 * around);
  });

  test('are not said of few who paid, or of nobody', () => {
    const few = arm([0, 10_000], [5, FEWEST_PAYING - 1]);
    expect(bootstrapMeans(few, treatment, options(5))).toBeNull();
    expect(bootstrapMeans(control, few, options(5))).toBeNull();
    expect(bootstrapMeans([], treatment, options(5))).toBeNull();
  });

  test('reach further up than down where few pay a lot', () => {
    const { low, high, estimate } = bootstrapMeans(control, treatment, options(6))?.ratio ?? {
      low: 0,
      high: 0,
      estimate: 0,
    };
    expect(high - estimate).toBeGreaterThan(estimate - low);
  });

  test('hold the truth about as often as they say', () => {
    const random = seededRandom(2026);
    const worlds = 400;
    let [difference, ratio] = [0, 0];
    for (let world = 0; world < worlds; world++) {
      const found = bootstrapMeans(revenue(random, 0.05), revenue(random, 0.06), {
        level: 0.9,
        resamples: 500,
        random,
      });
      if (found === null) continue;
      const [of, ofOther] = [0.05 * MEAN_PRICE, 0.06 * MEAN_PRICE];
      if (found.difference.low <= ofOther - of && ofOther - of <= found.difference.high) difference++;
      if (found.ratio.low <= ofOther / of && ofOther / of <= found.ratio.high) ratio++;
    }
    // Three standard deviations of 90 % of 400; the bootstrap of skewed values falls a little short.
    expect(Math.abs(difference / worlds - 0.9)).toBeLessThan(0.05);
    expect(Math.abs(ratio / worlds - 0.9)).toBeLessThan(0.05);
  });
});

const PRICES = [
  { price: 5, share: 0.7 },
  { price: 50, share: 0.3 },
];
const MEAN_PRICE = PRICES.reduce((sum, { price, share }) => sum + price * share, 0);

function revenue(random: Random, rate: number): ValueCount[] {
  const people = 2_000;
  const payers = PRICES.map(({ price, share }) => ({ value: price, people: binomial(random, people, rate * share) }));
  return [{ value: 0, people: people - payers.reduce((sum, one) => sum + one.people, 0) }, ...payers];
}
