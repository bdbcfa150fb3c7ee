import { describe, expect, test } from '@jest/globals';
import { differenceBesideTime } from './beside-time.ts';
import { falseDiscoveryAdjusted } from './false-discoveries.ts';
import { normal, type Random, seededRandom } from './seeded-random.ts';

const TWELVE = [0.41, 0.43, 0.4, 0.44, 0.39, 0.42, 0.45, 0.38, 0.4, 0.41, 0.37, 0.39];
const FORTY = Array.from({ length: 40 }, (_, at) => 0.5 + 0.01 * ((at * 7) % 11) - 0.004 * at);

describe('the difference that a trait makes beside time', () => {
  /** Least squares with NumPy 2.4.6 (numpy.linalg.lstsq) over hats and trait, quantiles of scipy.stats.t of SciPy 1.17.1. */
  test.each<[string, readonly number[], readonly boolean[], [number, number, number, number]]>([
    [
      'four of twelve',
      TWELVE,
      TWELVE.map((_, at) => [1, 3, 6, 8].includes(at)),
      [0.030_355_839_416_058_52, 0.010_542_960_500_866_522, 0.050_168_718_331_250_514, 0.020_424_996_468_257_368],
    ],
    [
      'every fifth',
      FORTY,
      FORTY.map((_, at) => at % 5 === 1),
      [0.009_694_364_494_368_68, -0.013_776_459_466_600_355, 0.033_165_188_455_337_72, 0.489_443_040_501_362_45],
    ],
    [
      'the last twelve',
      FORTY,
      FORTY.map((_, at) => at > 27),
      [0.024_912_076_239_583_72, -0.052_962_172_882_337_36, 0.102_786_325_361_504_8, 0.591_876_520_612_944_3],
    ],
  ])('is as NumPy has it: %s', (_, values, has, [estimate, low, high, pValue]) => {
    expect(differenceBesideTime(values, has, 0.9)).toEqual({
      estimate: expect.closeTo(estimate, 10),
      low: expect.closeTo(low, 10),
      high: expect.closeTo(high, 10),
      pValue: expect.closeTo(pValue, 10),
    });
  });

  test('does not hang on where the whole goes', () => {
    const has = FORTY.map((_, at) => at % 3 === 0);
    const steeper = FORTY.map((value, at) => value + 0.05 * at - 3);
    expect(differenceBesideTime(steeper, has, 0.9)?.estimate).toBeCloseTo(
      differenceBesideTime(FORTY, has, 0.9)?.estimate ?? Number.NaN,
      10,
    );
  });

  test.each<[string, readonly number[], (at: number) => boolean]>([
    ['too few values', [1, 2, 3], (at) => at === 1],
    ['no values', [], () => true],
    ['values that do not vary', Array(20).fill(0.4), (at) => at % 2 === 0],
    ['a trait that all have', FORTY, () => true],
    ['a trait that none has', FORTY, () => false],
  ])('is not told of %s', (_, values, has) => {
    expect(
      differenceBesideTime(
        values,
        values.map((__, at) => has(at)),
        0.9,
      ),
    ).toBeNull();
  });
});

/**
 * Publications whose open rates go up and down with time and chance, and hang on no trait. A trait that is found
 * nevertheless in far more than one of ten would be a broken promise; far fewer, and real ones would be hidden.
 */
describe('where nothing but time and chance is at work', () => {
  type Trait = (at: number, of: number, random: Random) => boolean;
  const traits: readonly (readonly [string, Trait])[] = [
    ['comes now and then', (_, __, random) => random() < 0.3],
    ['comes on one day of five', (at) => at % 5 === 1],
    ['came only in the last third', (at, of) => at > (of * 2) / 3],
    ['comes more and more often', (at, of, random) => random() < at / of],
  ];
  const [runs, issues] = [600, 60];
  const published = (random: Random) =>
    Array.from(
      { length: issues },
      (_, at) => 0.45 - 0.2 * (at / issues) + 0.04 * Math.sin(at / 12) + 0.02 * normal(random),
    );

  test.each(traits)(
    'what %s is found at the 10 %% level in about one of ten, and its interval holds nought in the others',
    (_, has) => {
      const random = seededRandom(7);
      let found = 0;
      for (let run = 0; run < runs; run++) {
        const values = published(random);
        const difference = differenceBesideTime(
          values,
          values.map((_, at) => has(at, issues, random)),
          0.9,
        );
        if (difference === null) continue;
        if (difference.pValue < 0.1) found++;
        expect(difference.low > 0 || difference.high < 0).toBe(difference.pValue < 0.1);
      }
      // Three standard deviations of 600 draws.
      expect(found / runs).toBeGreaterThan(0.063);
      expect(found / runs).toBeLessThan(0.137);
    },
  );

  test('of fourteen traits asked together, any is told in about one publication of ten at most', () => {
    const random = seededRandom(11);
    let told = 0;
    for (let run = 0; run < runs; run++) {
      const values = published(random);
      const pValues = Array.from({ length: 14 }, (_, which) =>
        differenceBesideTime(
          values,
          values.map((_, at) => (which < 5 ? at % 5 === which : random() < 0.3)),
          0.9,
        ),
      ).flatMap((one) => one?.pValue ?? []);
      if (falseDiscoveryAdjusted(pValues).some((value) => value < 0.1)) told++;
    }
    expect(told / runs).toBeLessThan(0.137);
    expect(told / runs).toBeGreaterThan(0);
  });

  test('a trait that is worth three points is found mostly', () => {
    const random = seededRandom(3);
    let found = 0;
    for (let run = 0; run < 200; run++) {
      const has = Array.from({ length: issues }, () => random() < 0.3);
      const values = published(random).map((value, at) => value + (has[at] ? 0.03 : 0));
      if ((differenceBesideTime(values, has, 0.9)?.low ?? 0) > 0) found++;
    }
    expect(found / 200).toBeGreaterThan(0.95);
  });
});
