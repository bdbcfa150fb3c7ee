/** Objects in the shapes that Stripe documents, with values of our own: as newer versions of its API write them, and as older ones do. */

type Fields = Readonly<Record<string, unknown>>;

export const AT = Date.UTC(2026, 5, 1, 12) / 1_000;
export const DAY = 86_400;
export const TOKEN = 'AQAAAAEb0mZ1nq3Pp8m2c9Yd4KxRkWq7vA';
export const ISSUE = 'abcdefghijkm';
export const OFFER = 'mkjihgfedcba';

export function stripeEvent(type: string, object: Fields, more: Fields = {}): Fields {
  return {
    id: 'evt_1Readout000001',
    object: 'event',
    api_version: '2026-04-22.basil',
    created: AT,
    data: { object },
    livemode: true,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    ...more,
  };
}

const price = (more: Fields = {}) => ({
  id: 'price_1Monthly',
  object: 'price',
  active: true,
  billing_scheme: 'per_unit',
  currency: 'eur',
  nickname: 'Premium, monthly',
  lookup_key: null,
  product: 'prod_1',
  recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
  type: 'recurring',
  unit_amount: 900,
  unit_amount_decimal: '900',
  ...more,
});
export const item = (of: Fields = {}, more: Fields = {}) => ({
  id: 'si_1',
  object: 'subscription_item',
  current_period_start: AT - DAY,
  current_period_end: AT + 29 * DAY,
  discounts: [],
  price: price(of),
  quantity: 1,
  subscription: 'sub_1',
  ...more,
});

/** Since 2025-03-31: periods stand at the items, discounts are several. */
export function subscription(more: Fields = {}): Fields {
  return {
    id: 'sub_1',
    object: 'subscription',
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
    collection_method: 'charge_automatically',
    created: AT - 2 * DAY,
    currency: 'eur',
    customer: 'cus_1',
    default_payment_method: 'pm_1',
    discounts: [],
    ended_at: null,
    items: { object: 'list', data: [item()], has_more: false },
    latest_invoice: 'in_1',
    livemode: true,
    metadata: { readout_token: TOKEN, readout_issue: ISSUE, readout_offer: OFFER },
    pause_collection: null,
    start_date: AT - 2 * DAY,
    status: 'trialing',
    trial_end: AT + 12 * DAY,
    trial_start: AT - 2 * DAY,
    ...more,
  };
}

/** As it was before prices: one plan, one discount, periods of its own. */
export function oldSubscription(more: Fields = {}): Fields {
  const { items: _items, discounts: _discounts, ...rest } = subscription();
  const plan = {
    id: 'premium-monthly',
    object: 'plan',
    amount: 900,
    currency: 'eur',
    interval: 'month',
    interval_count: 1,
    nickname: 'Premium, monthly',
    usage_type: 'licensed',
  };
  return {
    ...rest,
    current_period_start: AT - DAY,
    current_period_end: AT + 29 * DAY,
    discount: null,
    items: { object: 'list', data: [{ id: 'si_1', object: 'subscription_item', plan, quantity: 1 }] },
    plan,
    quantity: 1,
    ...more,
  };
}

const invoiceFields = {
  id: 'in_1',
  object: 'invoice',
  amount_due: 900,
  amount_paid: 900,
  amount_remaining: 0,
  attempt_count: 1,
  billing_reason: 'subscription_cycle',
  created: AT - 3_600,
  currency: 'eur',
  customer: 'cus_1',
  customer_email: 'Eva@Harbour.example',
  customer_name: 'Eva Rossi',
  status: 'paid',
  status_transitions: { finalized_at: AT - 60, marked_uncollectible_at: null, paid_at: AT - 30, voided_at: null },
  total: 900,
};

/** Since 2025-03-31: the subscription stands under `parent`, the payment nowhere. */
export function invoice(more: Fields = {}): Fields {
  return {
    ...invoiceFields,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { subscription: 'sub_1', metadata: { readout_token: TOKEN } },
    },
    lines: {
      object: 'list',
      data: [{ id: 'il_1', parent: { subscription_item_details: { subscription: 'sub_1' } } }],
    },
    ...more,
  };
}

export function oldInvoice(more: Fields = {}): Fields {
  return {
    ...invoiceFields,
    charge: 'ch_1',
    payment_intent: 'pi_1',
    paid: true,
    subscription: 'sub_1',
    subscription_details: { metadata: { readout_token: TOKEN } },
    lines: { object: 'list', data: [{ id: 'il_1', subscription: 'sub_1' }] },
    ...more,
  };
}

export function invoicePayment(more: Fields = {}): Fields {
  return {
    id: 'inpay_1',
    object: 'invoice_payment',
    amount_paid: 900,
    amount_requested: 900,
    created: AT - 40,
    currency: 'eur',
    invoice: 'in_1',
    is_default: true,
    livemode: true,
    payment: { type: 'payment_intent', payment_intent: 'pi_1' },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: AT - 30 },
    ...more,
  };
}

export function refund(more: Fields = {}): Fields {
  return {
    id: 're_1',
    object: 'refund',
    amount: 450,
    balance_transaction: 'txn_1',
    charge: 'ch_1',
    created: AT - 10,
    currency: 'eur',
    metadata: {},
    payment_intent: 'pi_1',
    reason: 'requested_by_customer',
    status: 'succeeded',
    ...more,
  };
}

export function charge(more: Fields = {}): Fields {
  return {
    id: 'ch_1',
    object: 'charge',
    amount: 900,
    amount_refunded: 450,
    billing_details: { email: 'eva@harbour.example', name: 'Eva Rossi' },
    created: AT - 30,
    currency: 'eur',
    customer: 'cus_1',
    payment_intent: 'pi_1',
    receipt_email: 'eva@harbour.example',
    refunded: false,
    status: 'succeeded',
    ...more,
  };
}

/** Until 2022-11-15 a charge came with its refunds, until 2025-03-31 with its invoice. */
export function oldCharge(more: Fields = {}): Fields {
  return charge({ invoice: 'in_1', refunds: { object: 'list', data: [refund()] }, ...more });
}

export function dispute(more: Fields = {}): Fields {
  return {
    id: 'dp_1',
    object: 'dispute',
    amount: 900,
    charge: 'ch_1',
    created: AT - 5,
    currency: 'eur',
    payment_intent: 'pi_1',
    reason: 'fraudulent',
    status: 'needs_response',
    ...more,
  };
}

export function session(more: Fields = {}): Fields {
  return {
    id: 'cs_live_1',
    object: 'checkout.session',
    client_reference_id: TOKEN,
    created: AT - 600,
    customer: 'cus_1',
    customer_details: { email: 'eva@harbour.example', name: 'Eva Rossi', phone: null },
    customer_email: null,
    metadata: { readout_issue: ISSUE, readout_offer: OFFER },
    mode: 'subscription',
    payment_status: 'paid',
    status: 'complete',
    subscription: 'sub_1',
    ...more,
  };
}

export function customer(more: Fields = {}): Fields {
  return {
    id: 'cus_1',
    object: 'customer',
    created: AT - 700,
    email: 'eva@harbour.example',
    metadata: {},
    name: 'Eva Rossi',
    ...more,
  };
}
