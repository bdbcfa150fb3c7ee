import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from '@readout/network';

/** It leads into a network that is nobody's but the operator's, or nowhere. The message says which, and what to do. */
export class OutOfReachError extends Error {
  readonly code = 'OUT_OF_REACH';

  constructor(
    message: string,
    /** Whether that may be otherwise in a moment. */
    readonly isPassing: boolean,
  ) {
    super(message);
  }
}

/**
 * The address of a machine that something may be brought to. Whoever may set up a schedule names machines; without this
 * they would reach the operator's own network from within. The answer is what has to be connected to: a name asked for
 * again may answer something else.
 * @param host a name, or an address without brackets
 * @throws {OutOfReachError}
 */
export async function addressWithin(host: string, allowsPrivate: boolean): Promise<string> {
  if (isIP(host) !== 0) {
    if (allowsPrivate || isPublicAddress(host)) return host;
    throw forbidden(host);
  }
  const found = await lookup(host, { all: true }).catch(() => []);
  const first = found.find(({ address }) => allowsPrivate || isPublicAddress(address));
  if (first !== undefined) return first.address;
  if (found.length > 0) throw forbidden(host);
  throw new OutOfReachError(`${host} is not known: no address was found for it.`, true);
}

function forbidden(host: string): OutOfReachError {
  return new OutOfReachError(
    `${host} is not on the public internet. Only the operator may allow that, with READOUT_DELIVERY_PRIVATE_TARGETS=on.`,
    false,
  );
}
