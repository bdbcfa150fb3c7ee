import { readFile } from 'node:fs/promises';
import type { NetworkKind } from '@readout/events';
import { formatAddress, formatNetwork, parseAddress } from './address.ts';
import { type Countries, openCountries } from './countries.ts';
import { decodeNetworkKinds, type NetworkKinds } from './network-kinds.ts';
import type { Places } from './place.ts';
import { RecentAnswers } from './recent-answers.ts';
import { isRoutable } from './routable.ts';

export interface Whereabouts {
  /** ISO 3166-1 alpha-2, with XK for Kosovo; null where nobody knows. */
  readonly country: string | null;
  /** Evidence, not a verdict: a VPN's exit stands in a data centre, and a mail provider has offices. */
  readonly network: NetworkKind;
  /** What may be kept of the address, see `truncateAddress`; null where it is none. */
  readonly kept: string | null;
  /** Number of its network; 0: it has none, or there is nothing yet to make it with. */
  readonly place: number;
}

export interface Networks {
  /** What an address, IPv4 or IPv6 in any spelling, says. Never throws: what is no address is nowhere and `unknown`. */
  lookUp(address: string): Whereabouts;
}

/** Makes numbers of networks; null as long as it has no secret for that. */
export type PlacesYet = () => Pick<Places, 'ofNetwork'> | null;

const NOWHERE: Whereabouts = Object.freeze({ country: null, network: 'unknown', kept: null, place: 0 });

/**
 * Answers remembered: image proxies come back all the time, and whoever opens a message clicks in it. About 150 bytes
 * each. What is not remembered costs a collector some 8 µs, a third of what a hit takes in all.
 */
const REMEMBERED = 131_072;

const KINDS_FILE = new URL('../data/network-kinds.bin', import.meta.url);

/**
 * Loads countries and network kinds from files that come with the package: about 20 ms, and 9.4 MB resident: 7.8 the
 * countries, 0.3 the kinds, the rest the reader. Remembered answers add up to 20 MB; they hold whole addresses, in memory
 * only, until newer ones push them out.
 * @throws where a file is missing or damaged.
 */
export async function openNetworks(places: PlacesYet = () => null): Promise<Networks> {
  const [countries, kinds] = await Promise.all([openCountries(), readFile(KINDS_FILE).then(decodeNetworkKinds)]);
  return rememberingNetworks(countries, kinds, REMEMBERED, places);
}

/** @param remembered most answers kept. */
export function rememberingNetworks(
  countries: Countries,
  kinds: NetworkKinds,
  remembered: number,
  places: PlacesYet = () => null,
): Networks {
  const recent = new RecentAnswers<Whereabouts>(remembered);
  return {
    lookUp(address) {
      const known = recent.get(address);
      // What was looked up before there was a secret has no place, and gets it now.
      if (known !== undefined && (known.place !== 0 || places() === null)) return known;
      const parsed = parseAddress(address);
      // Garbage is not remembered: it would push out what comes back.
      if (parsed === null) return NOWHERE;
      const isPublic = isRoutable(parsed);
      const kept = formatNetwork(parsed);
      const found: Whereabouts = {
        country: isPublic ? countries.countryOf(formatAddress(parsed)) : null,
        network: isPublic ? kinds.kindOf(parsed) : 'unknown',
        kept,
        place: places()?.ofNetwork(kept) ?? 0,
      };
      recent.set(address, found);
      return found;
    },
  };
}
