import { mkdir, stat } from 'node:fs/promises';
import { MAX_RECORD_BYTES } from '@readout/events';
import {
  DROPPABLE,
  type Droppable,
  InvalidLineError,
  type LogBatch,
  LogFullError,
  type ReadOptions,
  type Spool,
  type SpoolState,
  type WhenFull,
} from '../event-log.ts';
import { CommitFile } from './commit-file.ts';
import { DropCounts } from './drop-counts.ts';
import { dropFrom } from './dropping.ts';
import { collectorNumber } from './identity.ts';
import { type Readable, readLog } from './reader.ts';
import { recoverTail } from './recover.ts';
import { continueSegment, listSegments, removeSegment, type Segment, segmentPath } from './segment.ts';
import { type OpenSegment, onDisk, openOnDisk } from './segment-file.ts';
import { WaitingSince } from './waiting-since.ts';
import { type Commit, SegmentWriter } from './writer.ts';

export interface EmbeddedLogOptions {
  /** Made where it is missing. One process at a time: the caller sees to that. */
  readonly directory: string;
  /** A segment is succeeded once it has this size; at most an eighth of `maxBytes`. */
  readonly segmentBytes?: number;
  /**
   * What has been dealt with is removed, whole segments at a time, when it is older than `maxAgeMs` or the log
   * larger than `maxBytes`. What waits may take up `maxBytes` as well, and no more: see `whenFull`.
   */
  readonly retention: { readonly maxAgeMs: number; readonly maxBytes: number };
  /** Left out: `refuse`. */
  readonly whenFull?: WhenFull;
  /** The class of a record that may be dropped; null: it never may. Needed for `drop` to drop anything. */
  readonly classOf?: (line: string) => Droppable | null;
  readonly now?: () => number;
  /** Hears of what was repaired or could not be done, in a sentence. */
  readonly onProblem?: (problem: string) => void;
  /** Hears of every group commit. */
  readonly onCommit?: (commit: Commit) => void;
  /** For tests of disk faults. */
  readonly openSegment?: OpenSegment;
}

const SEGMENT_BYTES = 64 * 1_048_576;
const RETENTION_EVERY_MS = 60_000;
/** Shares of the limit: from where it warns, where dropping begins, and down to where it drops. */
const FILLING = 0.8;
const DROP_FROM = 0.95;
const DROP_TO = 0.9;

/** A segment as the log knows it. */
interface Known extends Segment {
  /** Size on disk; of the newest one, up to its last record on disk. */
  bytes: number;
  /** UTC, milliseconds: when it was last written to. */
  written: number;
  /** How many of the classes have been dropped from it, in their order. */
  cleared: number;
}

/** Opens the embedded log: one partition, in files; see docs/decisions/0002. */
export async function openEmbeddedLog(options: EmbeddedLogOptions): Promise<Spool> {
  const { directory } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const segments: Known[] = await Promise.all(
    (await listSegments(directory)).map(async (segment) => {
      const { size, mtimeMs } = await stat(segment.path);
      return { ...segment, bytes: size, written: mtimeMs, cleared: 0 };
    }),
  );
  const newest = segments.at(-1);
  const kept = {
    collector: await collectorNumber(directory, newest === undefined),
    committed: await CommitFile.open(directory),
    dropped: await DropCounts.open(directory),
    segments,
  };
  const given = kept.committed.shown;
  if (newest === undefined) return new EmbeddedLog(options, kept, null, given);
  const tail = await recoverTail(newest);
  newest.bytes = tail.bytes;
  if (tail.torn > 0) options.onProblem?.(`${tail.torn} bytes of an unfinished write were cut off the log's end`);
  if (given > tail.next) {
    // Only a disk that did not keep what it said was written does this, or an older copy of the log in its place. A
    // new record at a position that has been counted would be taken for a repeat.
    options.onProblem?.(`the log ends ${given - tail.next} records before where it had been read to`);
    return new EmbeddedLog(options, kept, null, given);
  }
  return new EmbeddedLog(options, kept, onDisk(await continueSegment(newest)), tail.next);
}

interface Kept {
  readonly collector: number;
  readonly committed: CommitFile;
  readonly dropped: DropCounts;
  readonly segments: Known[];
}

