import { normalQuantile } from './normal-quantile.ts';

/** What a test of one arm against others is to be able to do. */
export interface TestPlan {
  /** How probable it shall be that a difference of this size is found, from 0 to 1; usually 0.8. */
  readonly power: number;
  /** 1 less the risk of finding a difference where there is none, over all comparisons together; usually 0.95. */
  readonly level: number;
  /** With the control: 2 for the usual test. */
  readonly arms: number;
}

export interface SharePlan extends TestPlan {
  /** The control's share, between 0 and 1. */
  readonly base: number;
}

export interface MeanPlan extends TestPlan {
  /** The control's mean, and its standard deviation between people, in the same unit. */
  readonly mean: number;
  readonly deviation: number;
}

/** Beyond it a test runs for longer than anybody waits. */
const MOST_PEOPLE = 1e12;

/**
 * How many people each arm needs so that a two-sided test of two shares, looked at once, finds a lift.
 *
 * J. L. Fleiss, Statistical Methods for Rates and Proportions, 1981, 3.2, without continuity correction:
 * n = (z₁₋α⸝₂ · √(2 p̄ (1 − p̄)) + z_power · √(p (1 − p) + q (1 − q)))² ÷ (q − p)², where p is the base, q the base with
 * the lift, and p̄ their mean. Several arms against one control: α is divided by their number (Bonferroni).
 * @param smallestLift relative to the base, not 0: 0.1 is from 5 to 5.5 %
 * @returns rounded up; null where the lift leads out of 0 to 1, or where nobody could wait for it
 */
export function peoplePerArm({ smallestLift, ...plan }: SharePlan & { readonly smallestLift: number }): number | null {
  const [p, q] = [plan.base, plan.base * (1 + smallestLift)];
  if (!(p > 0 && p < 1 && q > 0 && q < 1 && p !== q)) return null;
  return wholePeople((deviationsToSee(plan, p, q) / (q - p)) ** 2);
}

/**
 * The smallest lift, relative to the base, that so many people per arm find: what `peoplePerArm` asks for, the other way
 * round. Null where not even everybody doing it would be found.
 */
export function smallestLiftWith({ people, ...plan }: SharePlan & { readonly people: number }): number | null {
  const p = plan.base;
  if (!(p > 0 && p < 1 && people > 0)) return null;
  const isFound = (q: number) => (q - p) * Math.sqrt(people) >= deviationsToSee(plan, p, q);
  if (!isFound(1)) return null;
  let [low, high] = [p, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high / p - 1;
    if (isFound(middle)) high = middle;
    else low = middle;
  }
}

/**
 * How many people each arm needs so that a two-sided test of two means, as revenue per person, finds a lift:
 * n = 2 · ((z₁₋α⸝₂ + z_power) · deviation ÷ (mean · lift))², the same deviation in both arms (J. Cohen, Statistical Power
 * Analysis for the Behavioral Sciences, 1988, 2.4, by the normal distribution). α as in `peoplePerArm`.
 * @returns rounded up; null where there is nothing to find, or where nobody could wait for it
 */
export function peoplePerArmForMeans({
  mean,
  deviation,
  smallestLift,
  ...plan
}: MeanPlan & { readonly smallestLift: number }): number | null {
  const difference = Math.abs(mean * smallestLift);
  if (!(difference > 0 && deviation > 0)) return null;
  return wholePeople(2 * (((zOfRisk(plan) + normalQuantile(plan.power)) * deviation) / difference) ** 2);
}

function deviationsToSee(plan: TestPlan, p: number, q: number): number {
  const { atNone, atLift } = spreads(p, q);
  return zOfRisk(plan) * atNone + normalQuantile(plan.power) * atLift;
}

/** Standard deviations of a difference of one person's answers: if there is no difference, and if it is as supposed. */
function spreads(p: number, q: number): { readonly atNone: number; readonly atLift: number } {
  const middle = (p + q) / 2;
  return { atNone: Math.sqrt(2 * middle * (1 - middle)), atLift: Math.sqrt(p * (1 - p) + q * (1 - q)) };
}

function zOfRisk({ level, arms }: TestPlan): number {
  return -normalQuantile((1 - level) / 2 / (arms - 1));
}

function wholePeople(people: number): number | null {
  return people <= MOST_PEOPLE ? Math.ceil(people) : null;
}
