import { mkdir, open, stat } from 'node:fs/promises';
import { MAX_RECORD_BYTES } from '@readout/events';
import { CommitFile } from './commit-file.ts';
import { type EventLog, InvalidLineError, type LogBatch, type ReadOptions } from './event-log.ts';
import { type Readable, readLog } from './reader.ts';
import { recoverTail } from './recover.ts';
import { listSegments, removeSegment, type Segment, segmentPath } from './segment.ts';
import { type OpenSegment, onDisk, openOnDisk, SegmentWriter } from './writer.ts';

export interface EmbeddedLogOptions {
  /** Made where it is missing. One process at a time: the caller sees to that. */
  readonly directory: string;
  /** Identity of this log in the origins of what it writes. */
  readonly collector?: number;
  /** A segment is succeeded once it has this size. */
  readonly segmentBytes?: number;
  /** What has been dealt with is removed, whole segments at a time, when it is older or when there is more. */
  readonly retention: { readonly maxAgeMs: number; readonly maxBytes: number };
  readonly now?: () => number;
  /** Hears of what was repaired or could not be done, in a sentence. */
  readonly onProblem?: (problem: string) => void;
  /** For tests of disk faults. */
  readonly openSegment?: OpenSegment;
}

const SEGMENT_BYTES = 64 * 1_048_576;
const RETENTION_EVERY_MS = 60_000;

/** Opens the embedded log: one partition, in files; see docs/decisions/0002. */
export async function openEmbeddedLog(options: EmbeddedLogOptions): Promise<EventLog> {
  const { directory } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const segments = await listSegments(directory);
  const newest = segments.at(-1);
  const committed = await CommitFile.open(directory);
  if (newest === undefined) return new EmbeddedLog(options, [], committed, null, 0, 0);
  const tail = await recoverTail(newest);
  if (tail.torn > 0) options.onProblem?.(`${tail.torn} bytes of an unfinished write were cut off the log's end`);
  const file = await open(segmentPath(directory, newest.first), 'r+');
  return new EmbeddedLog(options, segments, committed, onDisk(file), tail.bytes, tail.next);
}

class EmbeddedLog implements EventLog, Readable {
  readonly collector: number;
  readonly partitions = [0] as const;
  readonly #options: EmbeddedLogOptions;
  readonly #segments: Segment[];
  readonly #committed: CommitFile;
  readonly #writer: SegmentWriter;
  readonly #waiting = new Set<() => void>();
  /** Durable bytes of the newest segment. */
  #bytes: number;
  #next: number;
  #lastRetention = 0;
  #retaining: Promise<void> = Promise.resolve();

  constructor(
    options: EmbeddedLogOptions,
    segments: Segment[],
    committed: CommitFile,
    file: ReturnType<typeof onDisk> | null,
    bytes: number,
    next: number,
  ) {
    this.#options = options;
    this.collector = options.collector ?? 1;
    this.#segments = segments;
    this.#committed = committed;
    this.#bytes = bytes;
    this.#next = next;
    this.#writer = new SegmentWriter({
      directory: options.directory,
      segmentBytes: options.segmentBytes ?? SEGMENT_BYTES,
      openSegment: options.openSegment ?? openOnDisk,
      file,
      bytes,
      next,
      events: {
        durable: (after, size) => this.#grown(after, size),
        rolled: (first) => this.#rolled(first),
      },
    });
  }

  append(line: string): Promise<void> {
    const fault = faultOf(line);
    return fault === null ? this.#writer.append(line) : Promise.reject(fault);
  }

  async appendAll(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      const fault = faultOf(line);
      if (fault !== null) throw fault;
    }
    // Lines of one frame share a promise, so this waits for few.
    await Promise.all(new Set(lines.map((line) => this.#writer.append(line))));
  }

  read(options: ReadOptions): AsyncIterable<LogBatch> {
    return readLog(this, options);
  }

  async end(_partition: number): Promise<number> {
    return this.#next;
  }

  async commit(_partition: number, next: number): Promise<void> {
    this.#committed.set(next);
    if (this.#now() - this.#lastRetention >= RETENTION_EVERY_MS) this.#retain();
  }

  async committed(_partition: number): Promise<number> {
    const oldest = this.#segments[0]?.first ?? 0;
    return Math.min(Math.max(this.#committed.value ?? oldest, oldest), this.#next);
  }

  async close(): Promise<void> {
    await this.#writer.close();
    await this.#committed.flush();
    await this.#retaining;
  }

  get next(): number {
    return this.#next;
  }

  segmentFor(position: number): { segment: Segment; end: number; bytes: number | null } {
    const at = Math.max(
      0,
      this.#segments.findLastIndex((segment) => segment.first <= position),
    );
    const segment = this.#segments[at];
    if (segment === undefined) throw new Error('an empty log has no segments to read');
    const successor = this.#segments[at + 1];
    return successor === undefined
      ? { segment, end: this.#next, bytes: this.#bytes }
      : { segment, end: successor.first, bytes: null };
  }

  async moreThan(position: number, signal: AbortSignal): Promise<void> {
    if (this.#next > position || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #grown(next: number, bytes: number): void {
    this.#next = next;
    this.#bytes = bytes;
    for (const wake of this.#waiting) wake();
  }

  #rolled(first: number): void {
    // After a failed write the successor of a segment without records has that segment's own name.
    if (this.#segments.at(-1)?.first !== first) {
      this.#segments.push({ first, path: segmentPath(this.#options.directory, first) });
    }
    this.#bytes = 0;
    this.#retain();
  }

  #retain(): void {
    this.#lastRetention = this.#now();
    this.#retaining = this.#retaining
      .then(() => this.#removeOld())
      .catch((error: unknown) => this.#options.onProblem?.(`old segments could not be removed: ${String(error)}`));
  }

  async #removeOld(): Promise<void> {
    const { maxAgeMs, maxBytes } = this.#options.retention;
    const stats = await Promise.all(this.#segments.map((segment) => stat(segment.path)));
    let total = stats.reduce((sum, one) => sum + one.size, 0);
    for (const { size, mtimeMs } of stats) {
      const [oldest, successor] = this.#segments;
      const dealtWith = successor !== undefined && successor.first <= (this.#committed.value ?? 0);
      if (oldest === undefined || !dealtWith) return;
      if (this.#now() - mtimeMs < maxAgeMs && total <= maxBytes) return;
      this.#segments.shift();
      await removeSegment(oldest);
      total -= size;
    }
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }
}

function faultOf(line: string): InvalidLineError | null {
  if (line.includes('\n')) return new InvalidLineError('A line of the log cannot hold a line break.');
  // No character takes more than three bytes in UTF-8 for each of its UTF-16 units.
  if (line.length * 3 <= MAX_RECORD_BYTES || Buffer.byteLength(line) <= MAX_RECORD_BYTES) return null;
  return new InvalidLineError(`A line of the log has at most ${MAX_RECORD_BYTES} bytes.`);
}
