import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStripeEvent, readStripeListing, type Stated, statementOf } from '@readout/billing';
import type { PublicationId, PublicId, ReaderId } from '@readout/events';
import { type BillingStatement, openWarehouse, type Subscription, type Warehouse } from '@readout/warehouse';
import fc from 'fast-check';
import {
  AT,
  DAY,
  invoice,
  invoicePayment,
  oldInvoice,
  oldSubscription,
  refund,
  stripeEvent,
  subscription,
} from '../../../../packages/billing/src/testing/stripe-objects.ts';
import { trialsOf } from '../growth/trials.ts';

type Fields = Readonly<Record<string, unknown>>;
const at = (days: number) => AT + days * DAY;
const NOW = at(90) * 1_000;

/** A subscription on a trial of 14 days from some day on, and what has changed of it. */
const trial =
  (shape: (more: Fields) => Fields, name: string, from: number) =>
  (more: Fields = {}) =>
    shape({
      id: `sub_${name}`,
      customer: `cus_${name}`,
      status: 'trialing',
      created: at(from),
      start_date: at(from),
      trial_start: at(from),
      trial_end: at(from + 14),
      ...more,
    });
const happened = (days: number, type: string, object: Fields) =>
  stripeEvent(type, object, { created: at(days), id: `evt_${type}_${days}_${String(object['id'])}` });
const of = (name: string) => ({
  parent: { type: 'subscription_details', subscription_details: { subscription: `sub_${name}`, metadata: {} } },
});
const paidAt = (days: number) => ({ created: at(days), status_transitions: { paid_at: at(days) } });
const unpaid = (days: number) => ({ created: at(days), amount_paid: 0, status: 'open', status_transitions: {} });
const cancelledAt = (days: number) => ({ canceled_at: at(days), cancel_at_period_end: true });
const endedAt = (days: number) => ({ status: 'canceled', ended_at: at(days) });

const paying = trial(subscription, 'paying', 0);
const called = trial(subscription, 'called', 1);
const late = trial(oldSubscription, 'late', 2);
const unpaying = trial(oldSubscription, 'unpaying', 3);
const first = invoice({ id: 'in_a1', ...of('paying'), ...paidAt(14) });
const second = { id: 'in_a2', ...of('paying') };
const firstPayment = invoicePayment({
  id: 'inpay_a1',
  invoice: 'in_a1',
  payment: { type: 'payment_intent', payment_intent: 'pi_a1' },
});
const givenBack = refund({ id: 're_a1', payment_intent: 'pi_a1', charge: 'ch_a1', created: at(47) });
const lateInvoice = (more: Fields) =>
  oldInvoice({ id: 'in_c1', subscription: 'sub_late', charge: 'ch_c1', payment_intent: 'pi_c1', ...more });
const ends = {
  paying: paying({ ...cancelledAt(55), ...endedAt(60) }),
  called: called({ ...cancelledAt(5), ...endedAt(15) }),
  late: late({ status: 'active' }),
  unpaying: unpaying({ ...endedAt(17), canceled_at: at(17), cancellation_details: { reason: 'payment_failed' } }),
};

/** Four lives, as Stripe tells them: two of them in the shapes before 2025-03-31. */
const EVENTS = [
  happened(0, 'customer.subscription.created', paying()),
  happened(0, 'invoice.paid', invoice({ id: 'in_a0', ...of('paying'), ...paidAt(0), amount_paid: 0, total: 0 })),
  happened(11, 'customer.subscription.trial_will_end', paying()),
  happened(14, 'customer.subscription.updated', paying({ status: 'active' })),
  happened(14, 'invoice.paid', first),
  happened(14, 'invoice_payment.paid', firstPayment),
  happened(44, 'invoice.payment_failed', invoice({ ...second, ...unpaid(44) })),
  happened(44, 'customer.subscription.updated', paying({ status: 'past_due' })),
  happened(46, 'invoice.paid', invoice({ ...second, ...paidAt(46) })),
  happened(46, 'customer.subscription.updated', paying({ status: 'active' })),
  happened(47, 'refund.created', givenBack),
  happened(55, 'customer.subscription.updated', paying({ status: 'active', ...cancelledAt(55) })),
  happened(60, 'customer.subscription.deleted', ends.paying),
  happened(1, 'customer.subscription.created', called()),
  happened(5, 'customer.subscription.updated', called(cancelledAt(5))),
  happened(15, 'customer.subscription.deleted', ends.called),
  happened(2, 'customer.subscription.created', late()),
  happened(16, 'invoice.payment_failed', lateInvoice(unpaid(16))),
  happened(16, 'customer.subscription.updated', late({ status: 'past_due' })),
  happened(18, 'invoice.paid', lateInvoice(paidAt(18))),
  happened(18, 'customer.subscription.updated', ends.late),
  happened(3, 'customer.subscription.created', unpaying()),
  happened(17, 'customer.subscription.deleted', ends.unpaying),
];
/** What Stripe lists of them in the end. */
const LISTED = [
  ...Object.values(ends),
  first,
  invoice({ ...second, ...paidAt(46) }),
  lateInvoice(paidAt(18)),
  firstPayment,
  givenBack,
];

