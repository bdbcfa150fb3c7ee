import type { MailClientKind } from './mail-clients.ts';
import type { Random } from './random.ts';

/** 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 and 2001:db8::/32 are for documentation (RFC 5737, RFC 3849). */
const network = (prefix: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => `${prefix}.${from + index}`);

const MOBILE = network('192.0.2', 1, 255);
const HOMES = network('198.51.100', 1, 255);
const MACHINES: Readonly<Record<Exclude<MailClientKind, 'direct'>, readonly string[]>> = {
  gmail: network('203.0.113', 1, 64),
  yahoo: network('203.0.113', 64, 96),
  apple_privacy: network('203.0.113', 96, 192),
  gateway: network('203.0.113', 192, 255),
};

const one = (random: Random, addresses: readonly string[]) => addresses[random.below(addresses.length)] ?? '192.0.2.1';

/** Where a person's own fetches come from: a third each from mobile networks, homes, and IPv6. */
export function personalAddress(random: Random): string {
  switch (random.below(3)) {
    case 0:
      return one(random, MOBILE);
    case 1:
      return one(random, HOMES);
    default:
      return `2001:db8:${hex(random)}:${hex(random)}::${hex(random)}`;
  }
}

/** Where the proxies of a mail provider, or a gateway, fetch from. */
export function machineAddress(random: Random, kind: Exclude<MailClientKind, 'direct'>): string {
  return one(random, MACHINES[kind]);
}

const hex = (random: Random) => (1 + random.below(0xfffe)).toString(16);
