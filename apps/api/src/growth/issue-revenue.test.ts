import { expect, test } from '@jest/globals';
import type { IssueId } from '@readout/events';
import { subscriptionInTest } from '../testing/subscription-in-test.ts';
import { issueRevenue } from './issue-revenue.ts';

const ISSUE = 7 as IssueId;
const money = (amount: number, currency = 'EUR') => ({ at: 1, amount, currency });

test('what an issue brought is paid less paid back, each currency by itself, of its own subscriptions that were paid', () => {
  const led = (given: Parameters<typeof subscriptionInTest>[0]) => subscriptionInTest({ issue: ISSUE, ...given });
  const all = [
    led({ payments: [money(900), money(900)], refunds: [{ ...money(300), isDisputed: false }] }),
    led({ payments: [money(900)] }),
    led({ payments: [money(1_000, 'JPY')] }),
    // A trial that nobody paid for, and somebody else's.
    led({}),
    subscriptionInTest({ issue: 8 as IssueId, payments: [money(5_000)] }),
    subscriptionInTest({ payments: [money(5_000)] }),
  ];
  expect(issueRevenue(all, ISSUE)).toEqual([
    { currency: 'EUR', digits: 2, amount: 2_400, subscriptions: 2 },
    { currency: 'JPY', digits: 0, amount: 1_000, subscriptions: 1 },
  ]);
  expect(issueRevenue([], ISSUE)).toEqual([]);
});
