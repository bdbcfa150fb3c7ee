import type { Field } from '../mime/field.ts';
import { encodeTransfer } from '../mime/transfer-encoding.ts';
import type { HtmlPart } from './html-part.ts';

/** Bytes that take the place of others; offsets in the message, end exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
}

/** RFC 5321 §4.5.3.1.6, without the line break. */
const LONGEST_LINE = 998;
const LINE_BREAK = 2;

export function removed({ start, end }: Pick<Field, 'start' | 'end'>): Edit {
  return { start, end, bytes: Buffer.alloc(0) };
}

/**
 * Puts another HTML into its part. It stays in its encoding, unless a line becomes longer than mail carries: then it is
 * written as quoted-printable, and the part's header says so.
 * @param before The part's bytes as they came, encoded. `html` are not.
 */
export function htmlEdits({ part, encoding }: HtmlPart, before: Buffer, html: Buffer): Edit[] {
  const range = { start: part.bodyAt, end: part.bodyEnd };
  const endsLine = before.subarray(-LINE_BREAK).toString('latin1') === '\r\n';
  const longest = longestLine(html);
  if (encoding !== 'bare' || longest <= LONGEST_LINE || longest <= longestLine(before)) {
    return [{ ...range, bytes: encodeTransfer(html, encoding, endsLine) }];
  }
  const field = part.fields.find(({ name }) => name === 'content-transfer-encoding');
  // Before the empty line that ends the header.
  const place = field ?? { start: part.bodyAt - LINE_BREAK, end: part.bodyAt - LINE_BREAK };
  const says = Buffer.from('Content-Transfer-Encoding: quoted-printable\r\n');
  return [
    { start: place.start, end: place.end, bytes: says },
    { ...range, bytes: encodeTransfer(html, 'quoted-printable', endsLine) },
  ];
}

/** How many bytes a message has after that. */
export function sizeAfter(size: number, edits: readonly Edit[]): number {
  return edits.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), size);
}

function longestLine(bytes: Buffer): number {
  let longest = 0;
  let start = 0;
  for (let end = bytes.indexOf('\r\n'); end !== -1; end = bytes.indexOf('\r\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + LINE_BREAK;
  }
  return Math.max(longest, bytes.length - start);
}
