import { normalHalfWidth } from './normal-quantile.ts';
import { type Observation, shortestFirst } from './observation.ts';

/** From this time on, until the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** Followed until just before. */
  readonly atRisk: number;
  readonly events: number;
  /** The share to whom it has not happened by now. */
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}

export interface SurvivalCurve {
  /** Of the band at every step, not of the whole curve at once. */
  readonly level: number;
  /** One for each time at which something happened. */
  readonly steps: readonly SurvivalStep[];
  /** For how long each person was followed, shortest first. */
  readonly followed: readonly number[];
}

/** A share at a moment, with its band. */
export interface SurvivalAt {
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}

/** A share of people to whom it has happened by a moment, with its band. */
export interface ConversionBy {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share to whom it has not happened yet, over time, where some are still being followed: E. L. Kaplan & P. Meier,
 * Journal of the American Statistical Association 53, 1958. Who stops being followed at the very time of an event was at
 * risk of it. It assumes that whoever is followed for a short time only would have done as the others did.
 *
 * Band: Greenwood's variance (1926) on the scale of log(−log S), which keeps it between 0 and 1 (Kalbfleisch & Prentice,
 * The Statistical Analysis of Failure Time Data, 1980). Where nobody at risk is left it has no variance: the band goes
 * from 0 to where it went before.
 * @param level of the band, from 0 to 1
 * @throws RangeError where a time is negative or no number
 */
export function kaplanMeier(observations: readonly Observation[], level: number): SurvivalCurve {
  const sorted = shortestFirst(observations);
  const z = normalHalfWidth(level);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let from = 0; from < sorted.length; ) {
    const time = sorted[from]?.time ?? 0;
    const atRisk = sorted.length - from;
    let events = 0;
    for (; sorted[from]?.time === time; from++) if (sorted[from]?.happened) events++;
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const band =
      survival > 0 ? logLogBand(survival, z * Math.sqrt(greenwood)) : { low: 0, high: steps.at(-1)?.high ?? 1 };
    steps.push({ time, atRisk, events, survival, ...band });
  }
  return { level, steps, followed: sorted.map(({ time }) => time) };
}

/**
 * The curve at a time. Null where nobody was followed for so long, unless it has happened to everybody.
 *
 * Before the first event there is no variance to tell how sure that is: the lower end is then the exact one for nobody of
 * those followed so long (C. J. Clopper & E. S. Pearson, Biometrika 26, 1934).
 */
export function survivalAt({ level, steps, followed }: SurvivalCurve, time: number): SurvivalAt | null {
  const stepsBy = firstAfter(steps.length, (at) => (steps[at]?.time ?? 0) > time);
  const step = steps[stepsBy - 1];
  const followedSoLong = followed.length - firstAfter(followed.length, (at) => (followed[at] ?? 0) >= time);
  if (followedSoLong === 0 && step?.survival !== 0) return null;
  if (step === undefined) return { survival: 1, low: ((1 - level) / 2) ** (1 / followedSoLong), high: 1 };
  return { survival: step.survival, low: step.low, high: step.high };
}

/** The share to whom it has happened by a time: 1 less the curve. Null as there. */
export function conversionBy(curve: SurvivalCurve, time: number): ConversionBy | null {
  const at = survivalAt(curve, time);
  return at && { share: 1 - at.survival, low: 1 - at.high, high: 1 - at.low };
}

/** @param deviations of log S, of which −log S · e^(…) is the scale of the band */
function logLogBand(survival: number, deviations: number): { readonly low: number; readonly high: number } {
  const factor = Math.exp(deviations / -Math.log(survival));
  return { low: survival ** factor, high: survival ** (1 / factor) };
}

/** The first of so many places from which on it holds. */
function firstAfter(places: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, places];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
