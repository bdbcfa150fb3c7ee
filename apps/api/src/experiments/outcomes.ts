import type { GuardedMeasure } from '@readout/events';
import type { ArmSummary } from '@readout/statistics';
import { type BegunAfter, type Course, TRIAL_GRACE_DAYS } from '@readout/warehouse';

/** What of the arms' offers decides when something can be known of them. */
export interface Terms {
  /** Of each arm's offer, in their order. */
  readonly trialDays: readonly number[];
  readonly currency: string;
}

/** So many did it, of so many; or values of so many people, added up. */
export interface Tally {
  readonly people: number;
  readonly sum: number;
  readonly squares: number;
}

/** How long ago somebody has to have been shown an offer, in days, for it to be known whether they pay. */
export function maturity({ trialDays }: Terms): number {
  return Math.max(0, ...trialDays) + TRIAL_GRACE_DAYS;
}

/**
 * A measure of one arm, as it was known so many days ago.
 *
 * Whether somebody pays is known after the trial only, and trials of different length must not be told apart by that. So
 * of `paid`, `revenue`, `refunds` and `trial_cancellations`:
 *
 * - only people count who were shown the offer the longest trial of any arm and three days before, and only what they
 *   began by then;
 * - money of an arm with a shorter trial is looked at as it was by so many days earlier as its trial is shorter. Whatever
 *   is begun on one day is then followed for as long after its trial in every arm.
 *
 * Null: payments in another currency than the offers'.
 */
export function tallyOf(
  courses: readonly Course[],
  arm: number,
  measure: GuardedMeasure,
  terms: Terms,
  daysAgo: number,
): Tally | null {
  const ripe = daysAgo + maturity(terms);
  const money = daysAgo + Math.max(0, ...terms.trialDays) - (terms.trialDays[arm] ?? 0);
  let [people, sum, squares] = [0, 0, 0];
  const add = (count: number, value: number) => {
    people += count;
    sum += count * value;
    squares += count * value ** 2;
  };
  for (const course of courses) {
    if (course.arm !== arm) continue;
    if (measure === 'trial_starts' || measure === 'unsubscribes') {
      if (course.exposed < daysAgo) continue;
      const did =
        measure === 'unsubscribes'
          ? course.unsubscribed !== null && course.unsubscribed >= daysAgo
          : course.subscriptions.some(({ hasTrial, begun }) => hasTrial && begun >= daysAgo);
      add(course.people, Number(did));
      continue;
    }
    if (course.exposed < ripe) continue;
    const begun = course.subscriptions.filter((one) => one.begun >= ripe);
    if (measure === 'paid') add(course.people, Number(paidBy(begun, money)));
    if (measure === 'refunds' && paidBy(begun, money)) add(course.people, Number(hasMoney(begun, money, -1)));
    if (measure === 'trial_cancellations' && begun.some(({ hasTrial }) => hasTrial)) {
      add(course.people, Number(begun.some(({ calledOff }) => calledOff !== null && calledOff >= money)));
    }
    if (measure === 'revenue') {
      const moneys = begun.flatMap((one) => one.money.filter(({ age }) => age >= money));
      if (moneys.some(({ currency }) => currency !== terms.currency)) return null;
      // Refunds of what was paid are no more than that; what is never negative is what the intervals are of.
      add(course.people, Math.max(0, added(moneys.map(({ amount }) => amount))));
    }
  }
  return { people, sum, squares };
}

export function summaryOf({ people, sum, squares }: Tally): ArmSummary {
  const mean = people === 0 ? 0 : sum / people;
  return { people, mean, variance: people === 0 ? 0 : Math.max(0, squares / people - mean ** 2) };
}

/** Whether a measure counts people who did something. */
export function isShare(measure: GuardedMeasure): boolean {
  return measure !== 'revenue';
}

/** Whether less of it is better. */
export function isHarm(measure: GuardedMeasure): boolean {
  return measure === 'refunds' || measure === 'trial_cancellations' || measure === 'unsubscribes';
}

/** Whether it can be told only when trials have ended. */
export function waitsForTrials(measure: GuardedMeasure): boolean {
  return measure !== 'trial_starts' && measure !== 'unsubscribes';
}

function paidBy(subscriptions: readonly BegunAfter[], age: number): boolean {
  return hasMoney(subscriptions, age, 1);
}

function hasMoney(subscriptions: readonly BegunAfter[], since: number, sign: 1 | -1): boolean {
  return subscriptions.some(({ money }) => money.some(({ age, amount }) => age >= since && amount * sign > 0));
}

export function added(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
