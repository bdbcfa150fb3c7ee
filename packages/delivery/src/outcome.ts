/** What came of bringing something to where it should go. */
export type Delivered =
  /** `note`: what went otherwise than wanted all the same, in a sentence; null: nothing. */
  | { readonly kind: 'done'; readonly note: string | null }
  /** It is certain that it did not arrive. `again`: whether another try may do better by itself. */
  | { readonly kind: 'failed'; readonly why: string; readonly again: boolean }
  /** Nobody can tell whether it arrived. */
  | { readonly kind: 'unknown'; readonly why: string };

const LONGEST = 500;

/** What somebody else said, as it may stand in a sentence. */
export function said(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}

/** Part of an error that comes from elsewhere. */
export function partOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

/** What an error says. */
export function messageOf(error: unknown): string {
  const message = partOf(error, 'message');
  return said(typeof message === 'string' ? message : String(error));
}
