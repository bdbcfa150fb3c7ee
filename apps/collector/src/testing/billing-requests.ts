import { Webhook } from 'standardwebhooks';
import { Stripe } from 'stripe';
import type { Signed } from './provider-requests.ts';

/** Bodies in the shapes that billing systems send, with values of our own, signed as they sign: with the packages of those who sign so. */

export const STRIPE_SECRET = 'whsec_0123456789abcdefghijklmnopqrstuv';
export const WEBHOOK_SECRET = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
export const TOKEN = 'AQAAAAEb0mZ1nq3Pp8m2c9Yd4KxRkWq7vA';

const CREATED = 1_780_316_790;

/** https://docs.stripe.com/api/events/object */
export function stripeEvent(
  type: string,
  object: unknown,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    id: 'evt_1Letters0001',
    object: 'event',
    api_version: '2026-04-22.basil',
    created: CREATED,
    data: { object },
    livemode: true,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    ...more,
  };
}

/** https://docs.stripe.com/api/subscriptions/object */
export function stripeSubscription(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const price = {
    id: 'price_1',
    currency: 'eur',
    nickname: 'Premium',
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
    unit_amount: 900,
  };
  return {
    id: 'sub_1',
    object: 'subscription',
    cancel_at_period_end: false,
    created: CREATED - 100,
    currency: 'eur',
    customer: { id: 'cus_1', object: 'customer', email: 'Eva@Harbour.example', name: 'Eva Rossi', metadata: {} },
    items: { object: 'list', data: [{ id: 'si_1', price, quantity: 1, current_period_end: CREATED + 900 }] },
    metadata: { readout_token: TOKEN, readout_issue: 'abcdefghijkm' },
    start_date: CREATED - 100,
    status: 'trialing',
    trial_start: CREATED - 100,
    trial_end: CREATED + 1_209_500,
    ...more,
  };
}

export function byStripe(event: unknown, { at, secret = STRIPE_SECRET }: { at: number; secret?: string }): Signed {
  // As Stripe writes it: with line ends and spaces, which the signature covers.
  const body = JSON.stringify(event, null, 2);
  const timestamp = Math.floor(at / 1_000);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
  return { body, headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature } };
}

/** As https://www.standardwebhooks.com says, by the package of those who say so. */
export function bySignedWebhook(
  json: unknown,
  { at, secret = WEBHOOK_SECRET, id = 'msg_1' }: { at: number; secret?: string; id?: string },
): Signed {
  const body = JSON.stringify(json);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, new Date(at), body),
    },
  };
}
