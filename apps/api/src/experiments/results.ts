import type { ExperimentResults } from '@readout/api-contract';
import type { Experiment, Offer } from '@readout/catalog';
import type { GuardedMeasure } from '@readout/events';
import {
  type AlwaysValidOptions,
  beliefsOfArms,
  FEWEST_PAYING,
  peoplePerArm,
  sampleRatioSequential,
} from '@readout/statistics';
import type { Course, Exposed } from '@readout/warehouse';
import { compared, isBeyond, timesAsMany } from './comparison.ts';
import { added, isShare, maturity, summaryOf, type Tally, type Terms, tallyOf, waitsForTrials } from './outcomes.ts';

const DAY_MS = 86_400_000;
const LEVEL = 0.95;
const POWER = 0.8;
/** Of the normal distribution, for an interval of 95 %. */
const Z = 1.959_963_984_540_054;
/** Where no baseline says how many people it takes, both arms together: what a share of 4 % needs for a third more. */
const USUAL_PEOPLE = 8_000;
/** People of so many days say how many come a day. */
const LATELY_DAYS = 14;
/** Below it chance is no explanation: see `sampleRatioCheck`. */
const UNEVEN = 0.001;
const OTHERS = ['trial_starts', 'paid', 'revenue'] as const;

/** What is asked of an experiment that was started. */
export interface Results {
  readonly experiment: Experiment & { readonly startedAt: Date };
  /** Of its arms, in their order. */
  readonly offers: readonly Offer[];
  readonly exposed: Exposed;
  /** UTC, milliseconds: what was known then is told. */
  readonly asOf: number;
}

/**
 * What an experiment has shown so far.
 *
 * Everything but the beliefs and the arms' own intervals may be looked at every day: the differences by confidence
 * sequences, whose risk of 5 % is shared among the arms beside the control, and the split of people by a sequential test.
 * `paid` and `revenue` are compared among people who were shown an offer the longest trial of any arm and three days
 * ago: see `tallyOf`. Whoever came later counts among `people`, and not in `value`.
 */
export function resultsOf({ experiment, offers, exposed: { courses, mixed }, asOf }: Results): ExperimentResults {
  const { measure, smallestEffect } = experiment;
  const terms: Terms = { trialDays: offers.map((one) => one.trialDays), currency: offers[0]?.currency ?? '' };
  const needed = peopleNeeded(experiment);
  const options: AlwaysValidOptions = {
    level: 1 - (1 - LEVEL) / Math.max(1, offers.length - 1),
    tightestAt: needed === null ? USUAL_PEOPLE : 2 * needed,
  };
  const tallies = (of: GuardedMeasure, daysAgo: number) =>
    offers.map((_, arm) => tallyOf(courses, arm, of, terms, daysAgo));
  const besideControl = (of: GuardedMeasure, smallest: number) => {
    const [control = null, ...treatments] = tallies(of, 0);
    return treatments.map((treatment, at) => {
      const told = compared(control, treatment, of, smallest, options);
      const isKnown = told.state !== 'open' && told.state !== 'too_few';
      const times = isKnown ? null : timesAsMany(control, treatment, of, smallest, options);
      return {
        ...told,
        offer: offers[at + 1]?.publicId ?? '',
        daysToKnow: isKnown
          ? 0
          : daysUntil(courses, [0, at + 1], times, waitsForTrials(of) ? maturity(terms) : 0, experiment, asOf),
      };
    });
  };
  const ran = Math.min(asOf, experiment.stoppedAt?.getTime() ?? asOf) - experiment.startedAt.getTime();
  return {
    asOf: new Date(asOf).toISOString(),
    days: Math.max(0, ran / DAY_MS),
    arms: armResults(courses, offers, tallies(measure, 0), experiment, terms),
    mixed,
    comparisons: besideControl(measure, smallestEffect).map((one) => ({ ...one, measure })),
    guardrails: experiment.guardrails.flatMap(({ measure: guarded, worstChange }) =>
      besideControl(guarded, worstChange).map((one) => ({
        ...one,
        measure: guarded,
        worstChange,
        isBroken: isBeyond(one.lift, guarded, worstChange),
      })),
    ),
    others: OTHERS.flatMap((other) => besideControl(other, smallestEffect).map((one) => ({ ...one, measure: other }))),
    sampleRatio: sampleRatio(courses, experiment),
    peopleNeeded: needed,
    history: historyOf(courses, offers, experiment, terms, options, asOf),
  };
}

/** Null: without a baseline; and of revenue, whose spread nobody wrote down. */
function peopleNeeded({ measure, baseline, smallestEffect, arms }: Experiment): number | null {
  if (baseline === null || measure === 'revenue') return null;
  return peoplePerArm({ base: baseline, smallestLift: smallestEffect, power: POWER, level: LEVEL, arms: arms.length });
}

