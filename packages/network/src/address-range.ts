import { type Address, parseAddress } from './address.ts';

/** All addresses of one CIDR block. */
export type AddressRange =
  | { readonly family: 4 /** Both ends belong to it. */; readonly first: number; readonly last: number }
  | { readonly family: 6; readonly groups: readonly number[]; readonly masks: readonly number[] };

/**
 * Reads `10.0.0.0/8`, `2001:db8::/32` or a single address. Bits behind the prefix are read over: `10.1.2.3/8` is
 * `10.0.0.0/8`. IPv4-mapped blocks (`::ffff:10.0.0.0/104`) are IPv4 ones.
 * @returns null where the text is none of these.
 */
export function parseRange(text: string): AddressRange | null {
  const slash = text.indexOf('/');
  const base = slash < 0 ? text : text.slice(0, slash);
  const address = parseAddress(base);
  if (address === null) return null;
  const spelledBits = base.includes(':') ? 128 : 32;
  const prefix = slash < 0 ? spelledBits : prefixOf(text.slice(slash + 1), spelledBits);
  if (prefix === null) return null;
  if (address.family === 6) return blockOfSix(address.groups, prefix);
  // A mapped block that reaches beyond the mapped addresses would be one of both families.
  const fourPrefix = prefix - (spelledBits - 32);
  return fourPrefix < 0 ? null : blockOfFour(address.bits, fourPrefix);
}

/** Whether one of the ranges holds the address. Takes time for each range: meant for dozens, not thousands. */
export function isWithin(ranges: readonly AddressRange[], address: Address): boolean {
  return ranges.some((range) => holds(range, address));
}

function holds(range: AddressRange, address: Address): boolean {
  if (range.family === 4) {
    return address.family === 4 && address.bits >= range.first && address.bits <= range.last;
  }
  return (
    address.family === 6 &&
    address.groups.every((group, at) => (group & (range.masks[at] ?? 0)) === (range.groups[at] ?? 0))
  );
}

function prefixOf(text: string, most: number): number | null {
  if (!/^(0|[1-9]\d{0,2})$/.test(text)) return null;
  const prefix = Number(text);
  return prefix > most ? null : prefix;
}

function blockOfFour(bits: number, prefix: number): AddressRange {
  const size = 2 ** (32 - prefix);
  const first = bits - (bits % size);
  return { family: 4, first, last: first + size - 1 };
}

function blockOfSix(groups: readonly number[], prefix: number): AddressRange {
  const masks = groups.map((_, at) => {
    const free = 16 - Math.min(16, Math.max(0, prefix - at * 16));
    return (0xffff << free) & 0xffff;
  });
  return { family: 6, groups: groups.map((group, at) => group & (masks[at] ?? 0)), masks };
}
