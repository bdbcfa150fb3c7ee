import type * as contract from '@readout/api-contract';
import type { z } from 'zod';

const offers = { control: 'oF7dNs2hLbYc', other: 'oF9wKx4jTgVu' };
const paid: contract.ExperimentResults['comparisons'][number] = {
  offer: offers.other,
  measure: 'paid',
  difference: { value: 0.0042, low: -0.0011, high: 0.0095, pValue: 0.31 },
  lift: { value: 0.228, low: -0.061, high: 0.588 },
  state: 'open',
  daysToKnow: 23,
};
const tooFew = { offer: offers.other, difference: null, lift: null, state: 'too_few', daysToKnow: null } as const;

export const EXPERIMENT_EXAMPLES = {
  ExperimentResults: {
    asOf: '2026-04-13T08:00:00.000Z',
    days: 42.1,
    arms: [
      {
        offer: offers.control,
        name: 'Thirty days, no card',
        isControl: true,
        people: 9_412,
        mature: 7_065,
        trials: 602,
        paid: 133,
        running: 214,
        revenue: 148_800,
        value: 0.0184,
        interval: { low: 0.0155, high: 0.0218 },
        probabilityBest: 0.041,
        expectedLoss: 0.0043,
      },
      {
        offer: offers.other,
        name: 'Seven days',
        isControl: false,
        people: 9_377,
        mature: 7_030,
        trials: 541,
        paid: 188,
        running: 61,
        revenue: 219_200,
        value: 0.0226,
        interval: { low: 0.0194, high: 0.0264 },
        probabilityBest: 0.959,
        expectedLoss: 0.0001,
      },
    ],
    mixed: 12,
    comparisons: [paid],
    guardrails: [{ ...tooFew, measure: 'revenue', worstChange: 0.1, isBroken: false }],
    others: [{ ...tooFew, measure: 'trial_starts' }, paid, { ...tooFew, measure: 'revenue' }],
    sampleRatio: { pValue: 1, isBroken: false },
    peopleNeeded: 21_870,
    history: [
      { day: '2026-04-12', offer: offers.other, people: 13_780, lift: 0.219, low: -0.08, high: 0.601 },
      { day: '2026-04-13', offer: offers.other, people: 14_095, lift: 0.228, low: -0.061, high: 0.588 },
    ],
  } satisfies contract.ExperimentResults,
  ExperimentPlanRequest: { measure: 'paid', baseline: 0.017, smallestEffect: 0.2, arms: 2, share: 1 } satisfies z.input<
    typeof contract.experimentPlanRequest
  >,
  ExperimentPlan: {
    peoplePerArm: 24_400,
    peoplePerDay: 446.1,
    days: 143,
    lately: 0.017,
  } satisfies contract.ExperimentPlan,
};
