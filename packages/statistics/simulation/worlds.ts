import { CLICK_HABIT_SPREAD } from '../src/index.ts';
import { logUniform, normal, type Random } from '../src/seeded-random.ts';
import type { World } from './publication.ts';

/** The stated limits: hidden readers click at most 1.4 times as readily as seen ones, or seen ones as hidden ones. */
const CLICK_HABIT_LIMITS = [1 / 1.4, 1.4] as const;

/** Reading habits are free: the odds that an Apple recipient reads are between half and twice those of the others. */
const anyReadHabit = (random: Random) => logUniform(random, 0.5, 2);
const alike = () => 1;

/** Click habits differ as the estimator assumes; Apple recipients read as often as others. */
export const MAIN: World = {
  clickHabit: (random) => Math.exp(CLICK_HABIT_SPREAD * normal(random)),
  readHabit: alike,
};

/** Any click habit within the limits is as likely as another, which the estimator does not assume. */
export const HABITS_DIFFER: World = {
  clickHabit: (random) => logUniform(random, ...CLICK_HABIT_LIMITS),
  readHabit: anyReadHabit,
};

/** Click habits are the same; reading habits are free. */
export const CLICKS_ALIKE: World = { clickHabit: alike, readHabit: anyReadHabit };

/** Twice as far as the limits, on the scale of ratios: from 0.51 to 1.96. */
export const BEYOND_LIMITS: World = {
  clickHabit: (random) => logUniform(random, CLICK_HABIT_LIMITS[0] ** 2, CLICK_HABIT_LIMITS[1] ** 2),
  readHabit: anyReadHabit,
};

/** Every publication has this ratio. */
export function clickHabitOf(ratio: number): World {
  return { clickHabit: () => ratio, readHabit: anyReadHabit };
}
