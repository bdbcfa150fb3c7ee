import {
  type BillingSystem,
  type IssueId,
  type LinkId,
  type OfferId,
  type PublicationId,
  type ReaderId,
  type SectionId,
  SUBSCRIPTION_STATUSES,
} from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { Subscription, Touch } from '../subscriptions.ts';
import { askedOf } from './arrivals.sql.ts';
import { attributedLives } from './attribution.sql.ts';

type Money = readonly [id: number, at: number, amount: number, currency: string];

interface Row {
  readonly system: BillingSystem;
  readonly subscription: number;
  readonly person: ReaderId;
  readonly isKnown: 0 | 1;
  readonly issue: IssueId | 0;
  readonly firstIssue: IssueId | 0;
  readonly section: SectionId | 0;
  readonly link: LinkId | 0;
  readonly offer: OfferId | 0;
  readonly touch: Touch;
  readonly begun: number;
  readonly trialFrom: number;
  readonly trialTo: number;
  readonly cancelled: number;
  readonly ended: number;
  readonly statusNumber: number;
  readonly payments: readonly Money[];
  readonly failures: readonly Money[];
  readonly refunds: readonly (readonly [...Money, disputed: 0 | 1])[];
  readonly prices: readonly (readonly [
    at: number,
    status: number,
    price: number,
    currency: string,
    months: number,
    plan: string,
  ])[];
}

/** All subscriptions of a publication, in the order in which they began. */
export async function subscriptions(engine: Engine, publication: PublicationId): Promise<readonly Subscription[]> {
  const asked = await askedOf(engine, publication, null);
  if (asked.attribution === null) return [];
  const rows = await engine.rows<Row>(`
    SELECT
      system, subscription, reader AS person, is_known AS isKnown,
      issue, first_issue AS firstIssue, section, link, offer, touch, begun,
      trial_from AS trialFrom, trial_to AS trialTo, cancelled, ended, status AS statusNumber,
      payments, failures, refunds,
      arrayMap(x -> (x.1, x.2, x.8, x.9, x.10, x.11), standings) AS prices
    FROM (${attributedLives(asked, asked.attribution)}) AS a
    ORDER BY begun, system, subscription`);
  return rows.map(subscriptionOf);
}

function subscriptionOf({ prices, statusNumber, ...row }: Row): Subscription {
  return {
    ...row,
    isKnown: row.isKnown === 1,
    issue: row.issue || null,
    firstIssue: row.firstIssue || null,
    section: row.section || null,
    link: row.link || null,
    offer: row.offer || null,
    trialFrom: row.trialFrom || null,
    trialTo: row.trialTo || null,
    cancelled: row.cancelled || null,
    ended: row.ended || null,
    status: statusOf(statusNumber),
    payments: row.payments.map(moneyOf),
    failures: row.failures.map(moneyOf),
    refunds: row.refunds.map(([id, at, amount, currency, disputed]) => ({
      ...moneyOf([id, at, amount, currency]),
      isDisputed: disputed === 1,
    })),
    standings: prices.map(([at, status, price, currency, months, plan]) => ({
      at,
      status: statusOf(status),
      price: currency === '' ? null : { amount: price, currency, months },
      plan,
    })),
  };
}

const moneyOf = ([, at, amount, currency]: Money) => ({ at, amount, currency });
const statusOf = (number: number) => SUBSCRIPTION_STATUSES[number - 1] ?? null;
