import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a secret with full entropy (a session, an API key): what the catalog keeps instead of it. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** Whether two secrets are the same, in a time that tells nothing of where they differ or how long they are. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}
