/** An IPv4 or IPv6 address as numbers. What arrives IPv4-mapped (RFC 4291, 2.5.5.2) is an IPv4 address here. */
export type Address =
  | { readonly family: 4 /** Unsigned, most significant octet first. */; readonly bits: number }
  | { readonly family: 6 /** Eight of 16 bits. */; readonly groups: readonly number[] };

/** `0000:0000:0000:0000:0000:ffff:255.255.255.255%` and a zone as long as Linux's interface names. */
const LONGEST_TEXT = 64;

/** The name or number of an interface. */
const ZONE = /^[0-9A-Za-z.:-]+$/;

const DOT = 0x2e;
const COLON = 0x3a;

/**
 * Reads an address as inet_pton does: four plain decimal octets, or RFC 4291's forms. A zone (`%eth0`) is read over.
 * Written out because every request from a new address passes here: it takes a tenth of ipaddr.js's time.
 * @returns null where the text is no address, with a port or in brackets too.
 */
export function parseAddress(text: string): Address | null {
  if (text.length > LONGEST_TEXT) return null;
  if (text.includes(':')) return parseSix(text);
  const bits = octetsFrom(text, 0, text.length);
  return bits === null ? null : { family: 4, bits };
}

/** The canonical text: RFC 5952 for IPv6, no zone. A string of its own, which keeps no header alive in memory. */
export function formatAddress(address: Address): string {
  return address.family === 4 ? formatFour(address.bits) : formatSix(address.groups);
}

/**
 * An address as it may be kept: an IPv4 address without its last octet, an IPv6 address without what follows its first
 * 48 bits, which is the most that one site is given (RFC 6177).
 * @returns `203.0.113.0`, `2001:db8:1::`; null where the text is no address.
 */
export function truncateAddress(text: string): string | null {
  const address = parseAddress(text);
  return address === null ? null : formatNetwork(address);
}

/** The same of an address that was read already. */
export function formatNetwork(address: Address): string {
  if (address.family === 4) return formatFour(address.bits - (address.bits % 256));
  return formatSix(address.groups.map((group, at) => (at < 3 ? group : 0)));
}

function octetsFrom(text: string, from: number, to: number): number | null {
  let bits = 0;
  let octets = 0;
  let octet = -1;
  for (let at = from; at <= to; at++) {
    const code = at === to ? DOT : text.charCodeAt(at);
    if (code === DOT) {
      if (octet < 0) return null;
      bits = bits * 256 + octet;
      octets += 1;
      octet = -1;
    } else {
      // A leading zero means octal to some programs and decimal to others: nobody's address.
      if (code < 0x30 || code > 0x39 || octet === 0) return null;
      octet = octet < 0 ? code - 0x30 : octet * 10 + code - 0x30;
      if (octet > 255) return null;
    }
  }
  return octets === 4 ? bits : null;
}

function parseSix(text: string): Address | null {
  const zone = text.indexOf('%');
  const end = zone < 0 ? text.length : zone;
  if (zone >= 0 && !ZONE.test(text.slice(zone + 1))) return null;
  const groups: number[] = [];
  let gap = -1;
  let at = 0;
  if (text.startsWith('::')) {
    gap = 0;
    at = 2;
  }
  while (at < end) {
    const start = at;
    let group = 0;
    for (; at < end; at++) {
      const digit = hexDigit(text.charCodeAt(at));
      if (digit < 0) break;
      group = group * 16 + digit;
    }
    if (at < end && text.charCodeAt(at) === DOT) {
      const bits = octetsFrom(text, start, end);
      if (bits === null) return null;
      groups.push(bits >>> 16, bits & 0xffff);
      break;
    }
    if (at === start || at - start > 4) return null;
    groups.push(group);
    if (at === end) break;
    if (text.charCodeAt(at) !== COLON || at + 1 === end) return null;
    at += 1;
    if (text.charCodeAt(at) === COLON) {
      if (gap >= 0) return null;
      gap = groups.length;
      at += 1;
    }
  }
  return assembleSix(groups, gap);
}

/** `gap` is where `::` stood, -1 where it did not. */
function assembleSix(groups: number[], gap: number): Address | null {
  if (gap < 0 ? groups.length !== 8 : groups.length > 7) return null;
  if (gap >= 0) groups.splice(gap, 0, ...Array<number>(8 - groups.length).fill(0));
  const [a, b, c, d, e, f, high = 0, low = 0] = groups;
  if (f === 0xffff && a === 0 && b === 0 && c === 0 && d === 0 && e === 0) {
    return { family: 4, bits: high * 0x10000 + low };
  }
  return { family: 6, groups };
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function formatFour(bits: number): string {
  return `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;
}

function formatSix(groups: readonly number[]): string {
  const [start, length] = longestZeros(groups);
  let text = '';
  for (let at = 0; at < groups.length; at++) {
    if (at === start) {
      text += '::';
      at += length - 1;
    } else {
      if (at > 0 && at !== start + length) text += ':';
      text += (groups[at] ?? 0).toString(16);
    }
  }
  return text;
}

/** Start and length of what `::` stands for, the first of the longest runs (RFC 5952, 4.2); a lone zero is spelled out. */
function longestZeros(groups: readonly number[]): readonly [start: number, length: number] {
  let start = -1;
  let longest = 1;
  let length = 0;
  for (let at = 0; at < groups.length; at++) {
    length = groups[at] === 0 ? length + 1 : 0;
    if (length > longest) {
      longest = length;
      start = at - length + 1;
    }
  }
  return [start, longest];
}
