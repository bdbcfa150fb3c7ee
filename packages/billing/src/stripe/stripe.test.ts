import { describe, expect, test } from '@jest/globals';
import { decodeRecord, encodeRecord, type PublicationId, type PublicId } from '@readout/events';
import { hashedName, readerReference } from '@readout/tokens';
import fc from 'fast-check';
import { type Stated, statementOf } from '../stated.ts';
import {
  AT,
  charge,
  customer,
  DAY,
  dispute,
  ISSUE,
  invoice,
  invoicePayment,
  item,
  OFFER,
  oldCharge,
  oldInvoice,
  oldSubscription,
  refund,
  session,
  stripeEvent,
  subscription,
  TOKEN,
} from '../testing/stripe-objects.ts';
import { readStripeEvent } from './event.ts';
import { readStripeListing } from './listing.ts';

const PARTS = {
  system: 'stripe' as const,
  publication: 7 as PublicationId,
  publicId: 'pubcationXYZ' as PublicId,
  referenceSecret: Buffer.alloc(32, 9),
};
const EVA = readerReference(PARTS.referenceSecret, PARTS.publicId, 'eva@harbour.example').toString('hex');
type Fields = Readonly<Record<string, unknown>>;

function statedBy(type: string, object: Fields, more: Fields = {}): readonly Stated[] {
  const stated = readStripeEvent(stripeEvent(type, object, more))?.stated;
  if (!stated) throw new Error(`${type} was not understood`);
  return stated;
}
/** As the log holds them: what does not fit there fails here. */
function recordsOf(stated: readonly Stated[]) {
  return stated.map((one) => {
    const line = encodeRecord(statementOf(one, PARTS));
    const decoded = decodeRecord(line);
    if (!decoded.ok || decoded.record.type !== 'statement') throw new Error(`no statement: ${line}`);
    expect(line.toLowerCase()).not.toMatch(/eva|rossi|harbour|@|sub_1|cus_1|in_1|pi_1/);
    return decoded.record;
  });
}
const saidBy = (type: string, object: Fields, more: Fields = {}) =>
  recordsOf(statedBy(type, object, more)).map(({ says }) => says);
const standing = (object: Fields) => saidBy('customer.subscription.updated', object)[0];
const ms = (seconds: number) => seconds * 1_000;

