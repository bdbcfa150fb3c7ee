import { expect, test } from '@jest/globals';
import type { FunnelStep } from '@readout/api-contract';
import { funnelRows, isTooFewTrials, mostOfParts } from './funnel.ts';

const STEPS: readonly (readonly [FunnelStep, number])[] = [
  ['delivered', 1000],
  ['read', 400],
  ['paywall_hit', 100],
  ['offer_shown', 10],
  ['trial_started', 20],
  ['converted', 5],
];
const steps = STEPS.map(([step, people]) => ({ step, people, took: null, share: null }));

test('each step is a share of the one before and of the first, a trial of the hits', () => {
  const rows = funnelRows(steps);
  expect(rows.map(({ ofBefore }) => ofBefore?.rate ?? null)).toEqual([null, 0.4, 0.25, 0.1, 0.2, 0.25]);
  expect(rows.map(({ ofFirst }) => ofFirst)).toEqual([null, 0.4, 0.1, 0.01, 0.02, 0.005]);
});

test('the range of the API is kept where it comes', () => {
  const share = { count: 400, of: 1000, rate: 0.4, low: 0.37, high: 0.43 };
  const [, read] = funnelRows(steps.map((one) => (one.step === 'read' ? { ...one, share } : one)));
  expect(read?.ofBefore).toEqual(share);
});

test('over nobody, or over fewer than there are, there is no share', () => {
  const nobody = funnelRows(steps.map((one) => ({ ...one, people: 0 })));
  expect(nobody.every(({ ofBefore, ofFirst }) => ofBefore === null && ofFirst === null)).toBe(true);
  const more = funnelRows(steps.map((one) => (one.step === 'paywall_hit' ? { ...one, people: 500 } : one)));
  expect(more[2]?.ofBefore).toBeNull();
});

test('fewer than twenty trials are too few', () => {
  expect(isTooFewTrials(steps)).toBe(false);
  expect(isTooFewTrials(steps.filter(({ step }) => step !== 'trial_started'))).toBe(true);
});

test('bars of parts are compared within their step', () => {
  const items = [
    { key: 'a', name: null, people: [10, null, 3] },
    { key: 'b', name: null, people: [4, null, 7] },
  ];
  expect(mostOfParts(items, 3)).toEqual([10, 0, 7]);
  expect(mostOfParts([], 2)).toEqual([0, 0]);
});
