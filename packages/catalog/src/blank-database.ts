import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

/** The same from src and from dist. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/readout', import.meta.url));

/**
 * A database without anything in it, as PGlite writes one out. Making it takes seconds and copying it moments, and tests
 * want many: the first makes it, and the others find it.
 */
export async function blankDatabase(): Promise<Blob> {
  const path = join(CACHE, `blank-database-${await versionOf('@electric-sql/pglite')}.tar`);
  const kept = await readFile(path).catch(() => null);
  if (kept !== null) return new Blob([kept]);
  const client = await PGlite.create();
  const blank = await client.dumpDataDir('none');
  await client.close();
  await mkdir(dirname(path), { recursive: true });
  // Others may be making it as well: whoever comes later puts the same in its place.
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, Buffer.from(await blank.arrayBuffer()));
  await rename(mine, path);
  return blank;
}

/** Of an installed package whose entry point is in a folder of its own. */
async function versionOf(name: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(name);
  const { version } = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