describe('a subscription', () => {
  test.each([
    ['of newer versions', subscription()],
    ['of older ones', oldSubscription()],
    ['from before it had items', oldSubscription({ items: undefined })],
  ])('%s says how it stood when the event was made, and whose it is', (_what, object) => {
    expect(recordsOf(statedBy('customer.subscription.created', object))).toEqual([
      {
        type: 'statement',
        version: 1,
        system: 'stripe',
        time: ms(AT),
        publication: 7,
        subscription: hashedName('sub_1'),
        customer: hashedName('cus_1'),
        token: TOKEN,
        issue: ISSUE,
        offer: OFFER,
        says: {
          what: 'standing',
          status: 'trialing',
          startedAt: ms(AT - 2 * DAY),
          trialFrom: ms(AT - 2 * DAY),
          trialTo: ms(AT + 12 * DAY),
          cancelledAt: null,
          endedAt: null,
          plan: 'Premium, monthly',
          price: 900,
          currency: 'EUR',
          months: 1,
        },
      },
    ]);
  });

  test.each([
    'customer.subscription.created',
    'customer.subscription.updated',
    'customer.subscription.deleted',
    'customer.subscription.paused',
    'customer.subscription.resumed',
    'customer.subscription.trial_will_end',
  ])('is told by %s', (type) => {
    expect(saidBy(type, subscription())).toMatchObject([{ what: 'standing', status: 'trialing' }]);
  });

  test.each([
    ['trialing', 'trialing'],
    ['active', 'active'],
    ['past_due', 'past_due'],
    ['unpaid', 'past_due'],
    ['paused', 'paused'],
    ['incomplete', 'waiting'],
    ['canceled', 'ended'],
    ['incomplete_expired', 'ended'],
  ])('that is %s is %s', (status, ours) => {
    expect(standing(subscription({ status }))).toMatchObject({ status: ours });
  });

  test('of which no money is taken for the time being is paused, unless it is on trial', () => {
    const pause_collection = { behavior: 'void', resumes_at: null };
    expect(standing(subscription({ status: 'active', pause_collection }))).toMatchObject({ status: 'paused' });
    expect(standing(subscription({ status: 'trialing', pause_collection }))).toMatchObject({ status: 'trialing' });
  });

  test.each([
    [
      'at the end of its period',
      { cancel_at_period_end: true, canceled_at: AT - 9 },
      { cancelledAt: ms(AT - 9), endedAt: null },
    ],
    ['at a certain time', { cancel_at: AT + DAY, canceled_at: AT - 9 }, { cancelledAt: ms(AT - 9), endedAt: null }],
    [
      'at once',
      { status: 'canceled', canceled_at: AT - 9, ended_at: AT - 9 },
      { cancelledAt: ms(AT - 9), endedAt: ms(AT - 9) },
    ],
    [
      'not at all, for it was not paid',
      { status: 'canceled', canceled_at: AT, ended_at: AT, cancellation_details: { reason: 'payment_failed' } },
      { cancelledAt: null, endedAt: ms(AT) },
    ],
    ['no more', { cancel_at_period_end: false, canceled_at: AT - 9 }, { cancelledAt: null, endedAt: null }],
  ])('is cancelled %s', (_how, fields, expected) => {
    expect(standing(subscription(fields))).toMatchObject(expected);
  });

  const items = (...data: readonly unknown[]) => ({ items: { object: 'list', data } });
  test.each([
    [
      'a year',
      items(item({ unit_amount: 9_000, recurring: { interval: 'year', interval_count: 1 } })),
      { price: 9_000, months: 12 },
    ],
    ['three months', items(item({ recurring: { interval: 'month', interval_count: 3 } })), { price: 900, months: 3 }],
    [
      'a week',
      items(item({ recurring: { interval: 'week', interval_count: 1 } })),
      { price: 900, months: 7 / 30.4375 },
    ],
    ['several', items(item({}, { quantity: 4 })), { price: 3_600, months: 1 }],
    [
      'two things',
      items(item(), item({ id: 'price_2', nickname: 'Archive', unit_amount: 100 })),
      { price: 1_000, plan: 'Premium, monthly + Archive' },
    ],
    [
      'two things of different length',
      items(
        item(),
        item({
          unit_amount: 1_200,
          nickname: null,
          lookup_key: 'archive',
          recurring: { interval: 'year', interval_count: 1 },
        }),
      ),
      { price: 1_000, plan: 'Premium, monthly + archive' },
    ],
    [
      'a part of a cent',
      items(item({ unit_amount: null, unit_amount_decimal: '12.5' }, { quantity: 10 })),
      { price: 125 },
    ],
    [
      'what is used',
      items(
        item({ unit_amount: null, unit_amount_decimal: null, recurring: { interval: 'month', usage_type: 'metered' } }),
      ),
      { price: null, currency: null, months: null },
    ],
    ['nothing that is named', items(), { price: null, plan: '' }],
    ['yen', items(item({ currency: 'jpy', unit_amount: 900 })), { price: 900, currency: 'JPY' }],
    ['dinars', items(item({ currency: 'kwd', unit_amount: 5_120 })), { price: 5_120, currency: 'KWD' }],
    [
      'krónur, which Stripe writes with two digits too many',
      items(item({ currency: 'isk', unit_amount: 90_000 })),
      { price: 900, currency: 'ISK' },
    ],
  ])('for %s has its price', (_what, fields, expected) => {
    expect(standing(subscription(fields))).toMatchObject(expected);
  });

  const half = { percent_off: 50, duration: 'forever' };
  const off = (coupon: Fields, more: Fields = {}) => ({ id: 'di_1', object: 'discount', coupon, end: null, ...more });
  test.each([
    ['a share', { discounts: [off(half)] }, 450],
    [
      'a share, as the newest versions write it',
      { discounts: [{ id: 'di_1', source: { type: 'coupon', coupon: half }, end: null }] },
      450,
    ],
    ['a share, as older ones did', { discount: off(half), discounts: undefined }, 450],
    [
      'an amount',
      { discounts: [off({ amount_off: 200, currency: 'eur', duration: 'repeating' }, { end: AT + DAY })] },
      700,
    ],
    ['more than all', { discounts: [off({ amount_off: 2_000, currency: 'eur', duration: 'forever' })] }, 0],
    ['a share of one thing', items(item({}, { discounts: [off(half)] })), 450],
    ['nothing any more', { discounts: [off(half, { end: AT - DAY })] }, 900],
    ['one payment only', { discounts: [off({ percent_off: 100, duration: 'once' })] }, 900],
    ['nobody knows what', { discounts: ['di_1'] }, 900],
  ])('with a discount of %s costs what is left', (_what, fields, price) => {
    expect(standing(subscription(fields))).toMatchObject({ price });
  });

  test('that was listed at some odd millisecond ends in whole ones', () => {
    const gone = subscription({ status: 'incomplete_expired', ended_at: null, canceled_at: null });
    const asOf = 1_772_366_400_123;
    const listed = readStripeListing([gone], asOf);
    expect(listed.ok && recordsOf(listed.stated)[0]?.says).toMatchObject({ endedAt: asOf });
  });

  test.each([
    ['more than can be counted', item({ unit_amount: null, unit_amount_decimal: '1e300' })],
    ['longer than anybody lives', item({ recurring: { interval: 'year', interval_count: 200 } })],
  ])('for %s has no price', (_what, odd) => {
    expect(standing(subscription(items(odd)))).toMatchObject({ price: null, months: null, status: 'trialing' });
  });

  test('keeps no address that stands where a token belongs', () => {
    const metadata = { readout_token: 'eva@harbour.example', readout_issue: 'Eva’s', readout_offer: 7 };
    const [record] = recordsOf(statedBy('customer.subscription.updated', subscription({ metadata })));
    expect(record).not.toHaveProperty('token');
    expect(record).not.toHaveProperty('issue');
    expect(record).not.toHaveProperty('offer');
  });

  test('knows its reader by a customer that was expanded', () => {
    const [record] = recordsOf(statedBy('customer.subscription.updated', subscription({ customer: customer() })));
    expect(record).toMatchObject({ customer: hashedName('cus_1'), reference: EVA });
  });

  test.each([
    ['without an id', { id: undefined }],
    ['of a status that nobody knows', { status: 'asleep' }],
    ['of no time', { created: 'yesterday' }],
  ])('%s is not understood', (_what, fields) => {
    expect(readStripeEvent(stripeEvent('customer.subscription.updated', subscription(fields)))?.stated).toBeNull();
  });
});

