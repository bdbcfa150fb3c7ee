import type { IssuePaywall } from '@readout/api-contract';
import { type IssueId, UNKNOWN_CURRENCY } from '@readout/events';
import type { Subscription } from '@readout/warehouse';
import { digitsOf } from './currency-digits.ts';

/** What subscriptions that are attributed to an issue have brought so far, most first. */
export function issueRevenue(subscriptions: readonly Subscription[], issue: IssueId): IssuePaywall['revenue'] {
  const brought = new Map<string, { amount: number; subscriptions: number }>();
  for (const { payments, refunds } of subscriptions.filter((one) => one.issue === issue)) {
    const [paid] = payments;
    if (paid === undefined || paid.currency === UNKNOWN_CURRENCY) continue;
    const its = brought.get(paid.currency) ?? { amount: 0, subscriptions: 0 };
    its.subscriptions++;
    for (const { amount } of payments) its.amount += amount;
    for (const { amount } of refunds) its.amount -= amount;
    brought.set(paid.currency, its);
  }
  return [...brought]
    .map(([currency, its]) => ({ currency, digits: digitsOf(currency), ...its }))
    .sort((one, other) => other.subscriptions - one.subscriptions);
}
