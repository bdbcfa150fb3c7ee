import { GUARDED_MEASURES } from '@readout/events';
import { z } from 'zod';
import { experimentMeasure } from './experiments.ts';

const range = z.object({ low: z.number(), high: z.number() });

/** One arm. People are those who take part and hit the paywall, or were shown the offer, since the experiment began. */
const armResult = z.object({
  /** Id of the offer. */
  offer: z.string(),
  name: z.string(),
  isControl: z.boolean(),
  people: z.int(),
  /** Of them: those whom `value` is of. For `paid` and `revenue` the shown offer has to be the longest trial and three days ago. */
  mature: z.int(),
  trials: z.int(),
  paid: z.int(),
  /** Of the trials: those that may still be paid for. */
  running: z.int(),
  /** Paid less refunded, in the currency's smallest unit; null: several currencies. */
  revenue: z.int().nullable(),
  /** What is compared: a share of people, or revenue per person; with its 95 % interval for one look. */
  value: z.number().nullable(),
  interval: range.nullable(),
  /** From 0 to 1. */
  probabilityBest: z.number().nullable(),
  /** How much of the measure is given away by choosing this one if it is not the best: in the measure's own unit. */
  expectedLoss: z.number().nullable(),
});

/** An arm beside the control. Always valid: it may be looked at every day. */
const comparison = z.object({
  offer: z.string(),
  measure: experimentMeasure,
  /** In the measure's own unit. */
  difference: z.object({ value: z.number(), ...range.shape, pValue: z.number() }).nullable(),
  /** Relative to the control: 0.12 is 12 % more. */
  lift: z.object({ value: z.number(), ...range.shape }).nullable(),
  /** `too_few`: no interval is told yet. `open`: nothing and the smallest effect are both still possible. */
  state: z.enum(['too_few', 'open', 'better', 'worse', 'no_difference_that_matters']),
  /** More days of as many people as lately until the smallest effect would be seen; null: not to be said. */
  daysToKnow: z.int().nullable(),
});

export const experimentResults = z.object({
  /** ISO 8601. */
  asOf: z.string(),
  days: z.number(),
  arms: z.array(armResult),
  /** People who saw the offers of several arms: counted in none. */
  mixed: z.int(),
  /** Of every arm but the control, its measure. */
  comparisons: z.array(comparison),
  /** The same of every measure that is guarded; `isBroken`: worse by more than it may be, for sure. */
  guardrails: z.array(
    comparison.extend({ measure: z.enum(GUARDED_MEASURES), worstChange: z.number(), isBroken: z.boolean() }),
  ),
  /** Trial starts, first payments and revenue, whatever the experiment is about: "more trials, and so far no more pay". */
  others: z.array(comparison),
  /** Whether people came to the arms as the weights say; `isBroken`: p below 0.001 at any look so far, and nothing else is to be trusted. */
  sampleRatio: z.object({ pValue: z.number().nullable(), isBroken: z.boolean() }),
  /** People per arm that were planned for; null: without a baseline. */
  peopleNeeded: z.int().nullable(),
  /** Day by day, for a curve: the lift of the first arm beside the control, as it would have been told on that day. */
  history: z.array(
    z.object({
      day: z.string(),
      offer: z.string(),
      people: z.int(),
      lift: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
});
export type ExperimentResults = z.infer<typeof experimentResults>;

export const experimentPlanRequest = z.strictObject({
  measure: experimentMeasure,
  /** A share of people, from 0 to 1; of revenue the mean per person, in the smallest unit. */
  baseline: z.number().gt(0),
  /** Of revenue alone: its standard deviation per person. */
  deviation: z.number().gt(0).optional(),
  smallestEffect: z.number().gt(0).max(10),
  arms: z.int().min(2).max(10),
  share: z.number().gt(0).max(1),
});

/** What an experiment takes, with a power of 80 % at a level of 95 %. */
export const experimentPlan = z.object({
  peoplePerArm: z.int().nullable(),
  /** People who hit the paywall a day, of the last 28. */
  peoplePerDay: z.number(),
  /** Null: nobody comes, or it cannot be known. */
  days: z.int().nullable(),
  /**
   * What the measure was over 28 days, as a proposal for the baseline; null: nobody hit the paywall. Of `paid` and
   * `revenue` the last 28 of which it is known: those before the longest trial and three days.
   */
  lately: z.number().nullable(),
});
export type ExperimentPlan = z.infer<typeof experimentPlan>;
