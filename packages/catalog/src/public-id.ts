import { randomBytes } from 'node:crypto';
import type { PublicId } from '@readout/events';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const LENGTH = 12;
/** The multiples of 58 end here; a byte from here on would make the first letters likelier than the last. */
const FAIR_BELOW = 256 - (256 % ALPHABET.length);

/** A new public id: 70 bits that nobody can guess. `random` answers that many random bytes. */
export function newPublicId(random: (bytes: number) => Uint8Array = randomBytes): PublicId {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of random(LENGTH - id.length)) {
      if (byte < FAIR_BELOW) id += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return id as PublicId;
}
