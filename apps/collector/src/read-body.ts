import type { IncomingMessage, ServerResponse } from 'node:http';

/** Up to here a body that is too large is read all the same: who still sends may lose an answer that comes amid it. */
const MOST_READ_BYTES = 1_048_576;

/**
 * Reads a request's body and hands it over once, or null where it is larger than that. Of a client that is gone before
 * it said everything nothing is heard: there is nobody to answer and nothing to keep.
 */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  mostBytes: number,
  done: (body: Buffer | null) => void,
): void {
  const mostRead = Math.max(MOST_READ_BYTES, mostBytes);
  if (Number(request.headers['content-length'] ?? 0) > mostRead) {
    done(null);
    return;
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  request.on('data', (part: Buffer) => {
    const before = bytes;
    bytes += part.length;
    if (bytes <= mostBytes) parts.push(part);
    if (bytes <= mostRead) return;
    request.pause();
    if (before <= mostRead) done(null);
  });
  request.on('end', () => {
    if (bytes <= mostRead) done(bytes > mostBytes ? null : Buffer.concat(parts, bytes));
  });
  request.on('error', () => response.destroy());
}
