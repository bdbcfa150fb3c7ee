import type { OwnRule } from '@readout/api-contract';
import type { NewOwnRule } from '@readout/catalog';
import { type Places, truncateAddress } from '@readout/network';
import { type FieldError, Refusal } from '../http/problem.ts';

/** Rules as they are kept: a range with its number. @throws {Refusal} naming each range that is none. */
export function keptRules(rules: readonly OwnRule[], places: Places): readonly NewOwnRule[] {
  const errors: FieldError[] = [];
  const kept = rules.map(({ name, when: { client, network, range, domain }, verdict }, at) => {
    const known = range === undefined ? null : readRange(range, places);
    if (typeof known === 'string') errors.push({ path: `rules.${at}.when.range`, message: known });
    return {
      name,
      when: {
        ...(client === undefined ? {} : { client }),
        ...(network === undefined ? {} : { network }),
        ...(known === null || typeof known === 'string' ? {} : { range: known }),
        ...(domain === undefined ? {} : { domain }),
      },
      verdict,
    };
  });
  if (errors.length > 0) {
    throw new Refusal('invalid_request', errors.map(({ path, message }) => `${path}: ${message}`).join(' '), {
      errors,
    });
  }
  return kept;
}

/** The range as it is written, with its number; or a sentence on what is wrong with it. */
function readRange(range: string, places: Places): { readonly text: string; readonly place: number } | string {
  const [address = '', prefix, ...more] = range.split('/');
  const network = truncateAddress(address);
  if (network === null || prefix === undefined || more.length > 0) {
    return `${JSON.stringify(range)} is not a range of addresses. Write it like 192.0.2.0/24 or 2001:db8:1::/48.`;
  }
  const kept = network.includes(':') ? '48' : '24';
  if (prefix !== kept) {
    return `A range is exactly a /${kept} here, since that much of an address is kept: write ${network}/${kept}.`;
  }
  return { text: `${network}/${kept}`, place: places.of(network) };
}
