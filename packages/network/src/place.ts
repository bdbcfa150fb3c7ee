import { hash } from 'node:crypto';
import { truncateAddress } from './address.ts';

/** Of SHA-256, in bytes. */
const BLOCK = 64;
const DIGEST = 32;
/** `2001:db8:ffff::` and more. */
const LONGEST_NETWORK = 45;

/**
 * Name of the installation's secret by which all its processes number networks: a rule's range has the number that a
 * collector gives those whom it sees there.
 */
export const PLACES_SECRET = 'places';

/**
 * Numbers for networks: a /24 of IPv4, a /48 of IPv6, which is the most of an address that is kept anywhere. The same
 * network has the same number wherever the secret is the same, and without the secret no number leads back to it.
 */
export class Places {
  readonly #inner = Buffer.alloc(BLOCK + LONGEST_NETWORK, 0x36);
  readonly #outer = Buffer.alloc(BLOCK + DIGEST, 0x5c);

  /** @param secret up to 64 random bytes, of the installation: with it all of IPv4's networks are tried in a minute. */
  constructor(secret: Uint8Array) {
    if (secret.length > BLOCK) throw new RangeError(`A secret for places has at most ${BLOCK} bytes.`);
    for (const [at, byte] of secret.entries()) {
      this.#inner[at] = byte ^ 0x36;
      this.#outer[at] = byte ^ 0x5c;
    }
  }

  /** From 1 to 2^32 - 1, addresses that are not routed too; 0 where the text is no address. */
  of(address: string): number {
    const network = truncateAddress(address);
    return network === null ? 0 : this.ofNetwork(network);
  }

  /**
   * The beginning of HMAC-SHA-256 (RFC 2104), put together from its two hashes: node:crypto's own makes an object for
   * each, which a collector that meets new addresses all the time pays for twice, in time and in garbage.
   * @param network as `truncateAddress` gives it.
   */
  ofNetwork(network: string): number {
    const end = BLOCK + this.#inner.write(network, BLOCK, 'latin1');
    this.#outer.write(hash('sha256', this.#inner.subarray(0, end), 'hex'), BLOCK, 'hex');
    return Number.parseInt(hash('sha256', this.#outer, 'hex').slice(0, 8), 16) || 1;
  }
}
