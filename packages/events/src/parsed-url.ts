/**
 * The address as a URL; null where it is none. In place of `URL.canParse`, which in Node 20 denies addresses with letters
 * such as `ü` once it has been called a few thousand times (its fast path takes their Latin-1 bytes for UTF-8).
 */
export function parsedUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
