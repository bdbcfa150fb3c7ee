import { z } from 'zod';
import type { Stated } from '../stated.ts';
import { customerStated, sessionStated } from './identity.ts';
import { chargeOfInvoice, failureOf, paymentListed, paymentOf } from './invoice.ts';
import { seconds } from './object.ts';
import { chargeOf, disputeOf, refundOf } from './refund.ts';
import { standingOf } from './subscription.ts';

/** What an object says that stood so at this time (UTC, milliseconds); null: it has not the shape that is documented. */
type Reader = (object: unknown, at: number) => readonly Stated[] | null;

const KINDS: Readonly<Record<string, Reader | undefined>> = {
  'customer.subscription.created': standingOf,
  'customer.subscription.updated': standingOf,
  'customer.subscription.deleted': standingOf,
  'customer.subscription.paused': standingOf,
  'customer.subscription.resumed': standingOf,
  'customer.subscription.trial_will_end': standingOf,
  'customer.subscription.pending_update_applied': standingOf,
  'customer.subscription.pending_update_expired': standingOf,
  // Both are told of the same payment.
  'invoice.paid': paymentOf,
  'invoice.payment_succeeded': paymentOf,
  'invoice.payment_failed': failureOf,
  'invoice_payment.paid': chargeOfInvoice,
  'charge.refunded': chargeOf,
  'charge.refund.updated': refundOf,
  'refund.created': refundOf,
  'refund.updated': refundOf,
  'refund.failed': refundOf,
  'charge.dispute.created': disputeOf,
  'charge.dispute.updated': disputeOf,
  'charge.dispute.closed': disputeOf,
  'charge.dispute.funds_withdrawn': disputeOf,
  'charge.dispute.funds_reinstated': disputeOf,
  'checkout.session.completed': sessionStated,
  'checkout.session.async_payment_succeeded': sessionStated,
  'customer.created': customerStated,
  'customer.updated': customerStated,
};
/** Objects as Stripe lists them, by what they call themselves. */
const LISTED: Readonly<Record<string, Reader | undefined>> = {
  subscription: standingOf,
  invoice: paymentListed,
  invoice_payment: chargeOfInvoice,
  charge: chargeOf,
  refund: refundOf,
  dispute: disputeOf,
  'checkout.session': sessionStated,
  customer: customerStated,
};

/** https://docs.stripe.com/api/events/object */
const event = z.looseObject({
  id: z.string().min(1),
  object: z.literal('event'),
  type: z.string().min(1),
  created: seconds,
  livemode: z.boolean(),
  /** Of an account that is connected to the one that is told. */
  account: z.string().nullish().catch(null),
  data: z.looseObject({ object: z.unknown() }),
});

export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly isLive: boolean;
  readonly account: string | null;
  /** What it states. Empty: nothing that matters here; null: it is of a kind that does, and is not as that is documented. */
  readonly stated: readonly Stated[] | null;
  /** False: of a kind that is passed over. */
  readonly isKnown: boolean;
}

/** Null: it is no event of Stripe's. */
export function readStripeEvent(json: unknown): StripeEvent | null {
  const parsed = event.safeParse(json);
  if (!parsed.success) return null;
  const { id, type, created, livemode, account, data } = parsed.data;
  const read = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return {
    id,
    type,
    isLive: livemode,
    account: account ?? null,
    isKnown: read !== undefined,
    stated: read === undefined ? [] : read(data.object, created * 1_000),
  };
}

/**
 * What an object says that was listed, or an event in a list of those.
 * @param asOf UTC, milliseconds: when it was listed.
 * @returns A sentence where it cannot be understood.
 */
export function readListed(object: unknown, asOf: number): readonly Stated[] | string {
  const kind = z.looseObject({ object: z.string() }).safeParse(object);
  if (!kind.success) return 'This is no object of Stripe’s: it has no field “object” that says what it is.';
  const name = kind.data.object;
  if (name === 'event') return readListedEvent(object);
  const read = Object.hasOwn(LISTED, name) ? LISTED[name] : undefined;
  if (read === undefined)
    return `Nothing is made of an object “${name}”. There are: ${Object.keys(LISTED).join(', ')}, event.`;
  return read(object, asOf) ?? `This “${name}” has not the shape that Stripe documents.`;
}

function readListedEvent(json: unknown): readonly Stated[] | string {
  const read = readStripeEvent(json);
  return read?.stated ?? 'This event has not the shape that Stripe documents.';
}
