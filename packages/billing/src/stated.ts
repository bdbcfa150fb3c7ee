import { type BillingSystem, isPublicId, type PublicationId, type PublicId, type Statement } from '@readout/events';
import { hashedName, readerReference, TOKEN_LENGTH } from '@readout/tokens';

type Says = Statement['says'];
type Of<What extends Says['what']> = Extract<Says, { readonly what: What }>;

/** A fact with the names that the billing system gives: what is to be hashed is still a text. */
export type StatedFact =
  | Of<'standing'>
  | (Omit<Of<'payment'>, 'id'> & { readonly id: string })
  | (Omit<Of<'failure'>, 'id'> & { readonly id: string })
  | (Omit<Of<'refund'>, 'id' | 'charge'> & { readonly id: string; readonly charge?: string })
  | { readonly what: 'charge'; readonly id: string; readonly payment: string }
  | Of<'identity'>;

/** Whose something is, and what led there, as it was found. */
export interface Whose {
  readonly subscription?: string | undefined;
  readonly customer?: string | undefined;
  readonly token?: string | undefined;
  /** An address, or whatever else the sender calls the reader: goes no further than `statementOf`. */
  readonly reader?: string | undefined;
  readonly issue?: string | undefined;
  readonly offer?: string | undefined;
}

/** One statement as the billing system makes it: with its own names, and the reader's. */
export interface Stated extends Whose {
  /** UTC, milliseconds. */
  readonly time: number;
  readonly says: StatedFact;
}

/** Whose statements they are, and what names are hashed with. */
export interface StatementParts {
  readonly system: BillingSystem;
  readonly publication: PublicationId;
  readonly publicId: PublicId;
  /** Undefined: the catalog has not given it yet; then nobody is known by an address. */
  readonly referenceSecret: Uint8Array | undefined;
}

/** In years from 1970 to 2100 the warehouse keeps times. */
export const LATEST_TIME = 4_102_444_799_999;
const MOST_PLAN = 200;
const TOKEN = new RegExp(`^[A-Za-z0-9_-]{${TOKEN_LENGTH}}$`);

/**
 * The record of a statement, without any name: those of the billing system become numbers (`hashedName`), an address
 * becomes the keyed hash that stands for it. What does not look like a token or a public id is left out, so that an
 * address which somebody put there by mistake is not kept either.
 */
export function statementOf(
  stated: Stated,
  { system, publication, publicId, referenceSecret }: StatementParts,
): Statement {
  const { time, subscription, customer, token, reader, issue, offer, says } = stated;
  const isNamed = reader !== undefined && reader.trim() !== '' && referenceSecret !== undefined;
  return {
    type: 'statement',
    version: 1,
    system,
    time,
    publication,
    ...(isGiven(subscription) ? { subscription: hashedName(subscription) } : {}),
    ...(isGiven(customer) ? { customer: hashedName(customer) } : {}),
    ...(token !== undefined && looksLikeToken(token) ? { token } : {}),
    ...(isNamed ? { reference: readerReference(referenceSecret, publicId, reader).toString('hex') } : {}),
    ...(issue !== undefined && isPublicId(issue) ? { issue } : {}),
    ...(offer !== undefined && isPublicId(offer) ? { offer } : {}),
    says: hashed(says),
  };
}

/** Whether it has the shape of a reader's token; whether it is one the ingester finds out. */
export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}

function isGiven(name: string | undefined): name is string {
  return name !== undefined && name !== '';
}

function hashed(says: StatedFact): Says {
  switch (says.what) {
    case 'identity':
      return says;
    case 'standing':
      return { ...says, plan: says.plan.slice(0, MOST_PLAN) };
    case 'charge':
      return { what: 'charge', id: hashedName(says.id), payment: hashedName(says.payment) };
    case 'refund': {
      const { charge, ...rest } = says;
      return {
        ...rest,
        id: hashedName(says.id),
        ...(isGiven(charge) ? { charge: hashedName(charge) } : {}),
      };
    }
    default:
      return { ...says, id: hashedName(says.id) };
  }
}
