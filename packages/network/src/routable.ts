import { type Address, parseAddress } from './address.ts';
import { type AddressRange, isWithin, parseRange } from './address-range.ts';

/**
 * What the public internet does not route, or routes to nobody in particular: IANA's special-purpose registries
 * (RFC 6890 and later), multicast and the reserved class E.
 */
const SPECIAL_FOUR = ranges(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
);

/** All that IANA has given to the registries so far. */
const GLOBAL_SIX = ranges('2000::/3');

/** Within it: protocol assignments with Teredo, documentation, and 6to4, whose block says nothing of the network. */
const SPECIAL_SIX = ranges('2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20');

/** Whether a public network can hold the address; false for loopback, private, documentation and the like. */
export function isRoutable(address: Address): boolean {
  if (address.family === 4) return !isWithin(SPECIAL_FOUR, address);
  return isWithin(GLOBAL_SIX, address) && !isWithin(SPECIAL_SIX, address);
}

function ranges(...texts: string[]): readonly AddressRange[] {
  return texts.flatMap((text) => parseRange(text) ?? []);
}

/** The same of an address as text; false for what is none. */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  return address !== null && isRoutable(address);
}
