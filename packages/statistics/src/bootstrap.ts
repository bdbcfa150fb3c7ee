import { normalShareBelow } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import { quantiles } from './quantiles.ts';
import { binomial, type Random } from './seeded-random.ts';

/** So many people had this value, which is not negative: most of them 0, where it is what they paid. */
export interface ValueCount {
  readonly value: number;
  readonly people: number;
}

export interface BootstrapInterval {
  /** As it was seen, not as resampled. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** Of the intervals, from 0 to 1; usually 0.95. */
  readonly level: number;
  /** How often the people are drawn anew. 4,000 keep an end of a 95 % interval within 3 % of its width or so. */
  readonly resamples: number;
  readonly random: Random;
}

/** Means of the values per person, of two arms. */
export interface BootstrappedMeans {
  /** Treatment less control. */
  readonly difference: BootstrapInterval;
  /** Treatment ÷ control. */
  readonly ratio: BootstrapInterval;
}

/** With fewer people in either arm whose value is not 0 nothing is said: resampling cannot show what was never seen. */
export const FEWEST_PAYING = 20;

/**
 * How far the means of two arms are apart, where values are so uneven that the normal distribution is doubted.
 *
 * Bias-corrected and accelerated bootstrap (B. Efron, Journal of the American Statistical Association 82, 1987): with a few
 * large payments the percentiles alone lie too low. People with the same value are drawn together (a multinomial draw is a
 * binomial one for each value), so that a million people cost no more than a hundred. The acceleration
 * comes of the influence of each person in both arms (B. Efron & R. Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 14).
 * @returns null where too few people paid in either arm
 */
export function bootstrapMeans(
  control: readonly ValueCount[],
  treatment: readonly ValueCount[],
  { level, resamples, random }: BootstrapOptions,
): BootstrappedMeans | null {
  if (paying(control) < FEWEST_PAYING || paying(treatment) < FEWEST_PAYING) return null;
  const [ofControl, ofTreatment] = [meanOf(control), meanOf(treatment)];
  const pairs = Array.from({ length: resamples }, () => ({
    ofControl: meanOf(resampled(control, random)),
    ofTreatment: meanOf(resampled(treatment, random)),
  }));
  const ratio = ofTreatment / ofControl;
  return {
    difference: corrected(
      ofTreatment - ofControl,
      pairs.map((pair) => pair.ofTreatment - pair.ofControl),
      acceleration([...influences(treatment, 1), ...influences(control, -1)]),
      level,
    ),
    ratio: corrected(
      ratio,
      pairs.map((pair) => pair.ofTreatment / pair.ofControl),
      // The slopes of the ratio times the control's mean: acceleration knows no unit.
      acceleration([...influences(treatment, 1), ...influences(control, -ratio)]),
      level,
    ),
  };
}

/** The ends are the resampled values at the shares to which bias and acceleration move the level's. */
function corrected(
  estimate: number,
  resampled: readonly number[],
  accelerated: number,
  level: number,
): BootstrapInterval {
  const below = resampled.filter((one) => one < estimate).length;
  const equal = resampled.filter((one) => one === estimate).length;
  const bias = normalQuantile((below + equal / 2) / resampled.length);
  const moved = (share: number) => {
    const z = bias + normalQuantile(share);
    return normalShareBelow(bias + z / (1 - accelerated * z));
  };
  const [low = Number.NaN, high = Number.NaN] = quantiles(resampled, [moved((1 - level) / 2), moved((1 + level) / 2)]);
  return { estimate, low, high };
}

/** How far each of so many people moves the result. */
interface Influence {
  readonly by: number;
  readonly people: number;
}

/** @param slope what the result gains by a gain of this arm's mean */
function influences(arm: readonly ValueCount[], slope: number): readonly Influence[] {
  const [mean, all] = [meanOf(arm), peopleOf(arm)];
  return arm.map(({ value, people }) => ({ by: (slope * (value - mean)) / all, people }));
}

/** A sixth of the skewness of the influences, as they add up over people. */
function acceleration(all: readonly Influence[]): number {
  const power = (exponent: number) => all.reduce((sum, { by, people }) => sum + people * by ** exponent, 0);
  const squares = power(2);
  return squares > 0 ? power(3) / (6 * squares ** 1.5) : 0;
}

/** As many people, each drawn from all with replacement. */
function resampled(arm: readonly ValueCount[], random: Random): readonly ValueCount[] {
  let [left, toDraw] = [peopleOf(arm), peopleOf(arm)];
  return arm.map(({ value, people }) => {
    const drawn = people >= left ? toDraw : binomial(random, toDraw, people / left);
    left -= people;
    toDraw -= drawn;
    return { value, people: drawn };
  });
}

function meanOf(arm: readonly ValueCount[]): number {
  return arm.reduce((sum, { value, people }) => sum + value * people, 0) / peopleOf(arm);
}

function peopleOf(arm: readonly ValueCount[]): number {
  return arm.reduce((sum, { people }) => sum + people, 0);
}

function paying(arm: readonly ValueCount[]): number {
  return peopleOf(arm.filter(({ value }) => value > 0));
}
