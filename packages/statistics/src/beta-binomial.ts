import { type Beta, betaQuantile, betaShareBelow } from './beta-distribution.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import type { Share, ShareRange } from './proportions.ts';

/** What is believed of an arm's rate after having seen it. */
export interface ArmBelief extends ShareRange {
  /** Mean of the posterior. */
  readonly mean: number;
  /** Of being the arm with the highest rate, from 0 to 1; over all arms it adds up to 1. */
  readonly probabilityBest: number;
  /** What choosing this arm costs on average, in points of the rate: the highest rate less this one's. */
  readonly expectedLoss: number;
}

/** Every rate is as probable as any other. */
const UNIFORM: Beta = { a: 1, b: 1 };

/** Between such shares of each posterior, from below and from above, and its peak the nodes stand; outside nothing counts. */
const BREAKS = [1e-13, 1e-6, 0.01];
/** A rate over its log odds bends within a few units, where no posterior has its breaks as well. */
const LONGEST = 3;
/** With them the answers for two arms are right to 1e-9 (references.test.ts). */
const NODES = gaussLegendre(14);

/**
 * Rates of several arms by Bayes' rule: a beta prior and binomial counts make a beta posterior (Gelman et al., Bayesian
 * Data Analysis, 2013, 2.4). Which is best and what a wrong choice costs (C. Stucchio, Bayesian A/B Testing at VWO, 2015):
 * P(i best) = ∫ fᵢ(x) · ∏ⱼ Fⱼ(x) dx and loss(i) = ∫ Fᵢ(x) · (1 − ∏ⱼ Fⱼ(x)) dx, j over all others. Integrated by
 * Gauss–Legendre between quantiles of all posteriors, over the log odds, where they have no corners at 0 and 1 whatever
 * the prior. Nothing is drawn at random: the same counts give the same answer.
 *
 * Mind that with many looks “best with 95 %” comes about by chance more often than in one of twenty tests.
 * @param level of the credible interval, as much outside on either side
 * @param prior the same for every arm
 * @returns in the order given; null where one is no share
 */
export function beliefsOfArms(arms: readonly Share[], level: number, prior: Beta = UNIFORM): ArmBelief[] | null {
  if (!arms.every(({ count, of }) => count >= 0 && of >= count && Number.isFinite(of))) return null;
  const posteriors = arms.map(({ count, of }) => ({ a: prior.a + count, b: prior.b + of - count }));
  const sums = posteriors.map(() => ({ density: 0, best: 0, loss: 0 }));
  const tops = posteriors.map((posterior) => logDensity(posterior, peakOf(posterior)));
  for (const { logOdds, width } of pointsFor(posteriors)) {
    const x = 1 / (1 + Math.exp(-logOdds));
    // The length of a piece of log odds on the scale of rates.
    const length = width * x * (1 / (1 + Math.exp(logOdds)));
    const below = posteriors.map((posterior) => betaShareBelow(x, posterior));
    for (const [arm, sum] of sums.entries()) {
      const allOthersBelow = below.reduce((product, share, other) => (other === arm ? product : product * share), 1);
      const posterior = posteriors[arm] ?? UNIFORM;
      const density = width * Math.exp(logDensity(posterior, logOdds) - (tops[arm] ?? 0));
      sum.density += density;
      sum.best += density * allOthersBelow;
      sum.loss += length * (below[arm] ?? 0) * (1 - allOthersBelow);
    }
  }
  return posteriors.map((posterior, arm) => {
    const { density, best, loss } = sums[arm] ?? { density: 1, best: 0, loss: 0 };
    return {
      mean: posterior.a / (posterior.a + posterior.b),
      low: betaQuantile((1 - level) / 2, posterior),
      high: upperQuantile((1 - level) / 2, posterior).rate,
      // Divided by what the whole density adds up to, it needs no normalising constant, whose logarithm is inexact.
      probabilityBest: best / density,
      expectedLoss: loss,
    };
  });
}

/** Of the log odds of a rate, up to a constant; highest where they are log(a ÷ b). */
function logDensity({ a, b }: Beta, logOdds: number): number {
  return -a * Math.log1p(Math.exp(-logOdds)) - b * Math.log1p(Math.exp(logOdds));
}

function peakOf({ a, b }: Beta): number {
  return Math.log(a / b);
}

function pointsFor(posteriors: readonly Beta[]): { readonly logOdds: number; readonly width: number }[] {
  const breaks = posteriors
    .flatMap((posterior) => [
      peakOf(posterior),
      ...BREAKS.flatMap((share) => {
        const low = betaQuantile(share, posterior);
        return [Math.log(low) - Math.log1p(-low), upperQuantile(share, posterior).logOdds];
      }),
    ])
    .filter((logOdds) => Number.isFinite(logOdds))
    .sort((one, other) => one - other);
  return breaks.slice(1).flatMap((high, at) => {
    const low = breaks[at] ?? high;
    const pieces = Math.ceil((high - low) / LONGEST);
    const half = (high - low) / pieces / 2;
    return Array.from({ length: pieces }, (_, piece) =>
      NODES.map((node) => ({ logOdds: low + half * (2 * piece + 1 + node.at), width: half * node.weight })),
    ).flat();
  });
}

/** Above which a share lies, through the mirrored distribution: 1 less a small share has lost its digits. */
function upperQuantile(share: number, { a, b }: Beta): { readonly rate: number; readonly logOdds: number } {
  const rest = betaQuantile(share, { a: b, b: a });
  return { rate: 1 - rest, logOdds: Math.log1p(-rest) - Math.log(rest) };
}
