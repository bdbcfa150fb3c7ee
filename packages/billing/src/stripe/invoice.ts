import { z } from 'zod';
import { fromStripe } from '../money.ts';
import type { Stated, Whose } from '../stated.ts';
import {
  customerOf,
  idOf,
  metadata,
  moment,
  noted,
  type Reference,
  reference,
  seconds,
  timeOf,
  together,
} from './object.ts';

/** Until 2025-03-31 an invoice and its lines named their subscription themselves; since then its `parent` does. */
const line = z.looseObject({
  subscription: reference,
  parent: z
    .looseObject({
      subscription_item_details: z.looseObject({ subscription: reference }).nullish().catch(null),
      invoice_item_details: z.looseObject({ subscription: reference }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
const details = z.looseObject({ subscription: reference, metadata }).nullish().catch(null);
const payment = z
  .looseObject({ type: z.string().nullish().catch(null), payment_intent: reference, charge: reference })
  .nullish()
  .catch(null);

/** https://docs.stripe.com/api/invoices/object, and how it was in earlier versions. */
const invoice = z.looseObject({
  id: z.string().min(1),
  created: seconds,
  currency: z.string().regex(/^[a-z]{3}$/i),
  customer: reference,
  customer_email: z.string().nullish().catch(null),
  status: z.string().nullish().catch(null),
  amount_paid: z.number().int().min(0),
  amount_due: z.number().int().min(0).catch(0),
  amount_remaining: z.number().int().min(0).nullish().catch(null),
  attempt_count: z.number().int().min(0).catch(0),
  status_transitions: z
    .looseObject({ paid_at: moment.catch(null) })
    .nullish()
    .catch(null),
  subscription: reference,
  subscription_details: details,
  parent: z.looseObject({ subscription_details: details }).nullish().catch(null),
  lines: z
    .looseObject({ data: z.array(line) })
    .nullish()
    .catch(null),
  /** Until 2025-03-31. */
  charge: reference,
  payment_intent: reference,
  /** Since then, where it was asked for. */
  payments: z
    .looseObject({ data: z.array(z.looseObject({ payment })) })
    .nullish()
    .catch(null),
});
type Invoice = z.infer<typeof invoice>;

/**
 * That an invoice of a subscription was paid, and by which charge where it says so. One of nothing, as at the beginning
 * of a trial, is no payment; one that is of no subscription is none of ours.
 * @param at UTC, milliseconds: when it was paid, where the invoice does not say that. Null: it is no invoice.
 */
export function paymentOf(object: unknown, at: number): readonly Stated[] | null {
  const parsed = invoice.safeParse(object);
  if (!parsed.success) return null;
  const it = parsed.data;
  const whose = whoseIs(it);
  if (whose.subscription === undefined || it.amount_paid === 0) return [];
  const time = timeOf(it.status_transitions?.paid_at) ?? at;
  const currency = it.currency.toUpperCase();
  const amount = fromStripe(it.amount_paid, currency);
  return [
    { time, ...whose, says: { what: 'payment', id: it.id, amount, currency } },
    ...chargesOf(it).map((id): Stated => ({ time, ...whose, says: { what: 'charge', id, payment: it.id } })),
  ];
}

/** The same of an invoice in a list, which may be one that was not paid. */
export function paymentListed(object: unknown): readonly Stated[] | null {
  const parsed = invoice.safeParse(object);
  if (!parsed.success) return null;
  return parsed.data.status === 'paid' ? paymentOf(object, parsed.data.created * 1_000) : [];
}

/** That a try to get the payment failed. Each try is a failure of its own. */
export function failureOf(object: unknown, at: number): readonly Stated[] | null {
  const parsed = invoice.safeParse(object);
  if (!parsed.success) return null;
  const it = parsed.data;
  const whose = whoseIs(it);
  if (whose.subscription === undefined) return [];
  const currency = it.currency.toUpperCase();
  const amount = fromStripe(it.amount_remaining ?? it.amount_due, currency);
  return [
    { time: at, ...whose, says: { what: 'failure', id: `${it.id} attempt ${it.attempt_count}`, amount, currency } },
  ];
}

/** https://docs.stripe.com/api/invoice-payment/object: since 2025-03-31 what tells which charge paid an invoice. */
const invoicePayment = z.looseObject({
  invoice: reference,
  created: seconds,
  status: z.string().nullish().catch(null),
  payment,
});

/** By which charge an invoice was paid. Whose it is says the invoice. Null: it is no payment of an invoice. */
export function chargeOfInvoice(object: unknown): readonly Stated[] | null {
  const parsed = invoicePayment.safeParse(object);
  if (!parsed.success) return null;
  const { invoice, created, status, payment } = parsed.data;
  const [paid, by] = [idOf(invoice), payment ? chargeName(payment) : undefined];
  if (paid === undefined) return null;
  if (by === undefined || status !== 'paid') return [];
  return [{ time: created * 1_000, says: { what: 'charge', id: by, payment: paid } }];
}

/** A charge goes by its payment intent, which outlives it, and by its own id where there is none. */
export function chargeName(of: {
  readonly payment_intent?: Reference;
  readonly charge?: Reference;
}): string | undefined {
  return idOf(of.payment_intent) ?? idOf(of.charge);
}

function chargesOf(it: Invoice): readonly string[] {
  const names = [chargeName(it), ...(it.payments?.data ?? []).map(({ payment }) => payment && chargeName(payment))];
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

function whoseIs(it: Invoice): Whose {
  const details = it.parent?.subscription_details ?? it.subscription_details;
  const subscription =
    idOf(it.parent?.subscription_details?.subscription) ?? idOf(it.subscription) ?? ofLines(it.lines?.data ?? []);
  return together({ subscription }, customerOf(it.customer), noted(details?.metadata), {
    reader: it.customer_email ?? undefined,
  });
}

function ofLines(lines: readonly z.infer<typeof line>[]): string | undefined {
  for (const { subscription, parent } of lines) {
    const named =
      idOf(subscription) ??
      idOf(parent?.subscription_item_details?.subscription) ??
      idOf(parent?.invoice_item_details?.subscription);
    if (named !== undefined) return named;
  }
  return undefined;
}
