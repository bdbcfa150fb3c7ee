import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AGES, foretold, held } from '../simulation/forecasts.ts';
import { foretoldOfSample } from '../simulation/sample-forecasts.ts';
import { FEWEST_FINISHED, type FinishedIssue, finalReaders } from './final-readers.ts';

const issue = (recipients: number, readers: number, total: number): FinishedIssue => ({ recipients, readers, total });
const SEVEN = [
  issue(10_000, 1_200, 4_100),
  issue(10_100, 1_350, 4_500),
  issue(10_200, 1_100, 3_900),
  issue(10_300, 1_500, 4_700),
  issue(10_400, 1_290, 4_400),
  issue(10_500, 1_410, 4_550),
  issue(10_600, 1_180, 4_150),
];

describe('the readers that an issue will have', () => {
  test('are what the regression and its interval for a new observation say', () => {
    // Reckoned apart by the normal equations in matrix form: 5005.6 from 4892.8 to 5121.0.
    expect(finalReaders({ recipients: 10_700, readers: 1_600 }, SEVEN)).toEqual({
      readers: 5_006,
      low: 4_893,
      high: 5_121,
    });
  });

  test('are the earlier totals where the readers so far tell nothing', () => {
    const totals = [380, 400, 420, 410, 390];
    const forecast = finalReaders(
      { recipients: 1_000, readers: 0 },
      totals.map((total) => issue(1_000, 0, total)),
    );
    expect(forecast?.readers).toBe(400);
    // The logarithms deviate by s = 0.0458, t with 3 degrees is 1.638: 400 · exp(±1.638 · 0.0458 · √1.2).
    expect(forecast).toMatchObject({ low: 369, high: 433 });
  });

  test('are twice those of twice as many recipients who read as readily', () => {
    const many = finalReaders({ recipients: 214_000, readers: 32_000 }, SEVEN);
    const few = finalReaders({ recipients: 21_400, readers: 3_200 }, SEVEN);
    expect((many?.readers ?? 0) / (few?.readers ?? 1)).toBeCloseTo(10, 2);
  });

  test('are not foretold from fewer than five, nor of an issue that was delivered to nobody', () => {
    expect(FEWEST_FINISHED).toBe(5);
    expect(finalReaders({ recipients: 100, readers: 1 }, SEVEN.slice(0, 4))).toBeNull();
    const undelivered = [...SEVEN.slice(0, 4), issue(0, 0, 0)];
    expect(finalReaders({ recipients: 100, readers: 1 }, undelivered)).toBeNull();
    expect(finalReaders({ recipients: 0, readers: 0 }, SEVEN)).toBeNull();
  });

  test('are never fewer than there are, never more than recipients, and within their interval', () => {
    const finished = fc
      .record({
        recipients: fc.integer({ min: 1, max: 5_000 }),
        early: fc.double({ min: 0, max: 1, noNaN: true }),
        all: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ recipients, early, all }) => {
        const total = Math.round(all * recipients);
        return issue(recipients, Math.round(early * total), total);
      });
    fc.assert(
      fc.property(
        fc.array(finished, { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1.1, noNaN: true }),
        (earlier, recipients, share) => {
          const readers = Math.round(share * recipients);
          const forecast = finalReaders({ recipients, readers }, earlier);
          if (forecast === null) throw new Error('no forecast');
          expect(forecast.low).toBeGreaterThanOrEqual(readers);
          expect(forecast.high).toBeLessThanOrEqual(Math.max(readers, recipients));
          expect(forecast.low).toBeLessThanOrEqual(forecast.readers);
          expect(forecast.readers).toBeLessThanOrEqual(forecast.high);
        },
      ),
    );
  });
});

/** docs/forecast.md has the same with more publications. */
describe('the 80 % interval of issues held out', () => {
  const byAge = (all: ReturnType<typeof foretold>) =>
    AGES.map((age) => ({ age, share: held(all.filter((one) => one.age === age)) }));
  const wrong = (all: ReturnType<typeof foretold>) => byAge(all).filter(({ share }) => share < 0.75 || share > 0.85);

  test('holds the truth in 75 to 85 % at each age, of the sample publication’s issues', () => {
    const all = Array.from({ length: 8 }, (_, seed) => foretoldOfSample(seed, 0.1)).flat();
    expect(all.length / AGES.length).toBeGreaterThan(350);
    expect(wrong(all)).toEqual([]);
  }, 300_000);

  test('does so of simulated publications, with five earlier issues about so', () => {
    const simulated = (finished: number) => foretold({}, { seed: 2026, publications: 800, finished });
    expect(wrong(simulated(24))).toEqual([]);
    expect(byAge(simulated(5)).filter(({ share }) => share < 0.77 || share > 0.89)).toEqual([]);
  }, 300_000);

  test('does so where the list grows, and where some issues are talked about', () => {
    for (const world of [{ growth: 1.02 }, { exceptional: 15 }]) {
      expect(wrong(foretold(world, { seed: 2026, publications: 1_000, finished: 24 }))).toEqual([]);
    }
  }, 300_000);

  test('is narrow for what is late, and wide for what is early', () => {
    const all = foretold({}, { seed: 2026, publications: 200, finished: 24 });
    const widths = AGES.map((age) => {
      const some = all
        .filter((one) => one.age === age)
        .map(({ truth, forecast }) => (forecast.high - forecast.low) / truth);
      return some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths.at(-1)).toBeLessThan(0.03);
  }, 300_000);
});
