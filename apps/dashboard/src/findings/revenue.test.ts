import { expect, test } from '@jest/globals';
import { changeOfMrr, currencyOf, gainedIn, lostIn, totalOf } from './revenue.ts';

const month = {
  month: '2026-02',
  mrr: 1000,
  new: 300,
  expansion: 20,
  reactivation: 30,
  contraction: -10,
  churn: -40,
  paid: 1300,
  refunded: 100,
  subscriptions: 5,
};
const euros = {
  currency: 'EUR',
  digits: 2,
  mrr: 1250,
  subscriptions: 6,
  months: [month, { ...month, month: '2026-03', mrr: 1250 }],
  perHit: null,
  perTrial: null,
  lifetime: null,
  issues: [],
  unattributed: { amount: 0, subscriptions: 0 },
};

test('recurring revenue is compared with the end of the month before', () => {
  expect(changeOfMrr(euros)).toEqual({ amount: 250, rate: 0.25, since: '2026-02' });
  expect(changeOfMrr({ ...euros, months: [month] })).toBeNull();
  expect(changeOfMrr({ ...euros, months: [{ ...month, mrr: 0 }, month] })?.rate).toBeNull();
});

test('what came and what went', () => {
  expect(gainedIn(month)).toBe(350);
  expect(lostIn(month)).toBe(-50);
  expect(totalOf(euros.months, 'churn')).toBe(-80);
  expect(totalOf([], 'paid')).toBe(0);
});

test('a currency without revenue gives way to the first', () => {
  const yen = { ...euros, currency: 'JPY' };
  expect(currencyOf([euros, yen], 'JPY')).toBe(yen);
  expect(currencyOf([euros, yen], 'USD')).toBe(euros);
  expect(currencyOf([], undefined)).toBeUndefined();
});