describe('an invoice', () => {
  const payment = { what: 'payment', id: hashedName('in_1'), amount: 900, currency: 'EUR' };
  const byCharge = { what: 'charge', id: hashedName('pi_1'), payment: hashedName('in_1') };

  test.each(['invoice.paid', 'invoice.payment_succeeded'])('is a payment by %s, in either generation', (type) => {
    const [record, ...others] = recordsOf(statedBy(type, invoice()));
    expect(others).toEqual([]);
    expect(record).toEqual({
      type: 'statement',
      version: 1,
      system: 'stripe',
      time: ms(AT - 30),
      publication: 7,
      subscription: hashedName('sub_1'),
      customer: hashedName('cus_1'),
      token: TOKEN,
      reference: EVA,
      says: payment,
    });
    expect(recordsOf(statedBy(type, oldInvoice()))[0]).toEqual(record);
    expect(saidBy(type, oldInvoice())).toEqual([payment, byCharge]);
    expect(saidBy(type, oldInvoice({ payment_intent: null }))[1]).toEqual({ ...byCharge, id: hashedName('ch_1') });
  });

  test('knows its payment where that was asked for', () => {
    const payments = { object: 'list', data: [invoicePayment()] };
    expect(saidBy('invoice.paid', invoice({ payments }))).toEqual([payment, byCharge]);
  });

  test.each([
    ['its lines', { parent: null }],
    ['its lines, as they were', { parent: undefined, lines: { data: [{ subscription: 'sub_1' }] } }],
    ['a subscription that was expanded', { parent: { subscription_details: { subscription: subscription() } } }],
  ])('knows its subscription by %s', (_what, fields) => {
    expect(recordsOf(statedBy('invoice.paid', invoice(fields)))[0]).toMatchObject({
      subscription: hashedName('sub_1'),
    });
  });

  test('of nothing, as at the beginning of a trial, is no payment; nor is one of no subscription', () => {
    expect(saidBy('invoice.paid', invoice({ amount_paid: 0 }))).toEqual([]);
    expect(saidBy('invoice.paid', invoice({ parent: null, lines: { data: [] } }))).toEqual([]);
  });

  test('that is not paid is a failure, each time it is tried', () => {
    const failed = { amount_paid: 0, amount_remaining: 900, status: 'open', status_transitions: { paid_at: null } };
    const [first] = recordsOf(statedBy('invoice.payment_failed', invoice(failed)));
    expect(first).toMatchObject({ time: ms(AT), says: { what: 'failure', amount: 900, currency: 'EUR' } });
    expect(recordsOf(statedBy('invoice.payment_failed', oldInvoice(failed)))[0]).toEqual(first);
    const [second] = recordsOf(statedBy('invoice.payment_failed', invoice({ ...failed, attempt_count: 2 })));
    expect(second?.says).not.toEqual(first?.says);
  });

  test('is told its charge by its payment, whatever paid it', () => {
    expect(saidBy('invoice_payment.paid', invoicePayment())).toEqual([byCharge]);
    const legacy = { payment: { type: 'charge', charge: 'ch_1' } };
    expect(saidBy('invoice_payment.paid', invoicePayment(legacy))).toEqual([{ ...byCharge, id: hashedName('ch_1') }]);
    const outside = { payment: { type: 'payment_record', payment_record: 'pr_1' } };
    expect(saidBy('invoice_payment.paid', invoicePayment(outside))).toEqual([]);
  });
});

