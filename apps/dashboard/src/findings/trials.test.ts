import { expect, test } from '@jest/globals';
import { againstAll, endedOf, statesOf } from './trials.ts';

const cohort = {
  from: '2026-03-02T00:00:00.000Z',
  started: 20,
  converted: 6,
  cancelled: 4,
  expired: 3,
  running: 5,
  pastDue: 2,
  naiveRate: 0.3,
  rate: { rate: 0.4, low: 0.2, high: 0.6, day: 10 },
  curve: [],
};
const all = { rate: 0.3, low: 0.25, high: 0.35, day: 10 };

test('the states of trials add up to those that started', () => {
  const states = statesOf([cohort, cohort]);
  expect(states).toEqual({ converted: 12, running: 10, pastDue: 4, cancelled: 8, expired: 6 });
  expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(40);
});

test('a trial whose payment is tried again has not ended', () => {
  expect(endedOf([cohort])).toBe(13);
});

test.each([
  ['same', cohort, all],
  ['higher', { ...cohort, rate: { rate: 0.6, low: 0.31, high: 0.8, day: 10 } }, all],
  ['lower', { ...cohort, rate: { rate: 0.1, low: 0.01, high: 0.29, day: 10 } }, all],
  ['few', { ...cohort, rate: null }, all],
  ['few', { ...cohort, converted: 1, expired: 0 }, all],
  ['none', { ...cohort, started: 0 }, all],
  ['none', cohort, null],
] as const)('a week is said to be %s', (says, week, rate) => {
  expect(againstAll(week, rate)).toBe(says);
});
