import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { encodeFrame, HEADER_BYTES } from './frame.ts';
import { replaceFile } from './replace-file.ts';
import { type Segment, walk } from './segment.ts';

/** Bytes looked through before whoever else waits for this thread gets a turn: some milliseconds of work. */
const TURN_BYTES = 1_048_576;

export interface Dropping {
  readonly dropped: number;
  /** Size of the segment afterwards. */
  readonly bytes: number;
}

/**
 * Writes a segment that nothing is added to any more anew, without the records that `goes` picks. A dropped record
 * becomes an empty line, which no record is: all others keep their positions, and readers pass it over. What is
 * damaged stays as it is.
 */
export async function dropFrom(segment: Segment, goes: (line: string) => boolean): Promise<Dropping> {
  const bytes = await readFile(segment.path);
  const kept: Buffer[] = [];
  let dropped = 0;
  let turn = 0;
  for (const found of walk(bytes, 0)) {
    if (found.kind === 'gap') {
      kept.push(bytes.subarray(found.start, found.end));
      continue;
    }
    const lines = bytes.toString('utf8', found.start + HEADER_BYTES, found.end).split('\n');
    let here = 0;
    const left = lines.map((line) => {
      if (line === '' || !goes(line)) return line;
      here++;
      return '';
    });
    dropped += here;
    const { first, records } = found.header;
    kept.push(here === 0 ? bytes.subarray(found.start, found.end) : encodeFrame(left.join('\n'), first, records));
    if (found.end - turn >= TURN_BYTES) {
      turn = found.end;
      await nextTurn();
    }
  }
  if (dropped === 0) return { dropped, bytes: bytes.length };
  const fresh = Buffer.concat(kept);
  await replaceFile(segment.path, fresh);
  return { dropped, bytes: fresh.length };
}
