import { z } from 'zod';
import { LATEST_TIME, looksLikeToken, type Whose } from '../stated.ts';

/** Another object: its id, or the whole of it where it was expanded, or null. */
const idOrObject = z.union([z.string(), z.looseObject({ id: z.string() })]);
export type Reference = z.infer<typeof idOrObject> | null | undefined;
export const reference = idOrObject.nullish().catch(null);

/** Seconds since 1970. */
export const seconds = z
  .number()
  .int()
  .min(0)
  .max(LATEST_TIME / 1_000);
export const moment = seconds.nullish();

export const metadata = z.record(z.string(), z.unknown()).nullish().catch(null);
export type Metadata = z.infer<typeof metadata>;

const expandedCustomer = z.looseObject({ id: z.string(), email: z.string().nullish().catch(null), metadata });

export function idOf(reference: Reference): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id;
}

/** UTC, milliseconds. */
export function timeOf(moment: number): number;
export function timeOf(moment: number | null | undefined): number | null;
export function timeOf(moment: number | null | undefined): number | null {
  return moment === null || moment === undefined ? null : moment * 1_000;
}

/** What the author's own page wrote down when it began the subscription: docs/billing.md. */
export function noted(...all: readonly Metadata[]): Whose {
  return {
    token: first(all, 'readout_token'),
    issue: first(all, 'readout_issue'),
    offer: first(all, 'readout_offer'),
  };
}

/** A customer by its id, and with what is said of it where it was expanded. */
export function customerOf(reference: Reference): Whose {
  const expanded = expandedCustomer.safeParse(reference);
  if (!expanded.success) return { customer: idOf(reference) };
  const { id, email, metadata } = expanded.data;
  return { customer: id, reader: email ?? undefined, token: noted(metadata).token };
}

/** What the first knows, and of what it does not know what those behind it do. */
export function together(...all: readonly Whose[]): Whose {
  const known: Record<string, string> = {};
  for (const one of all) {
    for (const [name, value] of Object.entries(one))
      if (typeof value === 'string' && value !== '') known[name] ??= value;
  }
  return known;
}

/** The reference that an author's page gave to Checkout, where that is a token of ours. */
export function tokenIn(clientReference: string | null | undefined): Whose {
  return clientReference && looksLikeToken(clientReference) ? { token: clientReference } : {};
}

function first(all: readonly Metadata[], name: string): string | undefined {
  for (const one of all) {
    const value = one?.[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
