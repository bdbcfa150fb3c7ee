import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Reader } from 'maxmind';

const require = createRequire(import.meta.url);
const COUNTRIES_FILE = require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');

export interface Countries {
  /** @param address canonical text: the reader neither knows IPv4-mapped addresses nor zones. */
  countryOf(address: string): string | null;
}

/** Loads which country's registry holder, or its own geofeed, an address belongs to. Kept in memory as on disk, 7.8 MB. */
export async function openCountries(): Promise<Countries> {
  const file = await readFile(COUNTRIES_FILE);
  // A record for each country and nothing else: this remembers each once, decoded.
  const reader = new Reader(file, { cache: new Map<string | number, unknown>() });
  return { countryOf: (address) => codeIn(reader.get(address)) };
}

/** The border to the file: a record of it is `{ country_code: 'AT' }`. */
function codeIn(record: unknown): string | null {
  if (typeof record !== 'object' || record === null || !('country_code' in record)) return null;
  const code = record.country_code;
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) ? code : null;
}
