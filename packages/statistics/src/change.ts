import { mean } from './mean.ts';
import { NINETY_PERCENT } from './normal-distribution.ts';

/** How much more or less there is of something, relative to what there was: 0.2 is a fifth more. */
export interface Change {
  readonly ratio: number;
  /** The truth lies between these with a probability of 90 %. */
  readonly low: number;
  readonly high: number;
  /** Whether there may be no change at all: it cannot be told apart from what chance does. */
  readonly isChance: boolean;
}

/** Of fewer, before or now, nothing is said: the intervals below rest on sums that are nearly normal. */
const FEWEST_COUNTED = 10;

/**
 * Of different people, when it is known who was there both times; null: too few to say.
 *
 * Only those who came and those who went away make a difference, each of them by a chance of their own: the difference
 * of two Poisson counts (Skellam 1946), whose variance is their sum. Whoever was there both times adds no doubt, which is
 * why this is narrower than comparing two counts. It is McNemar's reasoning for paired observations (1947).
 */
export function changeOfPeople({
  now,
  before,
  both,
}: {
  readonly now: number;
  readonly before: number;
  readonly both: number;
}): Change | null {
  if (before < FEWEST_COUNTED || now < FEWEST_COUNTED) return null;
  const difference = now - before;
  // Nobody coming or going may be chance as well: one may always have.
  const around = NINETY_PERCENT * Math.sqrt(Math.max(1, now - both + (before - both)));
  return changeOf(difference / before, (difference - around) / before, (difference + around) / before);
}

/**
 * Of things that happen, from how many there were on each of the days before and now; null: too few to say.
 *
 * A log ratio of two sums with a quasi-Poisson variance: φ (1 ÷ before + 1 ÷ now), where φ says how much more the days
 * differ than by chance alone (McCullagh & Nelder, Generalized Linear Models, 1989, 6.2.3: Pearson's χ² ÷ degrees of
 * freedom), never below 1. Days without an issue make days differ too, so that it errs on the side of saying chance.
 */
export function changeOfEvents(before: readonly number[], now: readonly number[]): Change | null {
  const [was, is] = [sum(before), sum(now)];
  if (was < FEWEST_COUNTED || is < FEWEST_COUNTED) return null;
  const degrees = before.length + now.length - 2;
  const scattered = chiSquare(before) + chiSquare(now);
  const dispersion = degrees > 0 ? Math.max(1, scattered / degrees) : 1;
  // A stretch may be shorter than the other: what is compared is what came a day.
  const middle = Math.log(is / now.length) - Math.log(was / before.length);
  const around = NINETY_PERCENT * Math.sqrt(dispersion * (1 / was + 1 / is));
  return changeOf(Math.expm1(middle), Math.expm1(middle - around), Math.expm1(middle + around));
}

function changeOf(ratio: number, low: number, high: number): Change {
  return { ratio, low, high, isChance: low <= 0 && high >= 0 };
}

/** How far each day is from the mean, in units of what chance alone would make. */
function chiSquare(days: readonly number[]): number {
  const middle = mean(days);
  return sum(days.map((one) => (one - middle) ** 2)) / middle;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
