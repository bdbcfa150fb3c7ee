import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { loggedExport } from '@readout/api-contract';
import { CommandError, call, reach, refusalOf, type Server } from '../running-server.ts';
import type { Progress } from './progress.ts';

const NEWLINE = 0x0a;
const LOOK_AGAIN_MS = 200;
const LOOKS = 50;

/** A file that came whole: what it has was compared with what the server says it sent. */
export interface WholeFile {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** The connection ended before the file did, or what came is not what was sent: worth another try. */
export class TornError extends CommandError {}

/** The server has enough to do; it says for how long. */
export class BusyError extends CommandError {
  constructor(
    message: string,
    readonly seconds: number,
  ) {
    super(message);
  }
}

/**
 * Downloads an export next to where it goes, and puts it there once it is known to be whole.
 * @throws {TornError} {BusyError} and nothing is left behind
 */
export async function downloadWhole(
  server: Server,
  address: string,
  out: string,
  progress: Progress,
): Promise<WholeFile> {
  const { response, publicationPath } = await begun(server, address);
  const id = response.headers.get('x-readout-export');
  if (id === null || response.body === null)
    throw new CommandError('What answers there is no Readout of this version.');
  const partial = `${out}.part`;
  try {
    const came = await kept(
      response.body,
      partial,
      progress,
      /\.(?:csv|ndjson)(?:\?|$)/.test(address) && !/compress=/.test(address),
    );
    const said = await ended(server, `${publicationPath}/log/${encodeURIComponent(id)}`);
    if (said.outcome !== 'done' || said.rows === null) {
      throw new TornError(`The export failed: ${said.reason ?? said.outcome}. Nothing was kept of it; try again.`);
    }
    if (said.sha256 !== came.sha256 || said.bytes !== came.bytes) {
      throw new TornError(`${out} did not come as it was sent (${came.bytes} bytes of ${said.bytes}). Try again.`);
    }
    await rename(partial, out);
    return { ...came, rows: said.rows };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function begun(server: Server, address: string) {
  const response = await reach(server, address);
  if (!response.ok) {
    const error = await refusalOf(server, response);
    const seconds = Number(response.headers.get('retry-after'));
    if (response.status === 429 || response.status === 503) throw new BusyError(error.message, seconds || 5);
    throw error;
  }
  return { response, publicationPath: address.slice(0, address.lastIndexOf('/')) };
}

async function kept(
  body: ReadableStream<Uint8Array>,
  path: string,
  progress: Progress,
  hasLines: boolean,
): Promise<Pick<WholeFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  const file = await open(path, 'w', 0o600);
  let bytes = 0;
  let rows = 0;
  try {
    for await (const chunk of body) {
      await file.writeFile(chunk);
      hash.update(chunk);
      const lines = hasLines ? linesIn(chunk) : 0;
      bytes += chunk.length;
      rows += lines;
      progress.add(chunk.length, lines);
    }
    await file.sync();
  } catch (error) {
    progress.takeBack(bytes, rows);
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new CommandError(`There is no room left for ${path}.`);
    }
    throw new TornError('The connection ended before the file did. Nothing was kept of it; try again.');
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

function linesIn(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/** What the server says of an export that has been sent: it may still be writing that down. */
async function ended(server: Server, path: string) {
  for (let look = 0; look < LOOKS; look++) {
    const said = await call(server, path, loggedExport);
    if (said.outcome !== 'running') return said;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new TornError('The server does not say how the export ended. Nothing was kept of it; try again.');
}

/** SHA-256 of a file that is there, in hexadecimal; null: it is not. */
export async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest('hex');
}
