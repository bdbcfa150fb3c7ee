import { mean } from './mean.ts';
import { studentQuantile } from './student-t.ts';

/** How far the mean of some values is from that of others. */
export interface MeanDifference {
  readonly difference: number;
  /** The truth lies between these with a probability of 90 %. */
  readonly low: number;
  readonly high: number;
  /** Whether there may be no difference at all. */
  readonly isChance: boolean;
}

/** With fewer values on either side nothing is said. */
export const FEWEST_COMPARED = 5;

/**
 * Mean of some less mean of the others, with Welch's interval: the two may scatter differently (B. L. Welch, The
 * generalization of Student's problem when several different population variances are involved, Biometrika 34, 1947).
 * Null: too few of either.
 */
export function meanDifference(some: readonly number[], others: readonly number[]): MeanDifference | null {
  if (some.length < FEWEST_COMPARED || others.length < FEWEST_COMPARED) return null;
  const difference = mean(some) - mean(others);
  const [of, ofOthers] = [doubt(some), doubt(others)];
  const variance = of + ofOthers;
  if (variance === 0) return { difference, low: difference, high: difference, isChance: difference === 0 };
  const degrees = variance ** 2 / (of ** 2 / (some.length - 1) + ofOthers ** 2 / (others.length - 1));
  const around = studentQuantile(0.95, degrees) * Math.sqrt(variance);
  const [low, high] = [difference - around, difference + around];
  return { difference, low, high, isChance: low <= 0 && high >= 0 };
}

/** Variance of a mean. */
function doubt(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  return squares / (values.length - 1) / values.length;
}
