import { open, readFile } from 'node:fs/promises';
import { encodeFrame, type FrameHeader, HEADER_BYTES, readHeader } from './frame.ts';
import { type Segment, walk } from './segment.ts';

/** Where writing goes on in the newest segment. */
export interface Tail {
  /** Bytes that are kept. */
  readonly bytes: number;
  /** Position after the last record. */
  readonly next: number;
  /** Bytes of an unfinished write, cut off. */
  readonly torn: number;
}

/**
 * Looks at the newest segment after a stop of any kind. A frame at its end that was not written to its own end was
 * never acknowledged, and is cut off; zeros that were written ahead are nothing. Of a frame that is all there but
 * damaged that cannot be said: it stays, and reading reports it. In either case its positions are not given out
 * again, as far as its header tells them, lest a new record be taken for a repeat of one that was counted.
 */
export async function recoverTail(segment: Segment): Promise<Tail> {
  const bytes = await readFile(segment.path);
  const written = bytes.findLastIndex((byte) => byte !== 0) + 1;
  let kept = 0;
  let next = segment.first;
  let unfinished: FrameHeader | null = null;
  for (const found of walk(bytes, 0)) {
    if (found.kind === 'frame') {
      kept = found.end;
      next = found.header.first + found.header.records;
      continue;
    }
    const header = readHeader(bytes, found.start);
    if (header === null || header.first !== next) continue;
    if (header.records === 0 || header.records > header.payloadBytes + 1) continue;
    const end = found.start + HEADER_BYTES + header.payloadBytes;
    if (end > written) unfinished = header;
    else if (end === written) {
      kept = end;
      next += header.records;
    }
  }
  const torn = Math.max(0, written - kept);
  if (kept === bytes.length) return { bytes: kept, next, torn };
  const file = await open(segment.path, 'r+');
  try {
    await file.truncate(kept);
    if (unfinished !== null && unfinished.first === next) {
      // As many empty lines as it was to hold records: readers pass over them as over those that were dropped.
      const nothing = encodeFrame('\n'.repeat(unfinished.records - 1), next, unfinished.records);
      await file.write(nothing, 0, nothing.length, kept);
      kept += nothing.length;
      next += unfinished.records;
    }
    await file.datasync();
  } finally {
    await file.close();
  }
  return { bytes: kept, next, torn };
}
