import type { Lines } from '../engine/engine.ts';
import type { BillingStatement } from '../subscriptions.ts';
import { escapeTabSeparated } from './tab-separated.ts';

const COLUMNS = [
  ...(['publication', 'subscription', 'system', 'time', 'customer', 'reader', 'issue', 'offer', 'what'] as const),
  ...(['status', 'started', 'trial_from', 'trial_to', 'cancelled', 'ended', 'plan', 'price', 'currency'] as const),
  ...(['months', 'id', 'amount', 'disputed', 'of'] as const),
] as const;
type Column = (typeof COLUMNS)[number];

/** What a statement says nothing of is 0, as is a moment that never came. */
const NOTHING: Readonly<Record<Column, number | string>> = {
  publication: 0,
  subscription: 0,
  system: '',
  time: 0,
  customer: 0,
  reader: 0,
  issue: 0,
  offer: 0,
  what: '',
  status: 'none',
  started: 0,
  trial_from: 0,
  trial_to: 0,
  cancelled: 0,
  ended: 0,
  plan: '',
  price: 0,
  currency: '',
  months: 0,
  id: 0,
  amount: 0,
  disputed: 0,
  of: 0,
};

export function statementLines(statements: readonly BillingStatement[]): Lines {
  let text = '';
  for (const { publication, system, time, subscription, customer, reader, issue, offer, says } of statements) {
    const row: Readonly<Record<Column, number | string>> = {
      ...NOTHING,
      publication,
      subscription: subscription ?? 0,
      system,
      time,
      customer: customer ?? 0,
      reader: reader ?? 0,
      issue: issue ?? 0,
      offer: offer ?? 0,
      what: says.what,
      ...said(says),
    };
    text += `${COLUMNS.map((column) => escapeTabSeparated(String(row[column]))).join('\t')}\n`;
  }
  return { table: 'billing', columns: COLUMNS, text };
}

function said(says: BillingStatement['says']): Partial<Record<Column, number | string>> {
  if (says.what === 'identity') return {};
  if (says.what === 'charge') return { id: says.id, of: says.payment };
  if (says.what !== 'standing') {
    const { id, amount, currency } = says;
    const refunded = says.what === 'refund' ? { disputed: says.disputed ? 1 : 0, of: says.charge ?? 0 } : {};
    return { id, amount, currency, ...refunded };
  }
  const { status, startedAt, trialFrom, trialTo, cancelledAt, endedAt, plan, price, currency, months } = says;
  return {
    status,
    started: startedAt,
    trial_from: trialFrom ?? 0,
    trial_to: trialTo ?? 0,
    cancelled: cancelledAt ?? 0,
    ended: endedAt ?? 0,
    plan,
    // A price in no currency, or for no time, is none.
    ...(price === null || currency === null || months === null ? {} : { price, currency, months }),
  };
}
