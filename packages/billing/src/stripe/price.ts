import { z } from 'zod';
import { INTERVALS, monthsOf } from '../interval.ts';
import { fromStripe } from '../money.ts';
import { moment } from './object.ts';

/** A hundred years. */
const MOST_MONTHS = 1_200;

const amount = z.number().nullish().catch(null);
/** Stripe writes parts of a cent as a text. */
const decimal = z.coerce.number().nullish().catch(null);
const interval = z.enum(INTERVALS).nullish().catch(null);
const count = z.number().int().min(1).catch(1);
const text = z.string().nullish().catch(null);

const price = z.looseObject({
  id: z.string(),
  nickname: text,
  lookup_key: text,
  unit_amount: amount,
  unit_amount_decimal: decimal,
  currency: z.string(),
  recurring: z.looseObject({ interval, interval_count: count, usage_type: text }).nullish().catch(null),
});
/** What prices were called before, which older versions of Stripe's API still write beside them. */
export const plan = z.looseObject({
  id: z.string(),
  nickname: text,
  amount,
  amount_decimal: decimal,
  currency: z.string(),
  interval,
  interval_count: count,
  usage_type: text,
});

const coupon = z.looseObject({ percent_off: amount, amount_off: amount, currency: text, duration: text });
/** Since 2025-09-30 the coupon stands under `source`. One that was not expanded is an id, and says nothing. */
const discount = z.union([
  z.string(),
  z.looseObject({
    coupon: coupon.nullish().catch(null),
    source: z
      .looseObject({ coupon: coupon.nullish().catch(null) })
      .nullish()
      .catch(null),
    end: moment.catch(null),
  }),
]);
export const discounts = z.array(discount).nullish().catch(null);
export const oneDiscount = discount.nullish().catch(null);
type Discounts = readonly z.infer<typeof discount>[];

export const item = z.looseObject({
  price: price.nullish().catch(null),
  plan: plan.nullish().catch(null),
  quantity: z.number().int().min(0).nullish().catch(null),
  discounts,
});
export type Item = z.infer<typeof item>;

/** What is to be paid for one of an item, in Stripe's unit; null: it depends on use, or on how many. */
interface Rate {
  readonly name: string;
  readonly each: number | null;
  readonly currency: string;
  readonly months: number | null;
}

export interface Price {
  readonly plan: string;
  readonly price: number | null;
  readonly currency: string | null;
  readonly months: number | null;
}

/**
 * What is to be paid regularly: each item's price times its quantity, as much of it as falls to the first item's
 * interval, less the discounts that are spelled out and go on. Taxes that come on top are not in it.
 * @param now UTC, milliseconds: discounts that ended before are none.
 */
export function priceOf(items: readonly Item[], discounts: Discounts, now: number): Price {
  const rated = items.flatMap((one) => {
    const rate = rateOf(one);
    return rate === null ? [] : [{ rate, quantity: one.quantity ?? 1, discounts: one.discounts ?? [] }];
  });
  const [first] = rated;
  if (first === undefined) return { plan: '', price: null, currency: null, months: null };
  const plan = rated.map(({ rate }) => rate.name).join(' + ');
  const { currency, months } = first.rate;
  let total = 0;
  for (const { rate, quantity, discounts } of rated) {
    if (rate.each === null || rate.months === null || months === null || rate.currency !== currency) {
      return { plan, price: null, currency: null, months: null };
    }
    total += less((rate.each * quantity * months) / rate.months, discounts, currency, now);
  }
  const price = fromStripe(less(total, discounts, currency, now), currency);
  // Nobody pays so much, or for so long: what the log could not hold is rather not known.
  if (!Number.isSafeInteger(price) || months === null || months > MOST_MONTHS) {
    return { plan, price: null, currency: null, months: null };
  }
  return { plan, price, currency, months };
}

function rateOf({ price, plan }: Item): Rate | null {
  if (price) {
    const { recurring } = price;
    const each = price.unit_amount ?? price.unit_amount_decimal ?? null;
    return {
      name: price.nickname || price.lookup_key || price.id,
      each: recurring?.usage_type === 'metered' ? null : each,
      currency: price.currency.toUpperCase(),
      months: recurring?.interval ? monthsOf(recurring.interval, recurring.interval_count) : null,
    };
  }
  if (!plan) return null;
  const each = plan.amount ?? plan.amount_decimal ?? null;
  return {
    name: plan.nickname || plan.id,
    each: plan.usage_type === 'metered' ? null : each,
    currency: plan.currency.toUpperCase(),
    months: plan.interval ? monthsOf(plan.interval, plan.interval_count) : null,
  };
}

/** A discount of one invoice alone changes nothing of what is to be paid from then on. */
function less(amount: number, discounts: Discounts, currency: string, now: number): number {
  let left = amount;
  for (const one of discounts) {
    if (typeof one === 'string') continue;
    const coupon = one.coupon ?? one.source?.coupon;
    const hasEnded = typeof one.end === 'number' && one.end * 1_000 <= now;
    if (!coupon || hasEnded || coupon.duration === 'once') continue;
    if (coupon.percent_off) left *= 1 - coupon.percent_off / 100;
    else if (coupon.amount_off && coupon.currency?.toUpperCase() === currency) left -= coupon.amount_off;
  }
  return Math.max(0, left);
}
