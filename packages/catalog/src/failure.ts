import { types } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { CatalogQueryError, CatalogUnavailableError, NotInCatalogError } from './errors.ts';

/** Nobody answers, or the answer broke off: codes of Node's sockets and of the driver, classes and codes of PostgreSQL. */
const UNREACHABLE =
  /^(ECONN.*|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|EPIPE|CONNECT_TIMEOUT|CONNECTION_.*|08...|57P0[1-3])$/;

/** What stands in the way of the operator's database, by PostgreSQL's codes, and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'does not accept the user or the password: correct them in DATABASE_URL',
  '28000': 'does not let this user in: correct DATABASE_URL, or allow the user in pg_hba.conf',
  '3D000': 'has no such database: create it, or correct DATABASE_URL',
  '42501': 'does not let this user do what the catalog needs: make the user the owner of the database',
  '53300': 'has no connection left: raise max_connections, or run fewer processes',
  '53100': 'has no disk space left: make room on its disk',
  '25006': 'takes no writes: point DATABASE_URL at the primary, not at a standby',
};

/**
 * An error of the drivers, as the rest of the program may see it: without the query's parameters, which
 * Drizzle writes into its message and which may be a secret or a password's hash.
 * @param place names the database in a sentence, without credentials.
 */
export function understood(error: unknown, place: string): unknown {
  const cause = error instanceof DrizzleQueryError ? (error.cause ?? error) : error;
  const code = codeOf(cause);
  if (code !== null && UNREACHABLE.test(code)) {
    return new CatalogUnavailableError(`${place} does not answer (${code}): start it, or correct DATABASE_URL.`);
  }
  const refusal = code === null ? undefined : REFUSALS[code];
  if (refusal !== undefined) return new CatalogUnavailableError(`${place} ${refusal}.`);
  if (code === '23503') return new NotInCatalogError('What this belongs to is not, or no longer, in the catalog.');
  if (!(error instanceof DrizzleQueryError)) return error;
  const reason = cause === error ? 'no reason given' : reasonOf(cause);
  return new CatalogQueryError(`${place} refused a query: ${reason}. The query: ${error.query}`, code);
}

/** What an error says of itself. Errors of Node's own need not be of this realm's `Error`. */
export function reasonOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}

function codeOf(error: unknown): string | null {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
