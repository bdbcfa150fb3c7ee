import { fieldValue } from '../mime/field.ts';
import type { Part, Structure } from '../mime/structure.ts';
import { type TransferEncoding, transferEncodingOf } from '../mime/transfer-encoding.ts';
import { UntouchedError } from './untouched.ts';

/** The part of a message that is an issue's HTML. */
export interface HtmlPart {
  readonly part: Part;
  readonly encoding: TransferEncoding;
  /** Null: the message does not say. */
  readonly charset: string | null;
}

/** Encoded; an issue's HTML may have five million characters. */
const LARGEST_HTML_BYTES = 10_000_000;

const SIGNED = new Set([
  'multipart/signed',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
]);
const ENCRYPTED = new Set([
  'multipart/encrypted',
  'application/pkcs7-mime',
  'application/x-pkcs7-mime',
  'application/pgp-encrypted',
]);
/** What is said by these is not to be read as an issue. */
const REPORTS = new Set(['multipart/report', 'message/delivery-status', 'message/disposition-notification']);

/**
 * Finds the first part in HTML that is shown as the message and not as an attachment.
 * @throws {UntouchedError} where there is none that may be changed.
 */
export function findHtmlPart({ leaves, types }: Structure): HtmlPart {
  for (const type of types) {
    if (SIGNED.has(type)) throw new UntouchedError('signed');
    if (ENCRYPTED.has(type)) throw new UntouchedError('encrypted');
    if (REPORTS.has(type)) throw new UntouchedError('automatic');
  }
  const part = leaves.find(isShownHtml);
  if (part === undefined) throw new UntouchedError('no_html');
  const encoding = transferEncodingOf(fieldValue(part.fields, 'content-transfer-encoding'));
  if (encoding === null) throw new UntouchedError('unreadable', 'its HTML is in an encoding that is not known');
  if (fieldValue(part.fields, 'content-md5') !== null) throw new UntouchedError('signed', 'its HTML has a checksum');
  if (part.bodyEnd - part.bodyAt > LARGEST_HTML_BYTES) throw new UntouchedError('too_large');
  return { part, encoding, charset: part.contentType.parameters.get('charset') ?? null };
}

function isShownHtml({ contentType, fields }: Part): boolean {
  const disposition = fieldValue(fields, 'content-disposition') ?? '';
  return contentType.value === 'text/html' && !/^\s*attachment/i.test(disposition);
}
