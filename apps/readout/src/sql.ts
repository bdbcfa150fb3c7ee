import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { loggedExport } from '@readout/api-contract';
import { onlyPublication } from './only-publication.ts';
import { CommandError, call, checkKey, reach, refusalOf, type Server } from './running-server.ts';
import { drawnTable } from './sql/drawn-table.ts';

export interface SqlOptions {
  readonly publication?: string;
  readonly format?: string;
  readonly out?: string;
}

const FORMATS = ['csv', 'ndjson', 'parquet'];
/** As many rows are drawn as a table: more belong into a file. */
const MOST_DRAWN = 1_000;
const LOOKS = 20;
const LOOK_AGAIN_MS = 100;

/**
 * Asks a running Readout by a SELECT of somebody's own. A file gets its name once it is whole; what goes to standard output
 * is checked as well, and the command fails where it was torn off.
 */
export async function askSql(select: string, { out, ...options }: SqlOptions, server: Server): Promise<void> {
  checkKey(server);
  const format = options.format ?? FORMATS.find((one) => extname(out ?? '') === `.${one}`) ?? 'table';
  if (format === 'table' && out !== undefined) {
    throw new CommandError(`Say in which format ${out} is to be, with --format csv, ndjson or parquet.`);
  }
  if (format === 'parquet' && out === undefined)
    throw new CommandError('Parquet goes into a file. Name it with --out.');
  const sql = select === '-' ? await text(process.stdin) : select;
  const publication = options.publication ?? (await onlyPublication(server));
  const path = `/publications/${encodeURIComponent(publication)}`;
  const response = await asked(server, `${path}/sql`, { sql, format: format === 'table' ? 'ndjson' : format });
  const id = response.headers.get('x-readout-export') ?? '';
  const bytes = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  const whole = (sha256: string) => checkWhole(server, `${path}/exports/log/${encodeURIComponent(id)}`, sha256);
  if (format === 'table') {
    const lines = await untorn(text(bytes));
    await whole(createHash('sha256').update(lines).digest('hex'));
    process.stdout.write(drawnTable(lines, MOST_DRAWN));
  } else if (out === undefined) {
    await whole(
      await untorn(
        hashed(bytes, async (chunk) => {
          process.stdout.write(chunk);
        }),
      ),
    );
  } else {
    await intoFile(bytes, out, whole);
  }
}

async function intoFile(bytes: Readable, out: string, whole: (sha256: string) => Promise<number>): Promise<void> {
  const partial = `${out}.part`;
  try {
    const file = await open(partial, 'w', 0o600);
    let sha256: string;
    try {
      sha256 = await untorn(hashed(bytes, async (chunk) => void (await file.writeFile(chunk))));
      await file.sync();
    } finally {
      await file.close();
    }
    const rows = await whole(sha256);
    await rename(partial, out);
    process.stderr.write(`${out}: ${rows.toLocaleString('en')} rows\n`);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function asked(server: Server, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const response = await reach(server, path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw await refusalOf(server, response);
  return response;
}

async function hashed(bytes: Readable, take: (chunk: Buffer) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk as Buffer);
    await take(chunk as Buffer);
  }
  return hash.digest('hex');
}

async function untorn<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
    throw new CommandError(
      'The answer was torn off: it took too long, took too much memory or had more than a million rows. Narrow it.',
    );
  }
}

/** @returns how many rows there are. */
async function checkWhole(server: Server, path: string, sha256: string): Promise<number> {
  for (let look = 0; look < LOOKS; look++) {
    const said = await call(server, path, loggedExport);
    if (said.outcome === 'done' && said.sha256 === sha256) return said.rows ?? 0;
    if (said.outcome !== 'running') throw new CommandError(`The answer is not whole: ${said.reason ?? said.outcome}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new CommandError('The server does not say whether the answer is whole. Try again.');
}
