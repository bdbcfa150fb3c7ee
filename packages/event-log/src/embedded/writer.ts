import { LogUnavailableError } from '../event-log.ts';
import { encodeFrame } from './frame.ts';
import { RoomAhead } from './room-ahead.ts';
import type { OpenSegment, SegmentFile } from './segment-file.ts';

/** Text gathered beyond this begins another frame. */
const FRAME_CHARACTERS = 1_048_576;
/** A write that takes longer is no reason to gather more behind it, in memory: milliseconds. */
const HANGS_AFTER_MS = 10_000;

interface Gathering {
  text: string;
  records: number;
  readonly done: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: LogUnavailableError) => void;
}

/** What one group commit was. */
export interface Commit {
  readonly records: number;
  readonly bytes: number;
  /** Milliseconds that writing and syncing took. */
  readonly took: number;
}

export interface WriterEvents {
  /** Everything before `next` is on disk, in the segment's first `bytes` bytes. */
  durable(next: number, bytes: number, commit: Commit): void;
  /** A new segment that begins at `first`. */
  rolled(first: number): void;
}

/**
 * Group commit: while one frame is being written and synced, the next one gathers; so each record waits for at
 * most two syncs, and the disk syncs as often as it can and no more.
 */
export class SegmentWriter {
  readonly #directory: string;
  readonly #segmentBytes: number;
  readonly #openSegment: OpenSegment;
  readonly #events: WriterEvents;
  #file: SegmentFile | null;
  #room: RoomAhead | null = null;
  #bytes: number;
  #next: number;
  #queue: Gathering[] = [];
  /** When the write under way began, by a clock that never goes back; null: there is none. */
  #writingSince: number | null = null;
  #working: Promise<void> | null = null;
  #closed = false;

  constructor(options: {
    directory: string;
    segmentBytes: number;
    openSegment: OpenSegment;
    events: WriterEvents;
    file: SegmentFile | null;
    bytes: number;
    next: number;
  }) {
    this.#directory = options.directory;
    this.#segmentBytes = options.segmentBytes;
    this.#openSegment = options.openSegment;
    this.#events = options.events;
    this.#file = options.file;
    this.#bytes = options.bytes;
    this.#next = options.next;
  }

  /** All lines of one frame share one promise. */
  append(line: string): Promise<void> {
    if (this.#closed) return Promise.reject(new LogUnavailableError('The event log is closed.'));
    let gathering = this.#queue.at(-1);
    if (gathering !== undefined && this.#hangs()) {
      return Promise.reject(
        new LogUnavailableError(`The disk has not finished a write for ${HANGS_AFTER_MS / 1000} s: see what keeps it.`),
      );
    }
    if (gathering === undefined || gathering.text.length > FRAME_CHARACTERS) {
      gathering = gather();
      this.#queue.push(gathering);
    }
    gathering.text = gathering.records === 0 ? line : `${gathering.text}\n${line}`;
    gathering.records++;
    // Begun after the requests at hand have added their lines.
    this.#working ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#work());
    return gathering.done;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
    await this.#letGo();
  }

  async #work(): Promise<void> {
    let current = this.#queue.shift();
    let writing = current && this.#commit(current);
    while (current !== undefined) {
      const finished = current;
      try {
        await writing;
        // Begun before those of the last one are answered: the disk and this thread work at the same time.
        current = this.#queue.shift();
        writing = current && this.#commit(current);
        finished.resolve();
      } catch (error) {
        finished.reject(unavailable(error));
        await this.#letGo();
        current = this.#queue.shift();
        writing = current && this.#commit(current);
      }
    }
    this.#writingSince = null;
    this.#working = null;
  }

  #hangs(): boolean {
    return this.#writingSince !== null && performance.now() - this.#writingSince > HANGS_AFTER_MS;
  }

  /**
   * After a failed write or sync nothing is known about the file's tail: Linux reports a failed fsync once and
   * then believes the pages clean, so trying it again would prove nothing. The tail is cut off, the file is left,
   * and the next record begins a new one. Should even the cut fail, the tail lies at positions that the new
   * segment owns by its name, and reading ignores it.
   */
  async #commit({ text, records }: Gathering): Promise<void> {
    this.#writingSince = performance.now();
    if (this.#file !== null && this.#bytes >= this.#segmentBytes) await this.#letGo();
    if (this.#file === null) {
      this.#file = await this.#openSegment(this.#directory, this.#next);
      this.#bytes = 0;
      this.#events.rolled(this.#next);
    }
    this.#room ??= new RoomAhead(this.#file, this.#bytes, this.#segmentBytes);
    const frame = encodeFrame(text, this.#next, records);
    const zeros = this.#room.inTheWayOf(this.#bytes + frame.length);
    if (zeros !== null) await zeros;
    const began = performance.now();
    await this.#file.write(frame, this.#bytes);
    this.#bytes += frame.length;
    this.#room.used(this.#bytes);
    this.#next += records;
    const commit = { records, bytes: frame.length, took: performance.now() - began };
    this.#events.durable(this.#next, this.#bytes, commit);
  }

  /** Leaves the segment, as long as what it holds; where that cannot be, zeros stay behind it, which are nothing. */
  async #letGo(): Promise<void> {
    const [file, room] = [this.#file, this.#room];
    this.#file = null;
    this.#room = null;
    await room?.idle();
    await file?.truncate(this.#bytes).catch(() => undefined);
    await file?.close().catch(() => undefined);
  }
}

function gather(): Gathering {
  let resolve: () => void = () => undefined;
  let reject: (error: LogUnavailableError) => void = () => undefined;
  const done = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever appended hears of a failure; a frame that nobody waits for must not end the process.
  done.catch(() => undefined);
  return { text: '', records: 0, done, resolve, reject };
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room, and writing goes on by itself.',
  EDQUOT: 'The disk quota is used up: make room, and writing goes on by itself.',
  EROFS: 'The file system is read-only: check the disk and mount it for writing.',
  EIO: 'The disk reports an input/output error: check it, and have a backup.',
};

function unavailable(error: unknown): LogUnavailableError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return new LogUnavailableError(
    `The event log could not be written (${cause.message}). ${ADVICE[code] ?? ''}`.trim(),
    { cause },
  );
}
