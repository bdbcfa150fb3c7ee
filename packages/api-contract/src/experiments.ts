import { EXPERIMENT_MEASURES, EXPERIMENT_READERS, GUARDED_MEASURES } from '@readout/events';
import { z } from 'zod';

const MOST_ARMS = 10;

export const experimentMeasure = z.enum(EXPERIMENT_MEASURES);
export const experimentState = z.enum(['draft', 'running', 'stopped']);
export type ExperimentState = z.infer<typeof experimentState>;

/** An offer, and how much of those who take part see it: its weight over all weights. */
const arm = z.strictObject({ offer: z.string().min(1).max(20), weight: z.int().min(1).max(1_000) });
/** What must not get worse by more than this share of itself: 0.1 is ten per cent. */
const guardrail = z.strictObject({ measure: z.enum(GUARDED_MEASURES), worstChange: z.number().gt(0).max(1) });

const fields = {
  name: z.string().trim().min(1, 'An experiment needs a name.').max(100, 'A name has 100 characters at most.'),
  /** The control first. */
  arms: z
    .array(arm)
    .min(2, 'An experiment compares two offers or more.')
    .max(MOST_ARMS, `An experiment compares ${MOST_ARMS} offers at most.`)
    .superRefine((arms, context) => {
      for (const [at, { offer }] of arms.entries()) {
        if (arms.findIndex((one) => one.offer === offer) < at) {
          context.addIssue({ code: 'custom', path: [at, 'offer'], message: 'This offer is there already.' });
        }
      }
    }),
  /** `all` readers, or the `free` ones only, who are not in a trial and do not pay. */
  readers: z.enum(EXPERIMENT_READERS),
  /** People without a token as well. They are told apart for one day only, and may see another offer the next. */
  visitors: z.boolean(),
  /** Of all these, how many take part: from 0 to 1. The others see the control. */
  share: z.number().gt(0, 'Somebody has to take part: give a share above 0.').max(1),
  /** What is compared, per person who hit the paywall. */
  measure: experimentMeasure,
  guardrails: z.array(guardrail).max(GUARDED_MEASURES.length),
  /** The smallest change of the measure that would be worth it, as a share of it: 0.1 is ten per cent. */
  smallestEffect: z.number().gt(0).max(10),
  /** What the measure is now, per paywall hit, as it was planned with; of `revenue` in the currency's smallest unit. */
  baseline: z.number().gt(0).nullable(),
};

export const experimentView = z.object({
  id: z.string(),
  state: experimentState,
  ...fields,
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  stoppedAt: z.string().nullable(),
});
export type ExperimentView = z.infer<typeof experimentView>;
export const experimentList = z.object({ items: z.array(experimentView), next: z.string().nullable() });
export type ExperimentList = z.infer<typeof experimentList>;

export const createExperimentRequest = z
  .strictObject({
    ...fields,
    readers: fields.readers.default('all'),
    visitors: fields.visitors.default(false),
    share: fields.share.default(1),
    guardrails: fields.guardrails.default([]),
    baseline: fields.baseline.default(null),
  })
  .superRefine(({ measure, guardrails, baseline }, context) => {
    const guarded = new Set<string>([measure]);
    for (const [at, one] of guardrails.entries()) {
      if (guarded.has(one.measure)) {
        const message = one.measure === measure ? 'This is what the experiment is about.' : 'This is guarded already.';
        context.addIssue({ code: 'custom', path: ['guardrails', at, 'measure'], message });
      }
      guarded.add(one.measure);
    }
    if (baseline !== null && baseline > 1 && measure !== 'revenue') {
      context.addIssue({ code: 'custom', path: ['baseline'], message: 'A share of people: give it from 0 to 1.' });
    }
  });
export type CreateExperimentRequest = z.input<typeof createExperimentRequest>;

/** What is left out stays as it is. */
export const updateExperimentRequest = z.strictObject(fields).partial();
export type UpdateExperimentRequest = z.input<typeof updateExperimentRequest>;
