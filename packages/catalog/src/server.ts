import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { CatalogUnavailableError } from './errors.ts';
import { reasonOf, understood } from './failure.ts';
import type { Engine } from './store.ts';

const OLDEST_VERSION = 15;
const CONNECT_TIMEOUT_S = 5;
const CLOSE_TIMEOUT_S = 5;
const LONGEST_PAUSE_S = 2;

/** A PostgreSQL server; answers once it was reached and is new enough. */
export async function openServer(url: string): Promise<Engine> {
  const client = clientFor(url);
  const { host, port, database } = client.options;
  const place = `PostgreSQL at ${host.map((name, at) => `${name}:${port[at] ?? ''}`).join(', ')} (database ${database})`;
  const close = () => client.end({ timeout: CLOSE_TIMEOUT_S });
  try {
    await refuseOldServer(client, place);
  } catch (error) {
    await close();
    const failure = understood(error, place);
    throw failure instanceof CatalogUnavailableError ? failure : unusable(failure, place);
  }
  return { database: drizzle(client, { casing: 'snake_case' }), place, close };
}

function clientFor(url: string): postgres.Sql {
  try {
    return postgres(url, {
      connect_timeout: CONNECT_TIMEOUT_S,
      // The driver's own pauses grow to 20 s, in which a server that is back goes unnoticed.
      backoff: (retries) => Math.min(LONGEST_PAUSE_S, 0.05 * 2 ** retries),
      // A notice, such as that a table is there already, would be printed on the console.
      onnotice: () => {},
      // Times are read in ISO with an offset of whole hours, whatever the server or the role is set to.
      connection: { application_name: 'readout', TimeZone: 'UTC', DateStyle: 'ISO' },
    });
  } catch {
    // Its error carries the whole address, with the password in it.
    throw new CatalogUnavailableError(
      'DATABASE_URL is not an address that can be read: write it as postgres://user:password@host:5432/database, with percent signs for special characters.',
    );
  }
}

/** What else can go wrong on the way in: a certificate, an option in the address that the server does not know. */
function unusable(error: unknown, place: string): CatalogUnavailableError {
  return new CatalogUnavailableError(`${place} cannot be used (${reasonOf(error)}): correct DATABASE_URL.`);
}

async function refuseOldServer(client: postgres.Sql, place: string): Promise<void> {
  const [row] = await client<{ server_version: string }[]>`show server_version`;
  const version = Number.parseInt(row?.server_version ?? '', 10);
  if (version < OLDEST_VERSION) {
    throw new CatalogUnavailableError(
      `${place} is version ${version}: upgrade it to PostgreSQL ${OLDEST_VERSION} or newer.`,
    );
  }
}
