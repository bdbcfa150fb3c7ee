import gammaln from '@stdlib/math-base-special-gammaln';
import { chiSquareShareAbove } from './chi-square.ts';

/**
 * How strongly the sequential check expects the split to be nearly the intended one, in people: a share of ½ then strays
 * by a standard deviation of half a percentage point where something is broken. Breakage of this size and above is found
 * soonest; it is valid whatever this is.
 */
const CONCENTRATION = 10_000;

/**
 * How probable it is, from 0 to 1, that chance alone splits people as unevenly as this, looked at once: K. Pearson's
 * chi-square test (1900). Below 0.001 or so people were lost or sent to the wrong arm, and no figure of the test can be
 * trusted (A. Fabijan et al., Diagnosing Sample Ratio Mismatch, KDD 2019).
 * @param weights of the intended split, in any unit: [1, 1], [90, 10]
 * @returns null where a weight is not above 0, there are fewer than two arms, or nobody came
 */
export function sampleRatioCheck(counts: readonly number[], weights: readonly number[]): number | null {
  const shares = intendedShares(counts, weights);
  if (shares === null) return null;
  const people = sum(counts);
  const uneven = counts.map((count, arm) => {
    const expected = people * (shares[arm] ?? 0);
    return (count - expected) ** 2 / expected;
  });
  return chiSquareShareAbove(sum(uneven), counts.length - 1);
}

/**
 * The same, but valid however often it is looked at: that it ever falls below α happens in at most a share α of tests that
 * split as intended. M. Lindon & A. Malek, Anytime-Valid Inference for Multinomial Count Data, NeurIPS 2022: one over the
 * Bayes factor of a Dirichlet prior around the intended shares θ against them,
 * Γ(κ) ÷ Γ(κ + n) · ∏ Γ(κθᵢ + nᵢ) ÷ Γ(κθᵢ) ÷ ∏ θᵢⁿⁱ. It may rise again; the smallest seen stays valid.
 * @param weights fixed before the test begins, as they are from then on
 * @returns null as for `sampleRatioCheck`
 */
export function sampleRatioSequential(counts: readonly number[], weights: readonly number[]): number | null {
  const shares = intendedShares(counts, weights);
  if (shares === null) return null;
  const ofArms = counts.map((count, arm) => {
    const share = shares[arm] ?? 0;
    return logRising(CONCENTRATION * share, count) - count * Math.log(share);
  });
  const logBayesFactor = sum(ofArms) - logRising(CONCENTRATION, sum(counts));
  return Math.min(1, Math.exp(-logBayesFactor));
}

/** ln Γ(x + n) − ln Γ(x). */
function logRising(x: number, n: number): number {
  return gammaln(x + n) - gammaln(x);
}

function intendedShares(counts: readonly number[], weights: readonly number[]): readonly number[] | null {
  if (counts.length < 2 || counts.length !== weights.length) return null;
  if (!weights.every((weight) => weight > 0) || !counts.every((count) => count >= 0) || sum(counts) === 0) return null;
  const whole = sum(weights);
  return weights.map((weight) => weight / whole);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
