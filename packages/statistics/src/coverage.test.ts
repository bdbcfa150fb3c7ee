import { describe, expect, test } from '@jest/globals';
import { coverage, simulate } from '../simulation/coverage.ts';
import { BEYOND_LIMITS, CLICKS_ALIKE, clickHabitOf, HABITS_DIFFER, MAIN } from '../simulation/worlds.ts';

/** docs/estimated-readers.md, “How it was checked”, has the same worlds with more publications. */
describe('over 1,000 simulated publications the 90 % interval', () => {
  const covered = (
    world: Parameters<typeof simulate>[0],
    options: { issues?: number; clickHabitSpread?: number } = {},
  ) => {
    const { answered } = simulate(world, { seed: 2026, answers: 1_000, ...options });
    expect(answered).toHaveLength(1_000);
    return coverage(answered);
  };
  const expectNinety = (share: number) => {
    expect(share).toBeGreaterThanOrEqual(0.87);
    expect(share).toBeLessThanOrEqual(0.93);
  };

  test('holds the truth in 87 to 93 % where click habits differ as it assumes', () => {
    expectNinety(covered(MAIN));
  });

  test('does so where Apple readers read and click by other habits, anyhow within the stated limits', () => {
    expectNinety(covered(HABITS_DIFFER));
  });

  test('does so where click habits are the same and it is told so', () => {
    expectNinety(covered(CLICKS_ALIKE, { clickHabitSpread: 0 }));
  });

  test('does so over the sum of eight issues to the same people', () => {
    expectNinety(covered(MAIN, { issues: 8 }));
    expectNinety(covered(HABITS_DIFFER, { issues: 8 }));
  });

  test.each([0.8, 0.9, 1, 1.1, 1.25])('holds it in 87 %% or more where every publication has the ratio %d', (ratio) => {
    expect(covered(clickHabitOf(ratio))).toBeGreaterThanOrEqual(0.87);
  });

  test('promises too much where habits differ beyond the limits', () => {
    expect(covered(BEYOND_LIMITS)).toBeLessThan(0.7);
    expect(covered(clickHabitOf(0.5))).toBeLessThan(0.2);
    expect(covered(clickHabitOf(2))).toBeLessThan(0.2);
  });

  test('promises too much where images of many seen readers are blocked', () => {
    expect(covered({ ...MAIN, imagesBlocked: 0.3 })).toBeLessThan(0.7);
  });
});

test('a seed gives the same publications again, another one others', () => {
  const truths = (seed: number) => simulate(MAIN, { seed, answers: 20 }).answered.map(({ truth }) => truth);
  expect(truths(1)).toEqual(truths(1));
  expect(truths(1)).not.toEqual(truths(2));
});