const statedIn = (event: unknown): readonly Stated[] => {
  const read = readStripeEvent(event);
  if (!read?.isKnown || read.stated === null) throw new Error('an event was not understood');
  return read.stated;
};

describe('what Stripe tells of four subscriptions', () => {
  let folder: string;
  let warehouse: Warehouse;
  let publications = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readout-stripe-'));
    warehouse = await openWarehouse({ kind: 'embedded', path: folder });
  }, 60_000);
  afterAll(async () => {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What becomes of it, told one by one in a publication of its own. */
  const told = async (stated: readonly Stated[]): Promise<readonly Subscription[]> => {
    const publication = ++publications as PublicationId;
    const statements = stated.map((one): BillingStatement => {
      const parts = { publication, publicId: 'pubcationXYZ' as PublicId, referenceSecret: undefined };
      const {
        time,
        subscription: of = null,
        customer = null,
        token,
        says,
      } = statementOf(one, { system: 'stripe', ...parts });
      const reader = token === undefined ? null : (5 as ReaderId);
      return {
        publication,
        system: 'stripe',
        time,
        subscription: of,
        customer,
        reader,
        issue: null,
        offer: null,
        says,
      };
    });
    for (const one of statements) await warehouse.insertStatements([one]);
    return await warehouse.subscriptions(publication);
  };
  const counts = (all: readonly Subscription[]) => {
    const { cohorts: _, curve: __, ...figures } = trialsOf(all, { now: NOW, timeZone: 'UTC', weeks: 20 });
    return figures;
  };

  test('is two who paid, one who called off and one who ran out', async () => {
    const all = await told(EVENTS.flatMap(statedIn));
    expect(
      all.map(({ status, payments, failures, refunds, ended, cancelled }) => [
        status,
        payments.length,
        failures.length,
        refunds.length,
        ended,
        cancelled,
      ]),
    ).toEqual([
      ['ended', 2, 1, 1, at(60) * 1_000, at(55) * 1_000],
      ['ended', 0, 0, 0, at(15) * 1_000, at(5) * 1_000],
      ['active', 1, 1, 0, null, null],
      ['ended', 0, 0, 0, at(17) * 1_000, null],
    ]);
    expect(counts(all)).toMatchObject({
      started: 4,
      converted: 2,
      cancelled: 1,
      expired: 1,
      paymentFailed: 1,
      recovered: 1,
    });
  });

  test('is the same in every order, and however often each is told', async () => {
    const inOrder = await told(EVENTS.flatMap(statedIn));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(EVENTS, { minLength: EVENTS.length }),
        fc.subarray(EVENTS),
        async (shuffled, again) => {
          const otherwise = await told([...shuffled, ...again].flatMap(statedIn));
          expect(otherwise).toEqual(inOrder);
          expect(counts(otherwise)).toEqual(counts(inOrder));
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  test('comes to the same where events were missed, once its lists have come in, before or after the rest', async () => {
    const inOrder = await told(EVENTS.flatMap(statedIn));
    const listing = readStripeListing({ object: 'list', data: LISTED }, NOW);
    if (!listing.ok) throw new Error(listing.faults[0]?.message);
    // That a payment failed is told by events alone, and how a subscription stood in between.
    const known = (all: readonly Subscription[]) => all.map(({ failures: _, standings: __, ...rest }) => rest);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(EVENTS), fc.boolean(), async (arrived, isListedFirst) => {
        const events = arrived.flatMap(statedIn);
        const all = await told(isListedFirst ? [...listing.stated, ...events] : [...events, ...listing.stated]);
        expect(known(all)).toEqual(known(inOrder));
        expect(counts(all)).toMatchObject({ started: 4, converted: 2, cancelled: 1, expired: 1 });
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
