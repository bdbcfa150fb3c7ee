import { z } from 'zod';
import type { Stated } from '../stated.ts';
import { customerOf, idOf, metadata, noted, reference, seconds, together, tokenIn } from './object.ts';

const email = z.string().nullish().catch(null);
const customer = z.looseObject({ id: z.string().min(1), email, metadata, created: seconds });
/** https://docs.stripe.com/api/checkout/sessions/object */
const session = z.looseObject({
  id: z.string().min(1),
  created: seconds,
  status: z.string().nullish().catch(null),
  customer: reference,
  subscription: reference,
  client_reference_id: z.string().nullish().catch(null),
  customer_email: email,
  customer_details: z.looseObject({ email }).nullish().catch(null),
  metadata,
});

/** Whose a customer is. @param at UTC, milliseconds. Null: it is no customer. */
export function customerStated(object: unknown, at: number): readonly Stated[] | null {
  const parsed = customer.safeParse(object);
  if (!parsed.success) return null;
  const { id, email, metadata } = parsed.data;
  const { token } = noted(metadata);
  if (!email && token === undefined) return [];
  return [{ time: at, ...together({ customer: id, token, reader: email ?? undefined }), says: { what: 'identity' } }];
}

/** Whose the subscription is that somebody came to through Checkout, and what led there. Null: it is no session. */
export function sessionStated(object: unknown, at: number): readonly Stated[] | null {
  const parsed = session.safeParse(object);
  if (!parsed.success) return null;
  const it = parsed.data;
  const subscription = idOf(it.subscription);
  // Bought something else, or nothing in the end.
  if (subscription === undefined || (it.status && it.status !== 'complete')) return [];
  const given = it.customer_details?.email ?? it.customer_email ?? undefined;
  const whose = together(
    { subscription },
    noted(it.metadata),
    tokenIn(it.client_reference_id),
    customerOf(it.customer),
    { reader: given },
  );
  return [{ time: at, ...whose, says: { what: 'identity' } }];
}