describe('what is given back', () => {
  const given = {
    what: 'refund',
    id: hashedName('re_1'),
    charge: hashedName('pi_1'),
    currency: 'EUR',
    disputed: false,
  };

  test.each(['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated'])(
    'is told by %s, of the time when it was made',
    (type) => {
      expect(recordsOf(statedBy(type, refund()))).toMatchObject([
        { time: ms(AT - 10), says: { ...given, amount: 450 } },
      ]);
    },
  );

  test('is told by a charge of older versions, with the invoice that it paid, under the same names', () => {
    expect(saidBy('charge.refunded', oldCharge())).toEqual([
      { what: 'charge', id: hashedName('pi_1'), payment: hashedName('in_1') },
      { ...given, amount: 450 },
    ]);
    expect(saidBy('charge.refunded', charge())).toEqual([]);
  });

  test('by a charge that goes by no payment intent goes by the charge', () => {
    const byCharge = { ...given, charge: hashedName('ch_1'), amount: 450 };
    expect(saidBy('refund.created', refund({ payment_intent: null }))).toEqual([byCharge]);
  });

  test('is nothing while it is under way, and nothing when it failed, which holds over what was said before', () => {
    expect(saidBy('refund.created', refund({ status: 'pending' }))).toEqual([]);
    const [failed] = recordsOf(statedBy('refund.failed', refund({ status: 'failed' })));
    expect(failed).toMatchObject({ time: ms(AT), says: { ...given, amount: 0 } });
  });

  test.each([
    ['needs_response', 900, AT - 5],
    ['under_review', 900, AT - 5],
    ['lost', 900, AT - 5],
    ['won', 0, AT],
  ])('in a dispute that is %s is %d', (status, amount, at) => {
    for (const type of ['charge.dispute.created', 'charge.dispute.closed']) {
      expect(recordsOf(statedBy(type, dispute({ status })))).toMatchObject([
        { time: ms(at), says: { ...given, id: hashedName('dp_1'), amount, disputed: true } },
      ]);
    }
  });

  test('is nothing where somebody only asks', () => {
    expect(saidBy('charge.dispute.created', dispute({ status: 'warning_needs_response' }))).toEqual([]);
  });

  test('names the invoice where the charge was expanded', () => {
    expect(saidBy('refund.created', refund({ charge: oldCharge() }))).toMatchObject([
      { what: 'charge' },
      { what: 'refund' },
    ]);
  });
});

describe('whose it is', () => {
  test('says Checkout: by the token that the page gave it, and by the address', () => {
    expect(recordsOf(statedBy('checkout.session.completed', session()))).toEqual([
      {
        type: 'statement',
        version: 1,
        system: 'stripe',
        time: ms(AT),
        publication: 7,
        subscription: hashedName('sub_1'),
        customer: hashedName('cus_1'),
        token: TOKEN,
        reference: EVA,
        issue: ISSUE,
        offer: OFFER,
        says: { what: 'identity' },
      },
    ]);
  });

  test('says no reference of another kind, and nothing is said of what is bought besides', () => {
    const [record] = recordsOf(
      statedBy('checkout.session.completed', session({ client_reference_id: 'eva@harbour.example' })),
    );
    expect(record).not.toHaveProperty('token');
    expect(statedBy('checkout.session.completed', session({ mode: 'payment', subscription: null }))).toEqual([]);
    expect(statedBy('checkout.session.completed', session({ status: 'expired' }))).toEqual([]);
  });

  test.each(['customer.created', 'customer.updated'])('says %s, where there is an address or a token', (type) => {
    expect(recordsOf(statedBy(type, customer()))).toMatchObject([
      { customer: hashedName('cus_1'), reference: EVA, says: { what: 'identity' } },
    ]);
    const token = { email: null, metadata: { readout_token: TOKEN } };
    expect(recordsOf(statedBy(type, customer(token)))).toMatchObject([{ token: TOKEN }]);
    expect(statedBy(type, customer({ email: null }))).toEqual([]);
  });
});

