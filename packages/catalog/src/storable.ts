const UNSTORABLE = /\p{Surrogate}/gu;

/**
 * A text as PostgreSQL can hold it: NUL, which its `text` refuses, and lone surrogates, which UTF-8 has no bytes
 * for, become U+FFFD. A title with a stray byte in it is worth keeping; an error of the driver helps nobody.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(UNSTORABLE, '\uFFFD');
}
