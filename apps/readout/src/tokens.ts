import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { readerTokens } from '@readout/api-contract';
import { onlyPublication } from './only-publication.ts';
import { readersIn } from './reader-list.ts';
import { CommandError, call, checkKey, type Server } from './running-server.ts';

export interface TokensOptions {
  /** A path, or `-` for standard input. */
  readonly list: string;
  readonly publication?: string;
  readonly column?: string;
  readonly segment?: string;
  readonly out?: string;
}

/** Of a request; Readout takes twice as many. */
const AT_ONCE = 5_000;

/**
 * Writes `reader,token` for each reader of a list, in its order, as the answers of a running Readout come. Into a file
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
  const bytes = list === '-' ? input : fileBytes(list);
  const unfinished = out === undefined ? null : `${out}.unfinished`;
  const into = unfinished === null ? output : createWriteStream(unfinished);
  try {
    await write(into, 'reader,token\n');
    let written = 0;
    for await (const readers of partsOf(readersIn(bytes, column), AT_ONCE)) {
      const path = `/publications/${encodeURIComponent(publication)}/readers/tokens`;
      const { tokens } = await call(server, path, readerTokens, { readers, ...(segment && { segment }) });
      await write(into, tokens.map(({ reader, token }) => `${quoted(reader)},${token}\n`).join(''));
      written += tokens.length;
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

async function* partsOf(all: AsyncIterable<string>, most: number): AsyncGenerator<readonly string[]> {
  let part: string[] = [];
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
function quoted(value: string): string {
  return /[",\r\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
