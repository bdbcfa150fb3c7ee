import { createHash } from 'node:crypto';

/**
 * What stands for a name that another system gives a thing (a report, a subscription, a payment): the first 53 bits of a
 * hash, which is what a number holds. Never 0. Of ten million names two fall together with a chance of 0.6 %.
 */
export function hashedName(name: string): number {
  const digest = createHash('sha256').update(name).digest();
  return digest.readUInt32BE(0) * 0x20_0000 + (digest.readUInt32BE(4) >>> 11) || 1;
}
