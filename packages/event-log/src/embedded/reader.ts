import { isAscii } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import type { DamagedStretch, LogBatch, LoggedRecord, ReadOptions } from '../event-log.ts';
import { HEADER_BYTES, isIntact, MOST_PAYLOAD_BYTES, readHeader } from './frame.ts';
import { type Segment, walk } from './segment.ts';

/**
 * Read at once, by how many records the reader wants at a time: its lines are in memory until they are dealt with, and
 * one that writes large batches should get them.
 */
const LEAST_CHUNK_BYTES = 1_048_576;
const MOST_CHUNK_BYTES = 4 * 1_048_576;
/** More than most records take. */
const RECORD_BYTES = 512;
const PARTITION = 0;

/** What the reader needs to know of the log as it grows. */
export interface Readable {
  readonly collector: number;
  /** The segment that holds `position` or, where it is gone, the oldest one behind it. */
  segmentFor(position: number): { readonly segment: Segment; readonly end: number; readonly bytes: number | null };
  /** Position after the last record on disk. */
  readonly next: number;
  /** Resolves when there may be more than `position`, or when the signal fires. */
  moreThan(position: number, signal: AbortSignal): Promise<void>;
}

/** Where in a segment's file the frame with the next position begins, as far as is known. */
interface Place {
  /** Which segment: its first position. */
  segment: number;
  at: number;
}

/** Reads a log from a position on, for ever. */
export async function* readLog(log: Readable, { from, maxRecords, signal }: ReadOptions): AsyncGenerator<LogBatch> {
  let position = from;
  // Whoever has read to the end goes on from there when there is more, and does not look through the file again.
  const place: Place = { segment: -1, at: 0 };
  while (!signal.aborted) {
    if (position >= log.next) {
      await log.moreThan(position, signal);
      continue;
    }
    const { segment } = log.segmentFor(position);
    if (segment.first > position) {
      const damaged = [
        stretch(log, position, segment.first - 1, 'expired: retention removed them before they were read'),
      ];
      position = segment.first;
      yield { records: [], damaged, next: position };
      continue;
    }
    for await (const batch of readSegment(log, segment, position, place, maxRecords, signal)) {
      position = batch.next;
      yield batch;
      if (signal.aborted) return;
    }
  }
}

/** Reads one segment from a position to where it ends at present. */
async function* readSegment(
  log: Readable,
  segment: Segment,
  from: number,
  place: Place,
  maxRecords: number,
  signal: AbortSignal,
): AsyncGenerator<LogBatch> {
  const file = await open(segment.path, 'r');
  try {
    if (place.segment !== segment.first) {
      place.segment = segment.first;
      place.at = 0;
    }
    let isRemembered = place.at > 0;
    const chunkBytes = Math.min(MOST_CHUNK_BYTES, Math.max(LEAST_CHUNK_BYTES, maxRecords * RECORD_BYTES));
    let position = from;
    for (;;) {
      // Asked anew each time: the segment may have grown, been succeeded by another, or been removed once it was read.
      const { segment: known, end, bytes } = log.segmentFor(segment.first);
      if (known.first !== segment.first) return;
      const size = bytes ?? (await file.stat()).size;
      if (position >= end || signal.aborted) return;
      if (place.at >= size) {
        // A closed segment that holds less than its successor's name promises.
        if (bytes === null) yield { records: [], damaged: [stretch(log, position, end - 1, 'missing')], next: end };
        return;
      }
      const chunk = await readChunk(file, place.at, size, chunkBytes);
      // Records may have been dropped from the file meanwhile, and then all is elsewhere in it.
      const isElsewhere = isRemembered && !beginsWith(position, chunk.bytes);
      isRemembered = false;
      if (isElsewhere) {
        place.at = 0;
        continue;
      }
      const { records, damaged, next, used } = decodeChunk(log, chunk.bytes, position, end, chunk.reachesEnd);
      place.at += used;
      if (next === position) continue;
      for (let done = 0; done < records.length; done += maxRecords) {
        const some = records.slice(done, done + maxRecords);
        const last = done + maxRecords >= records.length;
        const after = last ? next : (some.at(-1)?.origin.position ?? next) + 1;
        yield { records: some, damaged: last ? damaged : [], next: after };
        if (signal.aborted) return;
      }
      if (records.length === 0) yield { records, damaged, next };
      position = next;
    }
  } finally {
    await file.close();
  }
}

/** Whole frames from `at` on, about a chunk of them; the rest of the file where a frame is damaged. */
async function readChunk(
  file: FileHandle,
  at: number,
  size: number,
  chunkBytes: number,
): Promise<{ bytes: Buffer; reachesEnd: boolean }> {
  let wanted = Math.min(chunkBytes, size - at);
  for (;;) {
    const bytes = Buffer.allocUnsafe(wanted);
    const { bytesRead } = await file.read(bytes, 0, wanted, at);
    const got = bytes.subarray(0, bytesRead);
    if (bytesRead < wanted || at + bytesRead >= size) return { bytes: got, reachesEnd: true };
    const header = readHeader(got, 0);
    if (header !== null && isIntact(got, 0, header)) return { bytes: got, reachesEnd: false };
    const frameBytes = HEADER_BYTES + Math.min(header?.payloadBytes ?? MOST_PAYLOAD_BYTES, MOST_PAYLOAD_BYTES);
    if (frameBytes > wanted) wanted = Math.min(frameBytes, size - at);
    // Damaged: what comes after it can only be found by looking, so all of it is looked at.
    else wanted = size - at;
  }
}

/** Whether these bytes begin with a whole frame that has this position. */
function beginsWith(position: number, bytes: Buffer): boolean {
  const header = readHeader(bytes, 0);
  if (header === null || !isIntact(bytes, 0, header)) return false;
  return header.first <= position && position < header.first + header.records;
}

function decodeChunk(log: Readable, bytes: Buffer, from: number, end: number, reachesEnd: boolean) {
  const records: LoggedRecord[] = [];
  const damaged: DamagedStretch[] = [];
  let position = from;
  let used = 0;
  for (const found of walk(bytes, 0)) {
    if (found.kind === 'gap') {
      // Only the end of the chunk, perhaps in the middle of a frame: the next chunk begins here.
      if (found.end === bytes.length && !reachesEnd) break;
      used = found.end;
      continue;
    }
    used = found.end;
    const { first, records: count } = found.header;
    if (first + count <= position) continue;
    if (first > position) damaged.push(stretch(log, position, Math.min(first, end) - 1, 'damaged on disk'));
    position = Math.max(position, first);
    const payload = bytes.subarray(found.start + HEADER_BYTES, found.end);
    // Nearly all are, and then each byte is a character.
    const lines = payload.toString(isAscii(payload) ? 'latin1' : 'utf8').split('\n');
    for (let at = position - first; at < count && first + at < end; at++) {
      const line = lines[at];
      // An empty line is a record that was dropped.
      if (line === undefined || line === '') continue;
      records.push({ origin: { partition: PARTITION, collector: log.collector, position: first + at }, line });
    }
    position = Math.min(first + count, end);
  }
  if (reachesEnd && position < end) {
    damaged.push(stretch(log, position, end - 1, 'damaged on disk'));
    position = end;
  }
  return { records, damaged, next: position, used };
}

function stretch(log: Readable, first: number, last: number, reason: string): DamagedStretch {
  return { partition: PARTITION, collector: log.collector, first, last, reason };
}
