import { type IssueId, type OfferId, type ReaderId, SUBSCRIPTION_STATUSES } from '@readout/events';
import fc from 'fast-check';
import type { BillingStatement } from '../subscriptions.ts';
import { BEGINNING, ISSUES, PUBLICATION } from './random-events.ts';

const HOUR = 3_600_000;
const moment = fc.integer({ min: -20, max: 100 }).map((hours) => BEGINNING + hours * HOUR);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const seldom = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: of });
const money = {
  id: fc.integer({ min: 1, max: 6 }),
  amount: fc.constantFrom(0, 500, 900),
  currency: fc.constantFrom('EUR', 'USD'),
};

/** What a system says of one of a few subscriptions, in no order and without much sense: every combination comes. */
const statement: fc.Arbitrary<BillingStatement> = fc
  .record({
    system: fc.constantFrom('stripe' as const, 'webhook' as const),
    time: moment,
    subscription: fc.integer({ min: 1, max: 5 }),
    customer: maybe(fc.integer({ min: 1, max: 3 })),
    reader: maybe(fc.integer({ min: 1, max: 5 })),
    issue: seldom(fc.constantFrom(...ISSUES)),
    offer: seldom(fc.integer({ min: 1, max: 2 }).map((one) => one as OfferId)),
    says: fc.oneof(
      fc.record({
        what: fc.constant('standing' as const),
        status: fc.constantFrom(...SUBSCRIPTION_STATUSES),
        startedAt: moment,
        trialFrom: maybe(moment),
        trialTo: maybe(moment),
        cancelledAt: maybe(moment),
        endedAt: maybe(moment),
        plan: fc.constantFrom('monthly', "it's\tyearly"),
        price: maybe(money.amount),
        currency: maybe(money.currency),
        months: maybe(fc.constantFrom(1, 12)),
      }),
      fc.record({ what: fc.constantFrom('payment' as const, 'failure' as const), ...money }),
      fc.record({ what: fc.constant('payment' as const), ...money }),
      fc.record({ what: fc.constant('payment' as const), ...money, amount: fc.constant(900) }),
      fc.record({ what: fc.constant('refund' as const), ...money, disputed: fc.boolean() }),
      fc.record({
        what: fc.constant('refund' as const),
        ...money,
        disputed: fc.boolean(),
        charge: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({
        what: fc.constant('charge' as const),
        id: fc.integer({ min: 1, max: 4 }),
        payment: fc.integer({ min: 1, max: 6 }),
      }),
      fc.record({ what: fc.constant('identity' as const) }),
    ),
  })
  .map((one) => ({
    ...one,
    publication: PUBLICATION,
    subscription: namesNone(one) ? null : one.subscription,
    reader: one.reader as ReaderId | null,
    issue: one.issue as IssueId | null,
  }));

export const statements: fc.Arbitrary<readonly BillingStatement[]> = fc.array(statement, {
  maxLength: 60,
  size: 'max',
});

/** An identity may be of a customer alone; a charge, and a refund that names one, are of a payment. */
function namesNone({ says, customer }: Pick<BillingStatement, 'says' | 'customer'>): boolean {
  if (says.what === 'identity') return customer !== null;
  return says.what === 'charge' || (says.what === 'refund' && says.charge !== undefined);
}
