import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyId, PublicationId, ReaderId } from '@readout/events';

/**
 * A reader token: who a reader of one publication is, signed and unreadable from outside.
 *
 *     version (1 byte) · key id (4) · tag (16) · masked reader (4)   = 25 bytes = 34 base64url characters
 *
 * Built as deterministic authenticated encryption after Rogaway and Shrimpton's SIV ("Deterministic
 * Authenticated-Encryption", Eurocrypt 2006) with HMAC-SHA256 as the pseudo-random function: the tag
 * authenticates header and reader, and the reader is masked with a stream derived from the tag.
 * Deterministic, so a reader's token is stable; masked, so it tells nobody how many readers there are.
 */
export interface SigningKey {
  readonly id: KeyId;
  readonly publication: PublicationId;
  /** 32 random bytes. */
  readonly secret: Uint8Array;
}

const VERSION = 1;
const HEADER_BYTES = 5;
const TAG_BYTES = 16;
const TOKEN_BYTES = HEADER_BYTES + TAG_BYTES + 4;

/** Length of every token, in URL-safe characters. */
export const TOKEN_LENGTH = 34;
const SHAPE = /^[A-Za-z0-9_-]{34}$/;

/** Why a token is nobody's. `malformed` covers truncation and foreign characters; `forged` a tag that does not hold. */
export type TokenRefusal = 'malformed' | 'unknown_version' | 'unknown_key' | 'forged';

export type VerifiedToken =
  | { readonly ok: true; readonly publication: PublicationId; readonly reader: ReaderId }
  | { readonly ok: false; readonly refusal: TokenRefusal };

/** Makes the token of a reader under a key; the same arguments always give the same token. */
export function mintToken(key: SigningKey, reader: ReaderId): string {
  const bytes = Buffer.alloc(TOKEN_BYTES);
  bytes.writeUInt8(VERSION, 0);
  bytes.writeUInt32BE(key.id, 1);
  const plain = Buffer.alloc(4);
  plain.writeUInt32BE(reader);
  const tag = tagOf(key.secret, bytes.subarray(0, HEADER_BYTES), plain);
  tag.copy(bytes, HEADER_BYTES);
  mask(key.secret, tag, plain).copy(bytes, HEADER_BYTES + TAG_BYTES);
  return bytes.toString('base64url');
}

/**
 * Says whose token it is. `findKey` answers from memory.
 * The comparison takes the same time wherever the tags differ.
 */
export function verifyToken(token: string, findKey: (id: KeyId) => SigningKey | undefined): VerifiedToken {
  if (!SHAPE.test(token)) return { ok: false, refusal: 'malformed' };
  const bytes = Buffer.from(token, 'base64url');
  // 34 characters hold 204 bits and 25 bytes only 200: of the sixteen spellings of the last bits one is ours.
  if (bytes.toString('base64url') !== token) return { ok: false, refusal: 'malformed' };
  if (bytes[0] !== VERSION) return { ok: false, refusal: 'unknown_version' };
  const key = findKey(bytes.readUInt32BE(1) as KeyId);
  if (key === undefined) return { ok: false, refusal: 'unknown_key' };
  const tag = bytes.subarray(HEADER_BYTES, HEADER_BYTES + TAG_BYTES);
  const plain = mask(key.secret, tag, bytes.subarray(HEADER_BYTES + TAG_BYTES));
  const expected = tagOf(key.secret, bytes.subarray(0, HEADER_BYTES), plain);
  if (!timingSafeEqual(tag, expected)) return { ok: false, refusal: 'forged' };
  return { ok: true, publication: key.publication, reader: plain.readUInt32BE() as ReaderId };
}

/** The two uses of the secret are kept apart by their first byte and their length. */
function tagOf(secret: Uint8Array, header: Uint8Array, plain: Uint8Array): Buffer {
  return createHmac('sha256', secret).update('t').update(header).update(plain).digest().subarray(0, TAG_BYTES);
}

function mask(secret: Uint8Array, tag: Uint8Array, text: Uint8Array): Buffer {
  const stream = createHmac('sha256', secret).update('m').update(tag).digest();
  return Buffer.from(text.map((byte, at) => byte ^ (stream[at] ?? 0)));
}
