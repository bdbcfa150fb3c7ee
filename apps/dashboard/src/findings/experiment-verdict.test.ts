import { expect, test } from '@jest/globals';
import type { ExperimentResults } from '@readout/api-contract';
import { experimentVerdict } from './experiment-verdict.ts';

type Comparison = ExperimentResults['comparisons'][number];

const compared = (state: Comparison['state'], more: Partial<Comparison> = {}): Comparison => ({
  offer: 'fortnight',
  measure: 'trial_starts',
  difference: { value: 0.01, low: 0.002, high: 0.018, pValue: 0.01 },
  lift: { value: 0.12, low: 0.03, high: 0.22 },
  state,
  daysToKnow: null,
  ...more,
});
const arm = (offer: string, people: number): ExperimentResults['arms'][number] => ({
  offer,
  name: offer,
  isControl: offer === 'week',
  people,
  mature: people,
  trials: 50,
  paid: 20,
  running: 5,
  revenue: 16_000,
  value: 0.08,
  interval: { low: 0.07, high: 0.09 },
  probabilityBest: 0.5,
  expectedLoss: 0.001,
});
const results = (more: Partial<ExperimentResults>): ExperimentResults => ({
  asOf: '2026-03-20T12:00:00Z',
  days: 18,
  arms: [arm('week', 1_000), arm('fortnight', 1_010)],
  comparisons: [compared('better')],
  guardrails: [],
  others: [],
  sampleRatio: { pValue: 0.6, isBroken: false },
  mixed: 0,
  peopleNeeded: null,
  history: [],
  ...more,
});
const running = { measure: 'trial_starts', state: 'running' } as const;
const lift = { value: 0.12, low: 0.03, high: 0.22 };

test('more trials, of which it is not known yet whether they are paid for, are waited for', () => {
  const others = [compared('better'), compared('open', { measure: 'paid', daysToKnow: 9 })];
  expect(experimentVerdict(results({ others }), running)).toEqual({
    is: 'told',
    main: { is: 'more', offer: 'fortnight', measure: 'trial_starts', lift },
    also: { is: 'open', offer: 'fortnight', measure: 'paid', lift },
    advice: { is: 'wait', days: 9 },
  });
});

test.each([
  ['better', 'better', { is: 'take' }],
  ['better', 'no_difference_that_matters', { is: 'take' }],
  ['better', 'worse', { is: 'keep' }],
  ['better', 'too_few', { is: 'wait_on' }],
  ['open', 'better', { is: 'wait_on' }],
  ['worse', 'better', { is: 'keep' }],
  ['no_difference_that_matters', 'open', { is: 'either' }],
] as const)('where it is %s and payments are %s, the advice is %j', (state, paid, advice) => {
  const found = results({ comparisons: [compared(state)], others: [compared(paid, { measure: 'paid' })] });
  expect(experimentVerdict(found, running)).toMatchObject({ is: 'told', advice });
});

test('too few people say nothing, but when they will', () => {
  const few = (daysToKnow: number | null) => results({ comparisons: [compared('too_few', { daysToKnow })] });
  expect(experimentVerdict(few(23), running)).toEqual({ is: 'too_few', advice: { is: 'wait', days: 23 } });
  expect(experimentVerdict(few(null), running)).toEqual({ is: 'too_few', advice: { is: 'wait_on' } });
  expect(experimentVerdict(results({ arms: [arm('week', 0), arm('fortnight', 0)] }), running)).toEqual({
    is: 'nobody',
  });
});

test('a broken split comes before everything, and harm before what is gained', () => {
  const guard = { ...compared('worse', { measure: 'revenue' }), worstChange: 0.1, isBroken: true };
  const harmed = results({ guardrails: [guard] });
  expect(experimentVerdict(harmed, running)).toEqual({
    is: 'harm',
    offer: 'fortnight',
    measure: 'revenue',
    advice: { is: 'stop' },
  });
  expect(experimentVerdict({ ...harmed, sampleRatio: { pValue: 0.0001, isBroken: true } }, running)).toEqual({
    is: 'broken',
  });
});

test('of several offers it is about the one with most in its favour', () => {
  const small = compared('better', { offer: 'month', lift: { value: 0.05, low: 0.01, high: 0.09 } });
  const comparisons = [compared('worse', { offer: 'year' }), small, compared('better')];
  expect(experimentVerdict(results({ comparisons }), running)).toMatchObject({ main: { offer: 'fortnight' } });
});

test('what is over is told without advice', () => {
  expect(experimentVerdict(results({}), { ...running, state: 'stopped' })).toMatchObject({ advice: { is: 'over' } });
});

test('without a lift, as where the control has brought nothing, none is told', () => {
  const comparisons = [compared('open', { lift: null })];
  expect(experimentVerdict(results({ comparisons }), running)).toMatchObject({ main: { is: 'unknown' } });
});
