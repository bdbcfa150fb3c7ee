/** Nominal typing: a number or string that may not be mistaken for another one. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** Number of a publication in the catalog; what rows in the warehouse carry. Never shown to anybody. */
export type PublicationId = Brand<number, 'PublicationId'>;
export type IssueId = Brand<number, 'IssueId'>;
export type SectionId = Brand<number, 'SectionId'>;
export type LinkId = Brand<number, 'LinkId'>;
export type OfferId = Brand<number, 'OfferId'>;
/**
 * Number of a reader within the installation, below 2^31 and never 0; or, from 2^31 on, of a visitor whom nobody
 * knows and who is told apart from others for one day only (see `visitorAsReader`). 32 bit unsigned.
 */
export type ReaderId = Brand<number, 'ReaderId'>;
/**
 * The number under which a visitor is counted: apart from every reader's. Visitors have 31 bits, so that of 20,000
 * in one day one pair falls together with a chance of 9 %.
 * @param visitor from 1 to 2^31 - 1.
 */
export function visitorAsReader(visitor: number): ReaderId {
  return (0x8000_0000 + visitor) as ReaderId;
}

/** Whether that is the number of a visitor. */
export function isVisitor(reader: ReaderId): boolean {
  return reader >= 0x8000_0000;
}

/**
 * Stands in a token in place of a reader, for whoever tries out whether fetches arrive: no reader has such a number, so
 * that nothing is counted of it. From 2^31 to 2^32 - 1.
 */
export type CheckId = Brand<number, 'CheckId'>;

/** Null: it is a reader's number. */
export function checkOf(number: number): CheckId | null {
  return number >= 0x8000_0000 ? (number as CheckId) : null;
}

/** Number of a token signing key. */
export type KeyId = Brand<number, 'KeyId'>;

/** What the outside sees of a publication, issue, section, link, offer or experiment: 12 random base58 characters. */
export type PublicId = Brand<string, 'PublicId'>;

/** The shape of a public id, for a regular expression. */
export const PUBLIC_ID = '[1-9A-HJ-NP-Za-km-z]{12}';
const ONLY_PUBLIC_ID = new RegExp(`^${PUBLIC_ID}$`);

/** Whether `text` has the shape of a public id; says nothing about whether the thing exists. */
export function isPublicId(text: string): text is PublicId {
  return ONLY_PUBLIC_ID.test(text);
}
