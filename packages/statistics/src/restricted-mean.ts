import { type SurvivalCurve, type SurvivalStep, survivalAt } from './kaplan-meier.ts';
import { normalHalfWidth } from './normal-quantile.ts';

export interface RestrictedMean {
  /** In the unit of the times. */
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How long it takes on average until it happens, or until the horizon where that comes first: the area under the curve
 * (P. Royston & M. Parmar, BMC Medical Research Methodology 13, 2013). Times a price per unit of time it is what a reader
 * is worth up to the horizon, with nothing said of what comes after.
 *
 * Standard error: √ Σ (area from the step to the horizon)² · d ÷ (n (n − d)), Greenwood's by the delta method (J. P. Klein
 * & M. L. Moeschberger, Survival Analysis, 2003, 4.5). The interval is the normal one, at the curve's level, within 0 and
 * the horizon. Where nothing happened before the horizon there is no variance to go by: the area is then at least what is
 * left at the horizon, of which the curve knows the lower end.
 * @returns null where nobody was followed up to the horizon: the area is not known
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean | null {
  const atHorizon = survivalAt(curve, horizon);
  if (!(horizon >= 0) || atHorizon === null) return null;
  const steps = curve.steps.filter(({ time }) => time < horizon);
  if (steps.length === 0) return { mean: horizon, standardError: 0, low: horizon * atHorizon.low, high: horizon };
  let [mean, variance, next] = [0, 0, horizon];
  for (const step of steps.toReversed()) {
    mean += step.survival * (next - step.time);
    variance += step.survival > 0 ? mean ** 2 * greenwoodOf(step) : 0;
    next = step.time;
  }
  mean += next;
  const standardError = Math.sqrt(variance);
  const around = normalHalfWidth(curve.level) * standardError;
  return {
    mean,
    standardError,
    low: Math.max(0, mean - around),
    high: Math.min(horizon, mean + around),
  };
}

/** What a step adds to the relative variance of the survival. */
function greenwoodOf({ atRisk, events }: SurvivalStep): number {
  return events / (atRisk * (atRisk - events));
}
