/** Nominal typing: a number or string that may not be mistaken for another one. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** Number of a publication in the catalog; what rows in the warehouse carry. Never shown to anybody. */
export type PublicationId = Brand<number, 'PublicationId'>;
export type IssueId = Brand<number, 'IssueId'>;
export type SectionId = Brand<number, 'SectionId'>;
export type LinkId = Brand<number, 'LinkId'>;
/** Number of a reader within the installation: 32 bit unsigned, never 0. */
export type ReaderId = Brand<number, 'ReaderId'>;
/** Number of a token signing key. */
export type KeyId = Brand<number, 'KeyId'>;

/** What the outside sees of a publication, issue, section or link: 12 random base58 characters. */
export type PublicId = Brand<string, 'PublicId'>;

const PUBLIC_ID = /^[1-9A-HJ-NP-Za-km-z]{12}$/;

/** Whether `text` has the shape of a public id; says nothing about whether the thing exists. */
export function isPublicId(text: string): text is PublicId {
  return PUBLIC_ID.test(text);
}
