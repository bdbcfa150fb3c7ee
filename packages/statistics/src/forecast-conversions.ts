import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts';
import { normalShareBelow } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';

export interface ConversionForecast {
  /** Conversions still to come until the horizon. */
  readonly expected: number;
  /** Whole numbers, both included. Of few conversions no whole numbers hold just as much as asked for, but some more. */
  readonly low: number;
  readonly high: number;
  /** Of how many trials the curve does not reach up to the horizon: after its end they are taken not to convert. */
  readonly beyondCurve: number;
}

/** From a curve with fewer nothing is foretold: its own uncertainty is not known well enough. */
export const FEWEST_CONVERSIONS = 10;

/** The curve's uncertainty is gone through in so many equally probable steps. */
const CURVES = 40;

/**
 * How many of the trials that are running now will still convert until the horizon.
 *
 * A trial of age a converts within h with 1 − S(a + h) ÷ S(a), S being the Kaplan–Meier curve of not having converted;
 * `expected` is their sum. Two doubts: the chance of each trial, a sum of unlike coins (Poisson binomial), by the refined
 * normal approximation (A. Y. Volkova, Theory of Probability and its Applications 40, 1996; Y. Hong, Computational
 * Statistics & Data Analysis 59, 2013); and the curve's, which moves all of them together: Greenwood's variance of that
 * very sum by the delta method, put onto the log odds of every trial.
 *
 * It assumes that these trials convert as those that the curve was made of did at the same age (the same offer, the same
 * kind of readers), each for itself. The running ones may be in the curve as well, as followed up to their age. A trial
 * that was cancelled counts like any other that has not converted, in the curve and among the ages alike: left out of the
 * ages only, too few are foretold; out of the curve only, too many.
 * @param ages of the running trials, and `horizon` from now on, in the unit of the curve's times
 * @param level of the interval, from 0 to 1
 * @returns null where the curve has too few conversions
 */
export function forecastConversions(
  curve: SurvivalCurve,
  ages: readonly number[],
  horizon: number,
  level: number,
): ConversionForecast | null {
  const { steps } = curve;
  if (steps.reduce((total, { events }) => total + events, 0) < FEWEST_CONVERSIONS) return null;
  const end = curve.followed.at(-1) ?? 0;
  const beyondCurve = steps.at(-1)?.survival === 0 ? 0 : ages.filter((age) => age + horizon > end).length;
  const { chances, variance } = chancesOf(steps, ages, horizon);
  const movable = sum(chances.map((chance) => chance * (1 - chance)));
  const deviation = movable > 0 ? Math.sqrt(variance) / movable : 0;
  const sums = Array.from({ length: CURVES }, (_, at) =>
    momentsOf(chances, Math.exp(deviation * normalQuantile((at + 0.5) / CURVES))),
  );
  const shareBelow = (count: number) => sum(sums.map((moments) => poissonBinomialBelow(count, moments))) / CURVES;
  const from = firstWith((1 - level) / 2, shareBelow, ages.length);
  // Of one trial with a small chance “none” alone may hold more than the share.
  const to = Math.max(0, firstWith((1 + level) / 2, shareBelow, ages.length + 1) - 1);
  // Where one number holds nearly everything, none may be left between the shares.
  return { expected: sum(chances), low: Math.min(from, to), high: Math.max(from, to), beyondCurve };
}

/** Each trial's chance by the curve, and the variance of their sum that comes of the curve alone. */
function chancesOf(
  steps: readonly SurvivalStep[],
  ages: readonly number[],
  horizon: number,
): { readonly chances: readonly number[]; readonly variance: number } {
  const survivals = [1, ...steps.map(({ survival }) => survival)];
  // What the logarithm of one step's survival does to the sum: all trials that pass it, by what they have left after it.
  const passing: number[] = Array(steps.length + 1).fill(0);
  const add = (at: number, value: number) => {
    passing[at] = (passing[at] ?? 0) + value;
  };
  const chances = ages.map((age) => {
    const [from, to] = [stepsUpTo(steps, age), stepsUpTo(steps, age + horizon)];
    const [now, then] = [survivals[from] ?? 1, survivals[to] ?? 1];
    // A trial older than any that had not converted by then.
    if (now === 0) return 0;
    add(from, then / now);
    add(to, -then / now);
    return 1 - then / now;
  });
  let [variance, left] = [0, 0];
  for (const [at, { atRisk, events }] of steps.entries()) {
    left += passing[at] ?? 0;
    // After a step that took everybody nothing is left to vary.
    if (atRisk > events) variance += (left ** 2 * events) / (atRisk * (atRisk - events));
  }
  return { chances, variance };
}

/** How many steps come at this time or before. */
function stepsUpTo(steps: readonly SurvivalStep[], time: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle]?.time ?? 0) > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of a sum of unlike coins. */
interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly skewness: number;
}

/** With the odds of every coin times a factor. */
function momentsOf(chances: readonly number[], factor: number): Moments {
  let [mean, variance, third] = [0, 0, 0];
  for (const chance of chances) {
    const moved = (chance * factor) / (chance * factor + 1 - chance);
    mean += moved;
    variance += moved * (1 - moved);
    third += moved * (1 - moved) * (1 - 2 * moved);
  }
  return { mean, deviation: Math.sqrt(variance), skewness: variance > 0 ? third / variance ** 1.5 : 0 };
}

/**
 * The probability of fewer, and half of that of just so many (mid-P; H. O. Lancaster, Journal of the American Statistical
 * Association 56, 1961): with the whole of it the interval would hold the truth more often than asked for. The
 * approximation is that without continuity correction.
 */
function poissonBinomialBelow(count: number, { mean, deviation, skewness }: Moments): number {
  if (deviation === 0) return count === mean ? 0.5 : Number(count > mean);
  const z = (count - mean) / deviation;
  const correction = (skewness * (1 - z * z) * Math.exp((-z * z) / 2)) / (6 * Math.sqrt(2 * Math.PI));
  return Math.min(1, Math.max(0, normalShareBelow(z) + correction));
}

/** The first whole number, at most `most`, of which the share is reached. */
function firstWith(share: number, shareBelow: (count: number) => number, most: number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shareBelow(middle) >= share) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
