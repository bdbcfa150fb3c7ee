import type { SubscriptionStatus } from '@readout/events';
import { z } from 'zod';
import type { Stated } from '../stated.ts';
import { customerOf, metadata, moment, noted, reference, seconds, timeOf, together } from './object.ts';
import { discounts, item, oneDiscount, plan, priceOf } from './price.ts';

/**
 * Stripe's statuses in ours. `unpaid`: all tries to get the payment have failed, but the subscription goes on and is
 * paid for as soon as the reader pays the invoice that is open: so it is past due, and not at its end.
 */
const STATUSES = {
  trialing: 'trialing',
  active: 'active',
  past_due: 'past_due',
  unpaid: 'past_due',
  canceled: 'ended',
  incomplete: 'waiting',
  incomplete_expired: 'ended',
  paused: 'paused',
} as const satisfies Record<string, SubscriptionStatus>;
const KNOWN_STATUSES = Object.keys(STATUSES) as (keyof typeof STATUSES)[];

/** https://docs.stripe.com/api/subscriptions/object, and how it was in earlier versions. */
const subscription = z.looseObject({
  id: z.string().min(1),
  status: z.enum(KNOWN_STATUSES),
  customer: reference,
  created: seconds,
  start_date: moment.catch(null),
  trial_start: moment.catch(null),
  trial_end: moment.catch(null),
  cancel_at_period_end: z.boolean().nullish().catch(null),
  cancel_at: moment.catch(null),
  canceled_at: moment.catch(null),
  ended_at: moment.catch(null),
  cancellation_details: z
    .looseObject({ reason: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
  /** Anything: no money is taken for the time being, whatever the status says. */
  pause_collection: z.looseObject({}).nullish().catch(null),
  items: z
    .looseObject({ data: z.array(item) })
    .nullish()
    .catch(null),
  plan: plan.nullish().catch(null),
  quantity: z.number().int().min(0).nullish().catch(null),
  discount: oneDiscount,
  discounts,
  metadata,
});
type Subscription = z.infer<typeof subscription>;

/** @param at UTC, milliseconds: when it was so. Null: it has not the shape of a subscription. */
export function standingOf(object: unknown, at: number): readonly Stated[] | null {
  const parsed = subscription.safeParse(object);
  if (!parsed.success) return null;
  const it = parsed.data;
  const status = statusOf(it);
  const startedAt = timeOf(it.start_date ?? it.created);
  return [
    {
      time: at,
      ...together({ subscription: it.id }, customerOf(it.customer), noted(it.metadata)),
      says: {
        what: 'standing',
        status,
        startedAt,
        trialFrom: timeOf(it.trial_start),
        trialTo: timeOf(it.trial_end),
        cancelledAt: cancelledAt(it, at),
        endedAt: status === 'ended' ? (timeOf(it.ended_at ?? it.canceled_at) ?? at) : null,
        ...priceOf(itemsOf(it), discountsOf(it), at),
      },
    },
  ];
}

function statusOf({ status, pause_collection }: Subscription): SubscriptionStatus {
  const isPaidFor = status === 'active' || status === 'past_due' || status === 'unpaid';
  return isPaidFor && pause_collection ? 'paused' : STATUSES[status];
}

/** When somebody said so: what ends because it was not paid, nobody has cancelled. */
function cancelledAt(it: Subscription, at: number): number | null {
  const reason = it.cancellation_details?.reason;
  if (reason === 'payment_failed' || reason === 'payment_disputed') return null;
  const isCancelled = it.cancel_at_period_end === true || typeof it.cancel_at === 'number' || it.status === 'canceled';
  if (!isCancelled) return null;
  return timeOf(it.canceled_at ?? it.ended_at) ?? at;
}

/** Before subscriptions had items they had one plan. */
function itemsOf({ items, plan, quantity }: Subscription) {
  if (items && items.data.length > 0) return items.data;
  return plan ? [{ plan, quantity, discounts: null }] : [];
}

/** Older versions have one discount, newer ones several; where both are written they say the same. */
function discountsOf({ discount, discounts }: Subscription) {
  const several = discounts?.filter((one) => typeof one !== 'string') ?? [];
  if (several.length > 0) return several;
  return discount ? [discount] : [];
}
