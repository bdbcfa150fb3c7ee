import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeOfEvents, changeOfPeople } from './change.ts';
import { binomial, normal, seededRandom } from './seeded-random.ts';

const WORLDS = 1_000;
/** As far as a coverage of 90 % strays in 1,000 worlds: three standard deviations are 2.8 points. */
const LEAST = 0.87;

describe('the change of different people', () => {
  test('is of those who came and went', () => {
    // 30 came, 10 went: 20 more of 100, give or take 1.645 × √40.
    const found = changeOfPeople({ before: 100, now: 120, both: 90 });
    expect(found).toEqual({
      ratio: 0.2,
      low: expect.closeTo(0.2 - (1.64485 * Math.sqrt(40)) / 100, 4),
      high: expect.closeTo(0.2 + (1.64485 * Math.sqrt(40)) / 100, 4),
      isChance: false,
    });
  });

  test.each([
    ['nobody came or went', { before: 100, now: 100, both: 100 }, true],
    ['as many came as went', { before: 100, now: 103, both: 50 }, true],
    ['many more came than went', { before: 100, now: 140, both: 95 }, false],
    ['all went and others came', { before: 400, now: 400, both: 0 }, true],
  ])('%s', (_, people, isChance) => {
    expect(changeOfPeople(people)?.isChance).toBe(isChance);
  });

  test('is not claimed of a handful', () => {
    expect(changeOfPeople({ before: 9, now: 50, both: 9 })).toBeNull();
    expect(changeOfPeople({ before: 50, now: 9, both: 9 })).toBeNull();
  });

  test('holds the truth nine times of ten: readers come and go by chance', () => {
    const random = seededRandom(7);
    let held = 0;
    for (let world = 0; world < WORLDS; world++) {
      // Of 2,000 readers each reads with a chance of its group, which falls a little in the one that changes.
      const [steady, changing] = [1_200, 800];
      const before = binomial(random, steady, 0.5) + binomial(random, changing, 0.5);
      const bothSteady = binomial(random, steady, 0.25);
      const bothChanging = binomial(random, changing, 0.2);
      const onlyBefore =
        binomial(random, steady - bothSteady, 1 / 3) + binomial(random, changing - bothChanging, 0.375);
      const onlyNow = binomial(random, steady, 0.25) + binomial(random, changing, 0.2);
      const both = bothSteady + bothChanging;
      expect(before).toBeGreaterThan(0);
      const found = changeOfPeople({ before: both + onlyBefore, now: both + onlyNow, both });
      const truth = (1_200 * 0.5 + 800 * 0.4) / (1_200 * 0.5 + 800 * 0.5) - 1;
      if (found !== null && found.low <= truth && truth <= found.high) held++;
    }
    expect(held / WORLDS).toBeGreaterThan(LEAST);
  });
});

/** Clicks of each day: none on Sundays, half on Saturdays, and each issue draws more or fewer by σ. */
function days(random: () => number, level: number, spread: number): number[] {
  return Array.from({ length: 30 }, (_, day) => {
    const weekday = [0, 1, 1.05, 1.05, 1, 1, 0.5][day % 7] ?? 1;
    const expected = level * weekday * Math.exp(spread * normal(random) - spread ** 2 / 2);
    return binomial(random, 10_000, expected / 10_000);
  });
}

describe('the change of what happens', () => {
  test.each([
    ['issues that are all alike', 40, 0],
    ['issues that differ', 40, 0.5],
    ['issues that differ much', 300, 0.7],
    ['few events', 1.5, 0.3],
  ])('holds the truth nine times of ten: %s', (_, level, spread) => {
    const random = seededRandom(level * 100 + spread);
    let held = 0;
    let said = 0;
    for (let world = 0; world < WORLDS; world++) {
      const found = changeOfEvents(days(random, level, spread), days(random, level * 1.2, spread));
      if (found === null) continue;
      said++;
      if (found.low <= 0.2 && 0.2 <= found.high) held++;
    }
    expect(said).toBeGreaterThan(WORLDS * 0.95);
    expect(held / said).toBeGreaterThan(LEAST);
  });

  test('finds a change that is there', () => {
    const random = seededRandom(3);
    let found = 0;
    for (let world = 0; world < 200; world++) {
      if (changeOfEvents(days(random, 40, 0.3), days(random, 80, 0.3))?.isChance === false) found++;
    }
    expect(found).toBeGreaterThan(190);
  });

  test('is not claimed of a handful, and compares what came a day', () => {
    expect(changeOfEvents([3, 3, 3], [50, 40, 60])).toBeNull();
    expect(changeOfEvents([50, 40, 60], [3, 3, 3])).toBeNull();
    expect(changeOfEvents([50, 50], [50, 50, 50, 50])).toMatchObject({ ratio: 0, isChance: true });
  });

  test('lies within its interval, and turned round is the inverse', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 7, maxLength: 40 });
    fc.assert(
      fc.property(counts, counts, (before, now) => {
        const [there, back] = [changeOfEvents(before, now), changeOfEvents(now, before)];
        if (there === null || back === null) return expect(there).toBe(back);
        expect(there.low).toBeLessThan(there.ratio);
        expect(there.ratio).toBeLessThan(there.high);
        expect((1 + there.low) * (1 + back.high)).toBeCloseTo(1);
        expect(there.isChance).toBe(back.isChance);
      }),
    );
  });
});
