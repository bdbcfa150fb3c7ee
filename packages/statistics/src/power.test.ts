import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalHalfWidth } from './normal-quantile.ts';
import { peoplePerArm, peoplePerArmForMeans, smallestLiftWith } from './power.ts';
import { binomial, normal, seededRandom } from './seeded-random.ts';

const USUAL = { power: 0.8, level: 0.95, arms: 2 } as const;
const TESTS = 4_000;
/** Three standard deviations of 80 % of 4,000. */
const BY_CHANCE = 0.019;

describe('how many people each arm of a test needs', () => {
  test.each([
    [0.05, 0.2],
    [0.02, 0.5],
    [0.4, -0.1],
  ])('is enough to find a lift in four of five tests: from %d by %d', (base, smallestLift) => {
    const people = peoplePerArm({ ...USUAL, base, smallestLift }) ?? 0;
    const random = seededRandom(31);
    let found = 0;
    for (let run = 0; run < TESTS; run++) {
      const [one, other] = [binomial(random, people, base), binomial(random, people, base * (1 + smallestLift))];
      const pooled = (one + other) / (2 * people);
      const deviation = Math.sqrt((2 * pooled * (1 - pooled)) / people);
      if (Math.abs(one - other) / people > normalHalfWidth(USUAL.level) * deviation) found++;
    }
    expect(Math.abs(found / TESTS - USUAL.power)).toBeLessThan(BY_CHANCE);
  });

  test('is enough for means too', () => {
    const plan = { mean: 2, deviation: 3, smallestLift: 0.3 };
    const people = peoplePerArmForMeans({ ...USUAL, ...plan }) ?? 0;
    const random = seededRandom(32);
    const deviation = plan.deviation * Math.sqrt(2 / people);
    const difference = () => plan.mean * plan.smallestLift + deviation * normal(random);
    const found = Array.from({ length: TESTS }, difference).filter(
      (one) => Math.abs(one) > normalHalfWidth(USUAL.level) * deviation,
    );
    expect(Math.abs(found.length / TESTS - USUAL.power)).toBeLessThan(BY_CHANCE);
  });

  test('grows with arms, power and level', () => {
    const plan = { ...USUAL, base: 0.05, smallestLift: 0.1 };
    const usual = peoplePerArm(plan) ?? Number.NaN;
    for (const more of [{ arms: 3 }, { power: 0.9 }, { level: 0.99 }, { smallestLift: 0.09 }]) {
      expect(peoplePerArm({ ...plan, ...more })).toBeGreaterThan(usual);
    }
  });

  test.each([
    ['no lift', { base: 0.05, smallestLift: 0 }],
    ['a lift above everybody', { base: 0.6, smallestLift: 0.7 }],
    ['a base of nobody', { base: 0, smallestLift: 0.1 }],
    ['a lift that nobody could wait for', { base: 0.05, smallestLift: 1e-7 }],
  ])('is not said for %s', (_, plan) => {
    expect(peoplePerArm({ ...USUAL, ...plan })).toBeNull();
  });

  test('is not said for means without anything to find', () => {
    expect(peoplePerArmForMeans({ ...USUAL, mean: 0, deviation: 1, smallestLift: 0.1 })).toBeNull();
    expect(peoplePerArmForMeans({ ...USUAL, mean: 3, deviation: 1, smallestLift: 0 })).toBeNull();
  });
});

describe('the smallest lift that so many people find', () => {
  test('is the one they are enough for, and none smaller', () => {
    const bases = fc.double({ min: 0.001, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(
        bases,
        fc.integer({ min: 50, max: 10_000_000 }),
        fc.integer({ min: 2, max: 10 }),
        (base, people, arms) => {
          const plan = { ...USUAL, base, arms };
          const lift = smallestLiftWith({ ...plan, people });
          if (lift === null || base * (1 + lift * 1.001) >= 1) return;
          expect(peoplePerArm({ ...plan, smallestLift: lift * 1.001 })).toBeLessThanOrEqual(people);
          expect(peoplePerArm({ ...plan, smallestLift: lift * 0.999 })).toBeGreaterThanOrEqual(people);
        },
      ),
    );
  });

  test('is none where everybody doing it would not be found', () => {
    expect(smallestLiftWith({ ...USUAL, base: 0.5, people: 3 })).toBeNull();
    expect(smallestLiftWith({ ...USUAL, base: 0.05, people: 0 })).toBeNull();
  });
});
