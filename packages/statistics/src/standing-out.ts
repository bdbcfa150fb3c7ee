import { quantiles } from './quantiles.ts';

/** How far above its usual values a value is. */
export interface StandingOut {
  /** Median of the values before. */
  readonly usual: number;
  /** value ÷ usual; null where the usual is 0. */
  readonly times: number | null;
}

/** With fewer values nobody can say what is usual. */
export const FEWEST_BEFORE = 5;
/** Twice as much at least: where all values before are nearly alike, a little more is soon many deviations away. */
const LEAST_TIMES = 2;
/** Median absolute deviations above the median. */
const DEVIATIONS = 5;

/**
 * Whether a value is far above those before it; null where it is not, or where too few came before.
 *
 * Median and median absolute deviation are moved by no single earlier outlier, as mean and standard deviation are
 * (Leys et al., Journal of Experimental Social Psychology 49, 2013). Five deviations are a modified z-score of
 * 0.6745 × 5 ≈ 3.4; Iglewicz & Hoaglin (How to Detect and Handle Outliers, 1993) advise 3.5, see the NIST/SEMATECH
 * e-Handbook of Statistical Methods, 1.3.5.17.
 */
export function standingOut(value: number, before: readonly number[]): StandingOut | null {
  if (before.length < FEWEST_BEFORE) return null;
  const usual = median(before);
  const deviation = median(before.map((one) => Math.abs(one - usual)));
  if (!(value > usual + DEVIATIONS * deviation && value >= LEAST_TIMES * usual)) return null;
  return { usual, times: usual === 0 ? null : value / usual };
}

function median(values: readonly number[]): number {
  return quantiles(values, [0.5])[0] ?? Number.NaN;
}
