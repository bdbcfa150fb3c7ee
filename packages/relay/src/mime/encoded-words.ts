const WORD = /=\?([^?*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi;

/** A header's words as a person would read them (RFC 2047); what cannot be decoded stays as it is. */
export function decodeWords(value: string): string {
  // Between two encoded words white space does not count.
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  const decoded = joined.replace(WORD, (word, charset: string, encoding: string, text: string) => {
    const bytes =
      encoding.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : Buffer.from(
            text
              .replace(/_/g, ' ')
              .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          );
    return readAs(bytes, charset) ?? word;
  });
  // Without encoded words it may be UTF-8 as it is (RFC 6532).
  return decoded === value ? (readAs(Buffer.from(value, 'latin1'), 'utf-8') ?? value) : decoded;
}

function readAs(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
