import { readFile } from 'node:fs/promises';
import type { NetworkKind } from '@readout/events';
import { formatAddress, parseAddress } from './address.ts';
import { type Countries, openCountries } from './countries.ts';
import { decodeNetworkKinds, type NetworkKinds } from './network-kinds.ts';
import { RecentAnswers } from './recent-answers.ts';
import { isRoutable } from './routable.ts';

export interface Whereabouts {
  /** ISO 3166-1 alpha-2, with XK for Kosovo; null where nobody knows. */
  readonly country: string | null;
  /** Evidence, not a verdict: a VPN's exit stands in a data centre, and a mail provider has offices. */
  readonly network: NetworkKind;
}

export interface Networks {
  /** What an address, IPv4 or IPv6 in any spelling, says. Never throws: what is no address is nowhere and `unknown`. */
  lookUp(address: string): Whereabouts;
}

const NOWHERE: Whereabouts = Object.freeze({ country: null, network: 'unknown' });

/** Answers remembered: image proxies and readers at work come back, most others once. About 60 bytes each. */
const REMEMBERED = 16_384;

const KINDS_FILE = new URL('../data/network-kinds.bin', import.meta.url);

/**
 * Loads countries and network kinds from files that come with the package: about 20 ms, and 9.4 MB resident: 7.8 the
 * countries, 0.3 the kinds, the rest the reader. Remembered answers add up to 1 MB; they hold whole addresses, in memory
 * only, until newer ones push them out.
 * @throws where a file is missing or damaged.
 */
export async function openNetworks(): Promise<Networks> {
  const [countries, kinds] = await Promise.all([openCountries(), readFile(KINDS_FILE).then(decodeNetworkKinds)]);
  return rememberingNetworks(countries, kinds, REMEMBERED);
}

/** @param remembered most answers kept. */
export function rememberingNetworks(countries: Countries, kinds: NetworkKinds, remembered: number): Networks {
  const recent = new RecentAnswers<Whereabouts>(remembered);
  const whereabouts = new Map<string, Whereabouts>();

  /** One object for each of the thousand answers there can be, however many addresses share it. */
  function answer(country: string | null, network: NetworkKind): Whereabouts {
    const name = `${country} ${network}`;
    const known = whereabouts.get(name);
    if (known !== undefined) return known;
    const fresh = Object.freeze({ country, network });
    whereabouts.set(name, fresh);
    return fresh;
  }

  return {
    lookUp(address) {
      const known = recent.get(address);
      if (known !== undefined) return known;
      const parsed = parseAddress(address);
      // Garbage is not remembered: it would push out what comes back.
      if (parsed === null) return NOWHERE;
      const found = isRoutable(parsed)
        ? answer(countries.countryOf(formatAddress(parsed)), kinds.kindOf(parsed))
        : NOWHERE;
      recent.set(address, found);
      return found;
    },
  };
}
