import { type Address, formatAddress, parseAddress } from './address.ts';
import { type AddressRange, isWithin, parseRange } from './address-range.ts';
import { RecentAnswers } from './recent-answers.ts';

/** Which hops before us are ours, and so whose word about the client counts. */
export interface ProxyTrust {
  /**
   * Says who sent the request.
   * @param socketAddress the other end of the connection; undefined where it is gone already.
   * @param forwardedFor the `X-Forwarded-For` header; several lines of it joined by commas, as Node does.
   * @returns the canonical text of an address (IPv4-mapped as IPv4, no zone, no port). Empty where the socket has none.
   */
  clientAddress(socketAddress: string | undefined, forwardedFor: string | undefined): string;
  /** Whether the other end of a connection is one of ours. */
  isTrusted(socketAddress: string): boolean;
}

/** A range of trusted proxies cannot be read; the message names it. */
export class InvalidProxyRangeError extends Error {
  readonly code = 'INVALID_PROXY_RANGE';
}

/** Most hops looked at: more proxies than any installation has, and what a forged header of thousands may cost. */
const MOST_HOPS = 32;

/** Socket addresses remembered. Behind proxies there are a handful; without, they come and go. */
const PEERS_REMEMBERED = 8192;

/** What a proxy's header says, remembered as long as what its addresses say: see networks.ts. About 70 bytes each. */
const CLIENTS_REMEMBERED = 131_072;

/** Headers remembered: one or two addresses. */
const LONGEST_REMEMBERED = 80;

const LOOPBACK = ['127.0.0.0/8', '::1'];

interface Peer {
  readonly address: string;
  readonly trusted: boolean;
}

const NOBODY: Peer = { address: '', trusted: false };

/**
 * @param ranges CIDR blocks or single addresses, IPv4 and IPv6; `loopback` for 127.0.0.0/8 and ::1. None: nobody is trusted.
 * @throws {InvalidProxyRangeError} naming the range that cannot be read.
 */
export function trustProxies(ranges: readonly string[]): ProxyTrust {
  const trusted = ranges.flatMap((range) => (range === 'loopback' ? LOOPBACK : [range])).map(readRange);
  const peers = new RecentAnswers<Peer>(PEERS_REMEMBERED);
  const clients = new RecentAnswers<string>(CLIENTS_REMEMBERED);

  // Behind a proxy it is the same one request after request.
  let last: string | undefined;
  let lastPeer = NOBODY;

  function peerAt(socketAddress: string): Peer {
    if (socketAddress === last) return lastPeer;
    lastPeer = lookUpPeer(socketAddress);
    last = socketAddress;
    return lastPeer;
  }

  function lookUpPeer(socketAddress: string): Peer {
    const known = peers.get(socketAddress);
    if (known !== undefined) return known;
    const address = parseAddress(socketAddress);
    if (address === null) return NOBODY;
    const peer = { address: formatAddress(address), trusted: isWithin(trusted, address) };
    peers.set(socketAddress, peer);
    return peer;
  }

  return {
    clientAddress(socketAddress, forwardedFor) {
      const peer = socketAddress === undefined ? NOBODY : peerAt(socketAddress);
      if (!peer.trusted || forwardedFor === undefined) return peer.address;
      const known = clients.get(forwardedFor);
      if (known !== undefined) return known;
      const found = walkBack(forwardedFor, trusted, peer.address);
      // A part of a request's text would keep all of it. Mostly it is one address as it is written, and serves as both.
      const header = Buffer.from(forwardedFor, 'latin1').toString('latin1');
      const client = found === header ? header : found;
      // Found in the header, it is the same whichever proxy of ours sends it.
      if (client !== peer.address && forwardedFor.length <= LONGEST_REMEMBERED) clients.set(header, client);
      return client;
    },
    isTrusted: (socketAddress) => peerAt(socketAddress).trusted,
  };
}

/**
 * Every proxy appends the address it was called from, so only what stands right of the first address that is not ours
 * was written by ours; whatever stands left of it the client could have made up.
 */
function walkBack(forwardedFor: string, trusted: readonly AddressRange[], socketAddress: string): string {
  let lastGood = socketAddress;
  let end = forwardedFor.length;
  for (let hop = 0; hop < MOST_HOPS && end >= 0; hop++) {
    const comma = end === 0 ? -1 : forwardedFor.lastIndexOf(',', end - 1);
    const address = readHop(forwardedFor.slice(comma + 1, end));
    // `unknown`, garbage, nothing: ours did not know either, and what lies before it is anybody's word.
    if (address === null) return lastGood;
    lastGood = formatAddress(address);
    if (!isWithin(trusted, address)) return lastGood;
    end = comma;
  }
  return lastGood;
}

/** `1.2.3.4`, `1.2.3.4:5678`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:443`. */
function readHop(text: string): Address | null {
  // Far longer than any of them: not worth trimming.
  if (text.length > 128) return null;
  const hop = text.trim();
  if (hop.startsWith('[')) {
    const inside = /^\[([^\]]*:[^\]]*)\](?::\d{1,5})?$/.exec(hop)?.[1];
    return inside === undefined ? null : parseAddress(inside);
  }
  const colon = hop.indexOf(':');
  const hasPort = colon >= 0 && hop.includes('.') && /^[\d.]+:\d{1,5}$/.test(hop);
  return parseAddress(hasPort ? hop.slice(0, colon) : hop);
}

function readRange(text: string): AddressRange {
  const range = parseRange(text);
  if (range !== null) return range;
  throw new InvalidProxyRangeError(
    `“${text}” is not a range of trusted proxies. Write a CIDR block such as 10.0.0.0/8 or 2001:db8::/32, a single address, or the word loopback.`,
  );
}
