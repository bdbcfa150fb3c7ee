import { mkdir } from 'node:fs/promises';
import { PGlite, types } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { blankDatabase } from './blank-database.ts';
import { CatalogUnavailableError } from './errors.ts';
import { reasonOf } from './failure.ts';
import type { Engine } from './store.ts';

/** PGlite's own go byte by byte through strings: an issue of a megabyte would hold the process up for a second. */
const BYTES = {
  serializers: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}` },
  parsers: { [types.BYTEA]: (hex: string) => Buffer.from(hex.slice('\\x'.length), 'hex') },
};

/**
 * PGlite over a folder, made where it is missing; `null`: in memory. One process at a time: PGlite does not lock
 * the folder.
 */
export async function openEmbedded(path: string | null): Promise<Engine> {
  const client = await started(path);
  return {
    database: drizzle(client, { casing: 'snake_case' }),
    place: path === null ? 'The catalog in memory' : `The catalog in ${path}`,
    close: () => client.close(),
  };
}

async function started(path: string | null): Promise<PGlite> {
  if (path === null) return PGlite.create({ ...BYTES, loadDataDir: await blankDatabase() });
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return await PGlite.create({ ...BYTES, dataDir: path });
  } catch (error) {
    throw new CatalogUnavailableError(
      `The catalog in ${path} cannot be opened (${reasonOf(error)}): make sure that the folder belongs to Readout alone and can be written to, or put a backup in its place.`,
    );
  }
}
