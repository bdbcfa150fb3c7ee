import { Readable } from 'node:stream';
import type { Edit } from '../message/edits.ts';

/** A message with its edits, read as it is wanted. @param edits In the order of the message, none over another. */
export function edited(
  read: (start: number, end: number) => AsyncIterable<Buffer>,
  size: number,
  edits: readonly Edit[],
): Readable {
  async function* bytes(): AsyncGenerator<Buffer> {
    let at = 0;
    for (const edit of edits) {
      yield* read(at, edit.start);
      if (edit.bytes.length > 0) yield edit.bytes;
      at = edit.end;
    }
    yield* read(at, size);
  }
  return Readable.from(bytes(), { objectMode: false });
}
