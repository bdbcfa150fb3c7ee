import { z } from 'zod';
import { fromStripe } from '../money.ts';
import type { Stated, Whose } from '../stated.ts';
import { chargeName } from './invoice.ts';
import { customerOf, idOf, reference, seconds } from './object.ts';

const money = {
  id: z.string().min(1),
  amount: z.number().int().min(0),
  currency: z.string().regex(/^[a-z]{3}$/i),
  created: seconds,
  charge: reference,
  payment_intent: reference,
};
const refund = z.looseObject({ ...money, status: z.string().nullish().catch(null) });
const dispute = z.looseObject({ ...money, status: z.string() });
const charge = z.looseObject({
  id: z.string().min(1),
  created: seconds,
  customer: reference,
  payment_intent: reference,
  /** Until 2025-03-31. */
  invoice: reference,
  /** Until 2022-11-15, or where it was asked for. */
  refunds: z
    .looseObject({ data: z.array(z.unknown()) })
    .nullish()
    .catch(null),
});

/**
 * https://docs.stripe.com/api/refunds/object. A refund counts from when it was made on, once it has succeeded. One that
 * failed after all gives nothing back.
 * @param at UTC, milliseconds: when it stood so. Null: it is no refund.
 */
export function refundOf(object: unknown, at: number, whose: Whose = {}): readonly Stated[] | null {
  const parsed = refund.safeParse(object);
  if (!parsed.success) return null;
  const { status } = parsed.data;
  // Before refunds had a status there were none that failed.
  if (status === 'succeeded' || !status) return given(parsed.data, false, whose);
  return status === 'failed' || status === 'canceled' ? takenBack(parsed.data, false, at, whose) : [];
}

/**
 * https://docs.stripe.com/disputes/how-disputes-work. The money is gone when the dispute begins and comes back when it
 * is won. An inquiry moves none.
 */
export function disputeOf(object: unknown, at: number): readonly Stated[] | null {
  const parsed = dispute.safeParse(object);
  if (!parsed.success) return null;
  const { status } = parsed.data;
  if (status === 'won') return takenBack(parsed.data, true, at, {});
  return ['needs_response', 'under_review', 'lost'].includes(status) ? given(parsed.data, true, {}) : [];
}

/** What a charge that was given back says: of which invoice it was, and its refunds; newer versions say neither. */
export function chargeOf(object: unknown, at: number): readonly Stated[] | null {
  const parsed = charge.safeParse(object);
  if (!parsed.success) return null;
  const it = parsed.data;
  const whose = customerOf(it.customer);
  const [name, invoice] = [chargeName({ payment_intent: it.payment_intent, charge: it.id }), idOf(it.invoice)];
  const link: readonly Stated[] =
    name === undefined || invoice === undefined
      ? []
      : [{ time: it.created * 1_000, ...whose, says: { what: 'charge', id: name, payment: invoice } }];
  const refunds = (it.refunds?.data ?? []).flatMap((one) => {
    const parts =
      typeof one === 'object' && one !== null ? { payment_intent: it.payment_intent, charge: it.id, ...one } : one;
    return refundOf(parts, at, whose) ?? [];
  });
  return [...link, ...refunds];
}

type Money = z.infer<typeof refund>;

function given(it: Money, disputed: boolean, whose: Whose): readonly Stated[] {
  const currency = it.currency.toUpperCase();
  return stated(it, { time: it.created * 1_000, amount: fromStripe(it.amount, currency), currency, disputed }, whose);
}

/** With the time at which that was clear, which is later than that of the refund itself: so it holds. */
function takenBack(it: Money, disputed: boolean, at: number, whose: Whose): readonly Stated[] {
  const currency = it.currency.toUpperCase();
  // Made and failed within one second, it failed later all the same.
  return stated(it, { time: Math.max(at, it.created * 1_000 + 1), amount: 0, currency, disputed }, whose);
}

function stated(
  it: Money,
  { time, ...what }: { time: number; amount: number; currency: string; disputed: boolean },
  whose: Whose,
): readonly Stated[] {
  const charge = chargeName(it);
  // Of what was never charged nothing is given back.
  if (charge === undefined) return [];
  return [...ofExpanded(it), { time, ...whose, says: { what: 'refund', id: it.id, charge, ...what } }];
}

/** A charge that was expanded may name its invoice. */
function ofExpanded({ charge }: Money): readonly Stated[] {
  return typeof charge === 'object' && charge !== null ? (chargeOf({ ...charge, refunds: null }, 0) ?? []) : [];
}