function armResults(
  courses: readonly Course[],
  offers: readonly Offer[],
  tallies: readonly (Tally | null)[],
  { measure }: Experiment,
  terms: Terms,
): ExperimentResults['arms'] {
  const beliefs =
    isShare(measure) && tallies.every((one) => one !== null && one.people > 0)
      ? beliefsOfArms(
          tallies.map((one) => ({ count: one?.sum ?? 0, of: one?.people ?? 0 })),
          LEVEL,
        )
      : null;
  return offers.map((offer, arm) => {
    const its = courses.filter((one) => one.arm === arm);
    const people = (which: (course: Course) => boolean) => added(its.filter(which).map((one) => one.people));
    const tally = tallies[arm] ?? null;
    const belief = beliefs?.[arm];
    const moneys = its.flatMap(({ people: of, subscriptions }) =>
      subscriptions.flatMap(({ money }) => money.map((one) => ({ ...one, amount: one.amount * of }))),
    );
    return {
      offer: offer.publicId,
      name: offer.name,
      isControl: arm === 0,
      people: people(() => true),
      mature: people(({ exposed }) => exposed >= (waitsForTrials(measure) ? maturity(terms) : 0)),
      trials: people(({ subscriptions }) => subscriptions.some(({ hasTrial }) => hasTrial)),
      paid: people(({ subscriptions }) => subscriptions.some(({ money }) => money.some(({ amount }) => amount > 0))),
      running: people(({ subscriptions }) => subscriptions.some(({ isRunning }) => isRunning)),
      revenue: moneys.every(({ currency }) => currency === terms.currency)
        ? added(moneys.map(({ amount }) => amount))
        : null,
      value: tally === null || tally.people === 0 ? null : tally.sum / tally.people,
      interval: isShare(measure)
        ? belief === undefined
          ? null
          : { low: belief.low, high: belief.high }
        : intervalOf(courses, arm, terms, tally),
      probabilityBest: belief?.probabilityBest ?? null,
      expectedLoss: belief?.expectedLoss ?? null,
    };
  });
}

/** Of revenue per person: the normal one, from as many paying people on as the bootstrap asks for. */
function intervalOf(
  courses: readonly Course[],
  arm: number,
  terms: Terms,
  tally: Tally | null,
): { readonly low: number; readonly high: number } | null {
  const payers = tallyOf(courses, arm, 'paid', terms, 0)?.sum ?? 0;
  if (tally === null || payers < FEWEST_PAYING) return null;
  const { people, mean, variance } = summaryOf(tally);
  const around = Z * Math.sqrt(variance / people);
  return { low: Math.max(0, mean - around), high: mean + around };
}

/** The smallest of the sequential test's p at the end of each day: each of them is valid as long as people come as intended. */
function sampleRatio(courses: readonly Course[], { arms }: Experiment): ExperimentResults['sampleRatio'] {
  const weights = arms.map(({ weight }) => weight);
  const counts = arms.map(() => 0);
  let smallest: number | null = null;
  for (const day of byDay(courses)) {
    for (const { arm, people } of day) counts[arm] = (counts[arm] ?? 0) + people;
    const pValue = sampleRatioSequential(counts, weights);
    if (pValue !== null) smallest = Math.min(smallest ?? 1, pValue);
  }
  return { pValue: smallest, isBroken: smallest !== null && smallest < UNEVEN };
}

/** Courses by the day of their first exposure, the earliest first. */
function byDay(courses: readonly Course[]): readonly (readonly Course[])[] {
  const days = new Map<number, Course[]>();
  for (const course of courses) {
    const its = days.get(course.exposed) ?? [];
    its.push(course);
    days.set(course.exposed, its);
  }
  return [...days].sort(([one], [other]) => other - one).map(([, its]) => its);
}

/**
 * More days until so many times as many people of these arms can be compared as now. Whoever came lately is waited for;
 * beyond them as many come a day as in the last two weeks, or nobody where the experiment is over.
 */
function daysUntil(
  courses: readonly Course[],
  arms: readonly number[],
  times: number | null,
  waiting: number,
  { startedAt, stoppedAt }: Results['experiment'],
  asOf: number,
): number | null {
  if (times === null) return null;
  const its = courses.filter(({ arm }) => arms.includes(arm));
  const since = (age: number) => added(its.filter(({ exposed }) => exposed >= age).map(({ people }) => people));
  const wanted = since(waiting) * times;
  for (let days = 0; days <= waiting; days++) if (since(waiting - days) >= wanted) return days;
  if (stoppedAt !== null) return null;
  const lately = Math.min(LATELY_DAYS, (asOf - startedAt.getTime()) / DAY_MS);
  const perDay = lately > 0 ? (since(0) - since(LATELY_DAYS)) / lately : 0;
  return perDay > 0 ? waiting + Math.ceil((wanted - since(0)) / perDay) : null;
}

/**
 * The first arm beside the control, once a day (of 24 hours before `asOf`), with what was known then. After the end of
 * the experiment as long as there are trials to wait for.
 */
function historyOf(
  courses: readonly Course[],
  offers: readonly Offer[],
  { measure, smallestEffect, startedAt, stoppedAt }: Results['experiment'],
  terms: Terms,
  options: AlwaysValidOptions,
  asOf: number,
): ExperimentResults['history'] {
  const [, first] = offers;
  if (first === undefined) return [];
  const until = stoppedAt === null ? asOf : stoppedAt.getTime() + (maturity(terms) + 1) * DAY_MS;
  const latest = Math.max(0, Math.ceil((asOf - until) / DAY_MS));
  const earliest = Math.floor((asOf - startedAt.getTime()) / DAY_MS);
  const ofBoth = courses.filter(({ arm }) => arm < 2);
  return Array.from({ length: Math.max(0, earliest - latest + 1) }, (_, at) => {
    const daysAgo = earliest - at;
    const [control = null, treatment = null] = [0, 1].map((arm) => tallyOf(ofBoth, arm, measure, terms, daysAgo));
    const { lift } = compared(control, treatment, measure, smallestEffect, options);
    return {
      day: new Date(asOf - daysAgo * DAY_MS).toISOString().slice(0, 10),
      offer: first.publicId,
      people: (control?.people ?? 0) + (treatment?.people ?? 0),
      lift: lift?.value ?? null,
      low: lift?.low ?? null,
      high: lift?.high ?? null,
    };
  });
}
