import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What was sealed cannot be opened: with another key, for another place, or after it was changed. */
export class SealBrokenError extends Error {
  readonly code = 'SEAL_BROKEN';
}

/**
 * A secret that has to be used again, as it may be kept: AES-256-GCM. It opens only for the place that it was sealed
 * for, so that a row cannot be copied to another owner.
 * @param key 32 bytes
 */
export function seal(secret: string, key: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place, 'utf8'));
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** @throws {SealBrokenError} */
export function unseal(sealed: Uint8Array, key: Uint8Array, place: string): string {
  const bytes = Buffer.from(sealed);
  const body = NONCE_BYTES + TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(place, 'utf8'))
      .setAuthTag(bytes.subarray(NONCE_BYTES, body));
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBrokenError('A kept secret cannot be opened with the key of this installation. Give it anew.');
  }
}
