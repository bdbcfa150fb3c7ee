import { expect, test } from '@jest/globals';
import { currencyOf } from '../format/amount.ts';
import {
  experimentDraftOf,
  guardsOf,
  newExperimentDraft,
  readExperiment,
  sharesOfArms,
  shareTyped,
} from './experiment-draft.ts';

const EUR = currencyOf('EUR');
const WHOLE = { ...newExperimentDraft(['week', 'month']), name: ' Seven or thirty ' };
const lacks = (draft: typeof WHOLE) => [...readExperiment(draft, EUR, null).lacks];

test('a draft is sent with shares from 0 to 1, and with what the measure was lately', () => {
  const guardrails = { ...WHOLE.guardrails, revenue: { isOn: true, worstChange: '5' } };
  expect(readExperiment({ ...WHOLE, guardrails }, EUR, 0.0437).request).toEqual({
    name: 'Seven or thirty',
    arms: [
      { offer: 'week', weight: 1 },
      { offer: 'month', weight: 1 },
    ],
    readers: 'all',
    visitors: false,
    share: 1,
    measure: 'paid',
    guardrails: [{ measure: 'revenue', worstChange: 0.05 }],
    smallestEffect: 0.2,
    baseline: 0.0437,
  });
});

test('without a baseline, typed or known, there is none', () => {
  expect(readExperiment(WHOLE, EUR, null).request?.baseline).toBeNull();
  expect(readExperiment(WHOLE, EUR, 0).request?.baseline).toBeNull();
  expect(readExperiment({ ...WHOLE, baseline: '3,5' }, EUR, 0.04).request?.baseline).toBe(0.035);
  expect(readExperiment({ ...WHOLE, measure: 'revenue', baseline: '0.42' }, EUR, 0.04).request?.baseline).toBe(42);
});

test('what is wrong is named by its place in the request', () => {
  expect(lacks({ ...WHOLE, name: '  ' })).toEqual(['name']);
  expect(lacks({ ...WHOLE, share: '0' })).toEqual(['share']);
  expect(lacks({ ...WHOLE, share: '101' })).toEqual(['share']);
  expect(lacks({ ...WHOLE, smallestEffect: 'a lot' })).toEqual(['smallestEffect']);
  expect(lacks({ ...WHOLE, baseline: '120' })).toEqual(['baseline']);
  const twice = [...WHOLE.arms, { offer: 'week', weight: '0' }];
  expect(lacks({ ...WHOLE, arms: twice })).toEqual(['arms.2.offer', 'arms.2.weight']);
  const guardrails = { ...WHOLE.guardrails, refunds: { isOn: true, worstChange: '' } };
  expect(lacks({ ...WHOLE, guardrails })).toEqual(['guardrails.0.worstChange']);
});

test('what the experiment is about is no guardrail, though it was one before', () => {
  const guardrails = { ...WHOLE.guardrails, paid: { isOn: true, worstChange: '' } };
  expect(guardsOf({ ...WHOLE, guardrails })).toEqual([]);
  expect(lacks({ ...WHOLE, guardrails })).toEqual([]);
});

test('a draft that is there comes into the fields and out again as it was', () => {
  const guardrails = [{ measure: 'refunds', worstChange: 0.075 } as const];
  const { request } = readExperiment({ ...WHOLE, baseline: '4.37' }, EUR, null);
  if (request === null) throw new Error('it lacks nothing');
  const kept = { ...request, guardrails, readers: 'free', visitors: true, share: 0.07, baseline: 0.0437 } as const;
  const more = { id: 'Ex5tRk8mQwZp', state: 'draft', createdAt: '', startedAt: null, stoppedAt: null } as const;
  for (const locale of ['en-GB', 'es-ES']) {
    expect(readExperiment(experimentDraftOf({ ...kept, ...more }, 'EUR', locale), EUR, null).request).toEqual(kept);
  }
});

test('a share is typed in per cent, with a dot or a comma', () => {
  expect(['12.5', '12,5 %', '7', '0', '-1', '100.1', ''].map((one) => shareTyped(one, 1))).toEqual([
    0.125,
    0.125,
    0.07,
    null,
    null,
    null,
    null,
  ]);
});

test('arms share by their weights', () => {
  expect(sharesOfArms([9, 1])).toEqual([0.9, 0.1]);
  expect(sharesOfArms([0, 0])).toEqual([0, 0]);
});
