import type { Address } from './address.ts';

/** Kinds that an operator of networks can have. The order is that of the data file: append only. */
export const OPERATED_KINDS = ['other', 'hosting', 'mail', 'security'] as const;
export type OperatedKind = (typeof OPERATED_KINDS)[number];

/**
 * From `start` on, until the next range starts, addresses are of this kind. `start` is the whole address for IPv4 and
 * its first 48 bits for IPv6: nothing longer than /48 is routed between networks, and 48 bits are exact in a number.
 */
export interface KindRange {
  readonly start: number;
  readonly kind: OperatedKind;
}

export interface KindRanges {
  /** Ascending by start. Addresses before the first are `other`. */
  readonly four: readonly KindRange[];
  readonly six: readonly KindRange[];
}

export interface NetworkKinds {
  kindOf(address: Address): OperatedKind;
}

const MAGIC = 'RNK1';
const HEADER_BYTES = 12;

/**
 * Writes the data file: `RNK1`, the number of IPv4 and of IPv6 ranges (32 bits each), the IPv4 starts (32 bits), the
 * IPv6 starts (48 bits), then a byte of kind for each in the same order. All numbers little-endian.
 */
export function encodeNetworkKinds({ four, six }: KindRanges): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES + four.length * 5 + six.length * 7);
  bytes.write(MAGIC, 'latin1');
  bytes.writeUInt32LE(four.length, 4);
  bytes.writeUInt32LE(six.length, 8);
  let at = HEADER_BYTES;
  for (const { start } of four) at = bytes.writeUInt32LE(start, at);
  for (const { start } of six) at = bytes.writeUIntLE(start, at, 6);
  for (const { kind } of [...four, ...six]) at = bytes.writeUInt8(OPERATED_KINDS.indexOf(kind), at);
  return bytes;
}

/**
 * Reads the data file into typed arrays; a look-up is a binary search in them.
 * @throws where the bytes are no such file, or not a whole one.
 */
export function decodeNetworkKinds(file: Uint8Array): NetworkKinds {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const counts = bytes.toString('latin1', 0, 4) === MAGIC && bytes.length >= HEADER_BYTES;
  const fours = counts ? bytes.readUInt32LE(4) : 0;
  const sixes = counts ? bytes.readUInt32LE(8) : 0;
  if (!counts || bytes.length !== HEADER_BYTES + fours * 5 + sixes * 7) {
    throw new Error('The data file of network kinds is damaged. Make it again with scripts/make-network-kinds.mjs.');
  }
  const sixFrom = HEADER_BYTES + fours * 4;
  const kindFrom = sixFrom + sixes * 6;
  const fourStarts = Uint32Array.from({ length: fours }, (_, at) => bytes.readUInt32LE(HEADER_BYTES + at * 4));
  const sixStarts = Float64Array.from({ length: sixes }, (_, at) => bytes.readUIntLE(sixFrom + at * 6, 6));
  const fourKinds = Uint8Array.from(bytes.subarray(kindFrom, kindFrom + fours));
  const sixKinds = Uint8Array.from(bytes.subarray(kindFrom + fours));
  return {
    kindOf(address) {
      const at = address.family === 4 ? lastStart(fourStarts, address.bits) : lastStart(sixStarts, siteOf(address));
      const kinds = address.family === 4 ? fourKinds : sixKinds;
      return OPERATED_KINDS[at < 0 ? 0 : (kinds[at] ?? 0)] ?? 'other';
    },
  };
}

/** The first 48 bits of an IPv6 address, as ranges are kept by. */
export function siteOf({ groups: [a = 0, b = 0, c = 0] }: Address & { readonly family: 6 }): number {
  return a * 0x1_0000_0000 + b * 0x1_0000 + c;
}

/** Where the last start at or before `wanted` stands; -1 where there is none. */
function lastStart(starts: Uint32Array | Float64Array, wanted: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