class EmbeddedLog implements Spool, Readable {
  readonly collector: number;
  readonly partitions = [0] as const;
  readonly #options: EmbeddedLogOptions;
  readonly #maxBytes: number;
  readonly #segments: Known[];
  readonly #committed: CommitFile;
  readonly #dropped: DropCounts;
  readonly #writer: SegmentWriter;
  readonly #waiting = new Set<() => void>();
  readonly #waitingSince = new WaitingSince();
  #next: number;
  #waitingBytes = 0;
  #refused = 0;
  #dropping = false;
  #lastRetention = 0;
  /** Removals and droppings, one after the other. */
  #tidying: Promise<void> = Promise.resolve();

  constructor(options: EmbeddedLogOptions, kept: Kept, file: ReturnType<typeof onDisk> | null, next: number) {
    this.#options = options;
    this.#maxBytes = options.retention.maxBytes;
    this.collector = kept.collector;
    this.#segments = kept.segments;
    this.#committed = kept.committed;
    this.#dropped = kept.dropped;
    this.#next = next;
    this.#writer = new SegmentWriter({
      directory: options.directory,
      segmentBytes: Math.min(options.segmentBytes ?? SEGMENT_BYTES, Math.ceil(this.#maxBytes / 8)),
      openSegment: options.openSegment ?? openOnDisk,
      file,
      bytes: this.#segments.at(-1)?.bytes ?? 0,
      next,
      events: {
        durable: (after, size, commit) => {
          this.#grown(after, size);
          options.onCommit?.(commit);
        },
        rolled: (first) => this.#rolled(first),
      },
    });
    for (const { first, written } of this.#segments) this.#waitingSince.written(first, written);
    this.#recount();
  }

  append(line: string): Promise<void> {
    const fault = faultOf(line);
    if (fault !== null) return Promise.reject(fault);
    return this.#hasRoom(1) ? this.#writer.append(line) : Promise.reject(this.#full());
  }

  async appendAll(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      const fault = faultOf(line);
      if (fault !== null) throw fault;
    }
    if (!this.#hasRoom(lines.length)) throw this.#full();
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
    this.#recount();
    const full = this.#total() > this.#maxBytes;
    if (full || this.#now() - this.#lastRetention >= RETENTION_EVERY_MS) this.#retain();
  }

  async shown(_partition: number, next: number): Promise<void> {
    this.#committed.show(next);
  }

  async committed(_partition: number): Promise<number> {
    return this.#passed;
  }

  state(): SpoolState {
    const waitingRecords = this.#next - this.#passed;
    return {
      bytes: this.#total(),
      waitingBytes: this.#waitingBytes,
      waitingRecords,
      waitingSince: waitingRecords === 0 ? null : this.#waitingSince.oldest,
      maxBytes: this.#maxBytes,
      state: this.#fullness(),
      whenFull: this.#options.whenFull ?? 'refuse',
      dropped: this.#dropped.counts,
      refused: this.#refused,
    };
  }

  async close(): Promise<void> {
    await this.#writer.close();
    await this.#committed.flush();
    await this.#tidying;
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
      ? { segment, end: this.#next, bytes: segment.bytes }
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

  /** Position before which everything has been dealt with. */
  get #passed(): number {
    const oldest = this.#segments[0]?.first ?? 0;
    return Math.min(Math.max(this.#committed.value ?? oldest, oldest), this.#next);
  }

  #grown(next: number, bytes: number): void {
    const newest = this.#segments.at(-1);
    if (newest === undefined) throw new Error('written without a segment');
    const now = this.#now();
    if (this.#passed === this.#next) this.#waitingSince.dealtWith(this.#next, true);
    this.#waitingSince.written(this.#next, now);
    this.#waitingBytes += bytes - newest.bytes;
    this.#next = next;
    newest.bytes = bytes;
    newest.written = now;
    for (const wake of this.#waiting) wake();
    if (this.#waitingBytes >= this.#maxBytes * DROP_FROM) this.#drop();
  }

  #rolled(first: number): void {
    // After a failed write the successor of a segment without records has that segment's own name.
    if (this.#segments.at(-1)?.first === first) this.#segments.pop();
    const path = segmentPath(this.#options.directory, first);
    this.#segments.push({ first, path, bytes: 0, written: this.#now(), cleared: 0 });
    this.#retain();
  }

  #total(): number {
    return this.#segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Bytes that wait, counted anew: of the segment that reading has come to, the share of its records that wait. */
  #recount(): void {
    const passed = this.#passed;
    this.#waitingSince.dealtWith(passed, passed === this.#next);
    let waiting = 0;
    for (const [at, { first, bytes }] of this.#segments.entries()) {
      const end = this.#segments[at + 1]?.first ?? this.#next;
      // After a failed write the newest segment may hold nothing.
      if (end > passed && end > first) waiting += (bytes * (end - Math.max(first, passed))) / (end - first);
    }
    this.#waitingBytes = Math.round(waiting);
  }

  #hasRoom(lines: number): boolean {
    if (this.#waitingBytes < this.#maxBytes) return true;
    this.#refused += lines;
    if (!this.#dropping) this.#drop();
    return false;
  }

  #full(): LogFullError {
    return new LogFullError(
      `As much as ${Math.round(this.#maxBytes / 1_048_576)} MB of events wait to be read, which is all that is allowed. See why they are not read, or allow more.`,
    );
  }

  #fullness(): SpoolState['state'] {
    const share = this.#waitingBytes / this.#maxBytes;
    const full = this.#options.whenFull === 'drop' ? share >= DROP_TO : share >= 1;
    return full ? 'full' : share >= FILLING ? 'filling' : 'fine';
  }

  #retain(): void {
    this.#lastRetention = this.#now();
    this.#tidy('old segments could not be removed', () => this.#removeOld());
  }

  #drop(): void {
    const { whenFull, classOf } = this.#options;
    if (this.#dropping || whenFull !== 'drop' || classOf === undefined) return;
    this.#dropping = true;
    this.#tidy('the log is full and nothing could be dropped', async () => {
      try {
        await this.#makeRoom(classOf);
      } finally {
        this.#dropping = false;
      }
    });
  }

  #tidy(problem: string, work: () => Promise<void>): void {
    this.#tidying = this.#tidying
      .then(work)
      .catch((error: unknown) => this.#options.onProblem?.(`${problem}: ${String(error)}`));
  }

  async #removeOld(): Promise<void> {
    const { maxAgeMs, maxBytes } = this.#options.retention;
    for (;;) {
      const [oldest, successor] = this.#segments;
      const dealtWith = successor !== undefined && successor.first <= (this.#committed.value ?? 0);
      if (oldest === undefined || !dealtWith) return;
      if (this.#now() - oldest.written < maxAgeMs && this.#total() <= maxBytes) return;
      this.#segments.shift();
      await removeSegment(oldest);
    }
  }

  /** Drops class after class, of each the oldest first, from segments that wait, until there is room. */
  async #makeRoom(classOf: (line: string) => Droppable | null): Promise<void> {
    for (const [at, kind] of DROPPABLE.entries()) {
      for (const segment of this.#segments.slice(0, -1)) {
        if (this.#waitingBytes <= this.#maxBytes * DROP_TO) return;
        // Where reading has come to, some records are in a reader's hands already; what is shown is counted.
        if (segment.first < Math.max(this.#passed, this.#committed.shown) || segment.cleared > at) continue;
        const { dropped, bytes } = await dropFrom(segment, (line) => classOf(line) === kind);
        segment.bytes = bytes;
        segment.cleared = at + 1;
        this.#recount();
        if (dropped === 0) continue;
        await this.#dropped.add(kind, dropped);
        this.#options.onProblem?.(`the log is full: ${dropped} records of the class "${kind}" were dropped`);
      }
    }
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }
}

function faultOf(line: string): InvalidLineError | null {
  if (line === '') return new InvalidLineError('A line of the log cannot be empty.');
  if (line.includes('\n')) return new InvalidLineError('A line of the log cannot hold a line break.');
  // No character takes more than three bytes in UTF-8 for each of its UTF-16 units.
  if (line.length * 3 <= MAX_RECORD_BYTES || Buffer.byteLength(line) <= MAX_RECORD_BYTES) return null;
  return new InvalidLineError(`A line of the log has at most ${MAX_RECORD_BYTES} bytes.`);
}
