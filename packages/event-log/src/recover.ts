import { open, readFile } from 'node:fs/promises';
import { HEADER_BYTES, readHeader } from './frame.ts';
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
 * Looks at the newest segment after a stop of any kind. A frame that the file ends in the middle of was never
 * acknowledged (a sync covers the file's size) and is cut off. One that is all there but damaged may have been:
 * it stays for reading to report, and its positions are never given out again.
 */
export async function recoverTail(segment: Segment): Promise<Tail> {
  const bytes = await readFile(segment.path);
  let kept = 0;
  let next = segment.first;
  for (const found of walk(bytes, 0)) {
    if (found.kind === 'frame') {
      kept = found.end;
      next = found.header.first + found.header.records;
      continue;
    }
    const header = readHeader(bytes, found.start);
    const isWhole = header !== null && found.start + HEADER_BYTES + header.payloadBytes === bytes.length;
    if (isWhole && header.first === next) {
      kept = bytes.length;
      next += header.records;
    }
  }
  if (kept < bytes.length) {
    const file = await open(segment.path, 'r+');
    try {
      await file.truncate(kept);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
  return { bytes: kept, next, torn: bytes.length - kept };
}
