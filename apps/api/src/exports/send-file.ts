import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** What is to be sent, as it comes. */
export interface OutgoingFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How many rows were in it; asked once it has come to its end. @throws Error where it is not whole */
  readonly rows: () => number;
  readonly headers: Readonly<Record<string, string>>;
}

/** How that went. `rows` and so on are of what was sent. */
export type Sent =
  | { readonly outcome: 'done'; readonly rows: number; readonly bytes: number; readonly sha256: string }
  | {
      readonly outcome: 'cancelled' | 'failed';
      readonly bytes: number;
      readonly reason: string;
      readonly error?: unknown;
    };

/** Whoever takes nothing for so long is given up: the database would wait for them. */
const PATIENCE_MS = 60_000;

/**
 * Sends a file as it is made. What has a beginning but no end is torn off, so that it never looks whole; at the end stand
 * its rows and its SHA-256, for those who read trailers.
 * @throws what went wrong before anything was sent: it may still be told.
 */
export async function sendFile(response: ServerResponse, { bytes, rows, headers }: OutgoingFile): Promise<Sent> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  const hash = createHash('sha256');
  let sent = 0;
  try {
    response.writeHead(200, { ...headers, trailer: 'x-readout-rows, x-readout-sha256' });
    for (let next = first; next.done !== true; next = await iterator.next()) {
      hash.update(next.value);
      sent += next.value.length;
      if (!response.destroyed && !response.write(next.value)) await drained(response);
      if (response.destroyed) throw new GoneError('The connection was closed before the end.');
    }
    const [counted, sha256] = [rows(), hash.digest('hex')];
    response.addTrailers({ 'x-readout-rows': String(counted), 'x-readout-sha256': sha256 });
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      response.end(resolve);
    });
    if (!response.writableFinished) throw new GoneError('The connection was closed before the end.');
    return { outcome: 'done', rows: counted, bytes: sent, sha256 };
  } catch (error) {
    response.destroy();
    if (error instanceof GoneError) return { outcome: 'cancelled', bytes: sent, reason: error.message };
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    return { outcome: 'failed', bytes: sent, reason: reason.slice(0, 500), error };
  } finally {
    await iterator.return?.();
  }
}

/** Whoever asked is not there any more, or does not take what comes. */
class GoneError extends Error {}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => () => {
      clearTimeout(timer);
      response.off('drain', goOn).off('close', goOn);
      how();
    };
    const goOn = settle(resolve);
    const timer = setTimeout(
      settle(() => reject(new GoneError('Nothing was taken for a minute.'))),
      PATIENCE_MS,
    );
    response.on('drain', goOn).on('close', goOn);
  });
}

/** The same, compressed. What goes wrong before is told as it was. */
export async function* gzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false });
  const zip = createGzip({ level: 4 });
  source.once('error', (error) => zip.destroy(error));
  try {
    for await (const chunk of source.pipe(zip)) yield chunk;
  } finally {
    source.destroy();
  }
}
