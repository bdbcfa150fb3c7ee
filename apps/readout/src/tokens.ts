import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { readerTokens } from '@readout/api-contract';
import { onlyPublication } from './only-publication.ts';
import { type ListedReader, readersIn } from './reader-list.ts';
import { CommandError, call, checkKey, type Server } from './running-server.ts';
import { TOKEN_FILES, type TokenFile } from './token-files.ts';

export interface TokensOptions {
  /** A path, or `-` for standard input. */
  readonly list: string;
  readonly publication?: string;
  readonly column?: string;
  readonly segment?: string;
  /** What the file is to be read by; left out: anything that reads `reader,token`. */
  readonly for?: TokenFile;
  readonly out?: string;
}

/** Of a request; Readout takes twice as many. */
const AT_ONCE = 5_000;

/**
 * Writes the token of each reader of a list, in its order, as the answers of a running Readout come. Into a file
 * only when all of it is there: half a list would be sent to as if it was whole.
 */
export async function writeTokens(
  options: TokensOptions,
  server: Server,
  { input, output }: { input: AsyncIterable<Uint8Array>; output: Writable } = {
    input: process.stdin,
    output: process.stdout,
  },
): Promise<void> {
  checkKey(server);
  const publication = options.publication ?? (await onlyPublication(server));
  const { list, column, segment, out } = options;
  const file = TOKEN_FILES[options.for ?? 'any'];
  const bytes = list === '-' ? input : fileBytes(list);
  const unfinished = out === undefined ? null : `${out}.unfinished`;
  const into = unfinished === null ? output : createWriteStream(unfinished);
  try {
    await write(into, csvRow(file.header));
    let written = 0;
    for await (const listed of partsOf(readersIn(bytes, column), AT_ONCE)) {
      const readers = listed.map(({ reader }) => reader);
      const path = `/publications/${encodeURIComponent(publication)}/readers/tokens`;
      const { tokens } = await call(server, path, readerTokens, { readers, ...(segment && { segment }) });
      const tokenOf = new Map(tokens.map(({ reader, token }) => [reader, token]));
      await write(into, listed.map((one) => csvRow(file.row(one, tokenFor(one, tokenOf)))).join(''));
      written += listed.length;
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${number(written)} tokens`);
    }
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    if (written === 0) throw new CommandError('There is no reader in the list.');
    if (unfinished !== null && out !== undefined) {
      into.end();
      await finished(into);
      await rename(unfinished, out);
    }
    process.stderr.write(`${number(written)} tokens were written. Asked for again, they are the same.\n`);
  } catch (error) {
    if (unfinished !== null) {
      into.destroy();
      await rm(unfinished, { force: true });
    }
    throw error;
  }
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function tokenFor({ reader, row }: ListedReader, tokens: ReadonlyMap<string, string>): string {
  const token = tokens.get(reader);
  if (token === undefined) throw new CommandError(`Row ${row}: the server gave no token for this reader. Try again.`);
  return token;
}

async function* partsOf<One>(all: AsyncIterable<One>, most: number): AsyncGenerator<readonly One[]> {
  let part: One[] = [];
  for await (const one of all) {
    part.push(one);
    if (part.length < most) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

async function write(into: Writable, text: string): Promise<void> {
  // `once` also rejects where it cannot be written.
  if (!into.write(text)) await once(into, 'drain');
}

/** RFC 4180. */
function csvRow(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\n`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
