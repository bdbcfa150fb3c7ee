import { describe, expect, test } from '@jest/globals';
import references from '../references/references.json' with { type: 'json' };
import { type ArmSummary, alwaysValidDifference, armOfShare } from './always-valid.ts';
import { beliefsOfArms } from './beta-binomial.ts';
import { betaQuantile, betaShareBelow } from './beta-distribution.ts';
import { bootstrapMeans } from './bootstrap.ts';
import { chiSquareShareAbove } from './chi-square.ts';
import { falseDiscoveryAdjusted } from './false-discoveries.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { normalQuantile } from './normal-quantile.ts';
import { peoplePerArm, peoplePerArmForMeans } from './power.ts';
import { differenceInterval, shareInterval } from './proportions.ts';
import { restrictedMean } from './restricted-mean.ts';
import { sampleRatioCheck, sampleRatioSequential } from './sample-ratio.ts';
import { seededRandom } from './seeded-random.ts';

/** What SciPy, statsmodels, lifelines, gbstats and mpmath answer: references/make_references.py. */
const { distributions, shares, power, arms, sequential, sampleRatio, survival, multiple, bootstrap } = references;

function expectAlike(found: number | null | undefined, expected: number, relative = 1e-6): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

function expectAlikeEnds(found: Ends | null | undefined, expected: Ends, relative = 1e-6): void {
  expectAlike(found?.low, expected.low, relative);
  expectAlike(found?.high, expected.high, relative);
}

describe('distributions agree with SciPy to nine digits', () => {
  test.each(distributions.betaQuantile)('the beta quantile of $share for $a and $b', ({ share, expected, ...beta }) => {
    expectAlike(betaQuantile(share, beta), expected, 1e-9);
  });

  test.each(distributions.betaShareBelow)('the share of beta $a, $b below $x', ({ x, expected, ...beta }) => {
    expectAlike(betaShareBelow(x, beta), expected, 1e-9);
  });

  test.each(distributions.normalQuantile)('the normal quantile of $share', ({ share, expected }) => {
    expectAlike(normalQuantile(share), expected, 1e-9);
  });

  test.each(distributions.chiSquareShareAbove)('chi-square above $x with $df degrees', ({ x, df, expected }) => {
    expectAlike(chiSquareShareAbove(x, df), expected, 1e-9);
  });
});

describe('90 % intervals of shares agree with statsmodels', () => {
  test.each(shares.wilson)("Wilson's for $count of $of", ({ count, of, ...ends }) => {
    expectAlikeEnds(shareInterval({ count, of }), ends);
  });

  test.each(shares.newcombe)("Newcombe's for $one and $other", ({ one, other, ...ends }) => {
    expectAlikeEnds(differenceInterval(one, other), ends);
  });
});

describe('how many people a test needs agrees with statsmodels', () => {
  test.each(power.shares)('from $base with a lift of $smallestLift', ({ expected, ...plan }) => {
    expect(peoplePerArm(plan)).toBe(Math.ceil(expected));
  });

  test.each(power.means)('from a mean of $mean with a lift of $smallestLift', ({ expected, ...plan }) => {
    expect(peoplePerArmForMeans(plan)).toBe(Math.ceil(expected));
  });
});

describe('beliefs of arms', () => {
  test.each(arms.two)('of two are the closed form: $arms', ({ arms: counts, secondBest, lossOfSecond, intervals }) => {
    const [first, second] = beliefsOfArms(counts, 0.95) ?? [];
    expectAlike(second?.probabilityBest, secondBest, 1e-9);
    expectAlike(first?.probabilityBest, 1 - secondBest, 1e-9);
    expectAlike(second?.expectedLoss, lossOfSecond, 1e-9);
    for (const [at, ends] of intervals.entries()) expectAlikeEnds([first, second][at], ends, 1e-9);
  });

  test.each(arms.many)("of several are SciPy's quadrature: $arms", (many) => {
    const found = beliefsOfArms(many.arms, 0.95) ?? [];
    for (const [at, expected] of many.probabilityBest.entries()) {
      expect(found[at]?.probabilityBest).toBeCloseTo(expected, 9);
    }
    for (const [at, expected] of many.expectedLoss.entries()) expectAlike(found[at]?.expectedLoss, expected);
  });
});

describe('always-valid differences are those of gbstats 0.8', () => {
  const differenceOf = (control: ArmSummary | null, treatment: ArmSummary | null, tightestAt: number) => {
    if (control === null || treatment === null) throw new Error('there are enough');
    return alwaysValidDifference(control, treatment, { level: 0.95, tightestAt });
  };

  test.each(sequential.shares)('of shares: $control, $treatment', ({ control, treatment, tightestAt, ...expected }) => {
    const found = differenceOf(armOfShare(control), armOfShare(treatment), tightestAt);
    expectAlikeEnds(found, expected);
    expectAlike(found?.pValue, expected.pValue);
  });

  test.each(sequential.means)('of means: $control, $treatment', ({ control, treatment, tightestAt, ...expected }) => {
    const found = differenceOf(control, treatment, tightestAt);
    expectAlikeEnds(found, expected);
    expectAlike(found?.pValue, expected.pValue);
  });
});

test.each(sampleRatio)('the split $counts of $weights is judged as by SciPy and mpmath', (split) => {
  expectAlike(sampleRatioCheck(split.counts, split.weights), split.check);
  expectAlike(sampleRatioSequential(split.counts, split.weights), split.sequential);
});

describe('survival agrees with lifelines', () => {
  test.each(survival.curves)('at every step with its band, and in its restricted means', (curve) => {
    const found = kaplanMeier(curve.observations, 0.9);
    for (const [at, expected] of curve.steps.entries()) {
      expect(found.steps[at]).toMatchObject({ time: expected.time, atRisk: expected.atRisk, events: expected.events });
      expectAlike(found.steps[at]?.survival, expected.survival);
      expectAlikeEnds(found.steps[at], expected);
    }
    expect(found.steps.length - curve.steps.length).toBe(found.steps.at(-1)?.survival === 0 ? 1 : 0);
    for (const { horizon, mean } of curve.restrictedMeans) expectAlike(restrictedMean(found, horizon)?.mean, mean);
    expectAlike(restrictedMean(found, 20)?.standardError, curve.standardErrorUpTo20);
  });

  test.each(survival.logRank)('in the log-rank test of curves $curves', ({ curves, chiSquare, pValue }) => {
    const found = logRank(curves.map((at) => survival.curves[at]?.observations ?? []));
    expectAlike(found?.chiSquare, chiSquare);
    expectAlike(found?.pValue, pValue);
    expect(found?.degreesOfFreedom).toBe(curves.length - 1);
  });
});

test.each(multiple)('p-values of questions asked together are corrected as by statsmodels', ({ pValues, expected }) => {
  for (const [at, value] of falseDiscoveryAdjusted(pValues).entries()) expectAlike(value, expected[at] ?? Number.NaN);
});

test('the bootstrap agrees with that of SciPy, as far as two draws of 20,000 agree', () => {
  const options = { level: 0.95, resamples: 20_000, random: seededRandom(5) };
  const found = bootstrapMeans(bootstrap.control, bootstrap.treatment, options);
  for (const [which, { low, high }] of [
    [found?.difference, bootstrap.difference],
    [found?.ratio, bootstrap.ratio],
  ] as const) {
    expect(Math.abs((which?.low ?? Number.NaN) - low)).toBeLessThan(0.02 * (high - low));
    expect(Math.abs((which?.high ?? Number.NaN) - high)).toBeLessThan(0.02 * (high - low));
  }
});
