/** How a part's bytes are written so that mail carries them (RFC 2045 §6). */
export type TransferEncoding = 'bare' | 'quoted-printable' | 'base64';

const LONGEST_LINE = 76;
const SOFT_BREAK = '=\r\n';
const HEX = /^[0-9a-f]{2}$/i;

/** @param field Of `Content-Transfer-Encoding`; null where it is missing. Null: no encoding that is known. */
export function transferEncodingOf(field: string | null): TransferEncoding | null {
  const name = field?.trim().toLowerCase() ?? '7bit';
  if (name === '7bit' || name === '8bit' || name === 'binary') return 'bare';
  return name === 'quoted-printable' || name === 'base64' ? name : null;
}

/** Null where that is not what the encoding allows, and programs would read it in different ways. */
export function decodeTransfer(bytes: Buffer, encoding: TransferEncoding): Buffer | null {
  if (encoding === 'bare') return bytes;
  return encoding === 'base64' ? fromBase64(bytes) : fromQuotedPrintable(bytes);
}

/** Lines end with CRLF, also the last one where `endsLine`. */
export function encodeTransfer(bytes: Buffer, encoding: TransferEncoding, endsLine: boolean): Buffer {
  if (encoding === 'bare') return bytes;
  if (encoding === 'quoted-printable') return toQuotedPrintable(bytes);
  const lines = bytes.toString('base64').match(/.{1,76}/g) ?? [];
  return Buffer.from(lines.join('\r\n') + (endsLine ? '\r\n' : ''), 'latin1');
}

function fromBase64(bytes: Buffer): Buffer | null {
  const text = bytes.toString('latin1').replace(/[\t\r\n ]/g, '');
  return /^[a-z0-9+/]*={0,2}$/i.test(text) && text.length % 4 !== 1 ? Buffer.from(text, 'base64') : null;
}

function fromQuotedPrintable(bytes: Buffer): Buffer | null {
  // White space at the end of a line was added on the way.
  const text = bytes.toString('latin1').split('\n').map(withoutPadding).join('\n');
  let isSound = true;
  const plain = text.replace(/=(\r?\n|[\s\S]{0,2})/g, (_, after: string) => {
    if (after === '' || /^\r?\n$/.test(after)) return '';
    return HEX.test(after) ? String.fromCharCode(Number.parseInt(after, 16)) : unsound();
  });
  function unsound(): string {
    isSound = false;
    return '';
  }
  return isSound ? Buffer.from(plain, 'latin1') : null;
}

function withoutPadding(line: string): string {
  const breaks = line.endsWith('\r') ? 1 : 0;
  let end = line.length - breaks;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end) + line.slice(line.length - breaks);
}

/**
 * Written out and not a library's: those that there are leave a single CR or LF as it is, which mail would carry as a
 * whole line break, so that it would not decode to the same bytes.
 */
function toQuotedPrintable(bytes: Buffer): Buffer {
  const out: string[] = [];
  let column = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 13 && bytes[at + 1] === 10) {
      out.push('\r\n');
      column = 0;
      at++;
      continue;
    }
    const endsLine = at + 1 === bytes.length || (bytes[at + 1] === 13 && bytes[at + 2] === 10);
    const isPlain = byte >= 33 && byte <= 126 && byte !== 61;
    const isSpace = (byte === 32 || byte === 9) && !endsLine;
    // A full stop alone on a line, or “From ” at its beginning, is changed by some servers.
    const text =
      (isPlain && !(column === 0 && (byte === 46 || byte === 70))) || isSpace ? String.fromCharCode(byte) : hex(byte);
    if (column + text.length > LONGEST_LINE - 1 && !(endsLine && column + text.length <= LONGEST_LINE)) {
      out.push(SOFT_BREAK);
      column = 0;
    }
    out.push(text);
    column += text.length;
  }
  return Buffer.from(out.join(''), 'latin1');
}

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