describe('an event', () => {
  test('of another kind is passed over, and what is no event is none', () => {
    expect(readStripeEvent(stripeEvent('payout.paid', { id: 'po_1' }))).toMatchObject({ isKnown: false, stated: [] });
    expect(readStripeEvent(stripeEvent('constructor', {}))).toMatchObject({ isKnown: false });
    for (const none of [null, [], 'x', {}, { object: 'event' }, stripeEvent('x', {}, { created: -1 })]) {
      expect(readStripeEvent(none)).toBeNull();
    }
  });

  test('of any kind with anything in it states what the log can hold, or nothing', () => {
    const samples = [
      subscription(),
      oldSubscription(),
      invoice(),
      oldInvoice(),
      refund(),
      oldCharge(),
      dispute(),
      session(),
    ];
    const kinds = [
      'customer.subscription.updated',
      'invoice.paid',
      'invoice.payment_failed',
      'refund.created',
      'charge.refunded',
    ];
    const odd = fc.oneof(
      fc.constant(null),
      fc.constant(undefined),
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.constant([]),
      fc.constant({}),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.constantFrom(...kinds, 'charge.dispute.closed', 'checkout.session.completed', 'customer.updated'),
        fc.array(fc.tuple(fc.nat(), odd), { maxLength: 4 }),
        (object, kind, changes) => {
          const names = Object.keys(object);
          const changed = Object.fromEntries(changes.map(([at, value]) => [names[at % names.length], value]));
          for (const one of readStripeEvent(stripeEvent(kind, { ...object, ...changed }))?.stated ?? []) {
            expect(decodeRecord(encodeRecord(statementOf(one, PARTS)))).toMatchObject({ ok: true });
          }
        },
      ),
    );
  });
});

describe('a list', () => {
  const asOf = ms(AT);
  test('says the same as the events that were missed, under the same names', () => {
    const events = [
      ...statedBy('customer.subscription.updated', subscription()),
      ...statedBy('invoice.paid', oldInvoice()),
      ...statedBy('refund.created', refund()),
      ...statedBy('charge.dispute.created', dispute()),
      ...statedBy('checkout.session.completed', session()),
      ...statedBy('customer.updated', customer()),
      ...statedBy('invoice_payment.paid', invoicePayment()),
    ];
    const objects = [subscription(), oldInvoice(), refund(), dispute(), session(), customer(), invoicePayment()];
    const list = { object: 'list', data: objects, has_more: false, url: '/v1/subscriptions' };
    for (const json of [
      list,
      objects,
      [list],
      [
        { ...list, data: objects.slice(0, 3) },
        { ...list, data: objects.slice(3) },
      ],
    ]) {
      expect(readStripeListing(json, asOf)).toEqual({ ok: true, rows: 7, stated: events });
    }
    const listed = { object: 'list', data: [stripeEvent('customer.subscription.updated', subscription())] };
    expect(readStripeListing(listed, 0)).toEqual({ ok: true, rows: 1, stated: events.slice(0, 1) });
  });

  test('has invoices that were not paid, which say nothing', () => {
    const open = invoice({ status: 'open', amount_paid: 0 });
    expect(readStripeListing([open], asOf)).toEqual({ ok: true, rows: 1, stated: [] });
  });

  test.each([
    ['is none', { data: [] }, [null, /^Neither a list/]],
    [
      'has things of another kind',
      [subscription(), { object: 'payout' }],
      [1, /Nothing is made of an object “payout”/],
    ],
    ['has things that are none', [7], [0, /no object of Stripe’s/]],
    ['has something that is not as it should be', [subscription({ status: 'asleep' })], [0, /has not the shape/]],
  ] as const)('that %s is refused', (_what, json, [at, message]) => {
    expect(readStripeListing(json, asOf)).toEqual({
      ok: false,
      faults: [{ at, message: expect.stringMatching(message) }],
    });
  });
});
