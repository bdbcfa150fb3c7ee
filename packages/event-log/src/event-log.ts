import type { Origin } from '@readout/events';

/** A record as read back: its identity and its line, as it was appended. */
export interface LoggedRecord {
  readonly origin: Origin;
  readonly line: string;
}

/** A stretch of the log that is there but cannot be read back (a damaged frame): its positions are lost. */
export interface DamagedStretch {
  readonly partition: number;
  readonly collector: number;
  /** First and last position lost, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly reason: string;
}

export interface LogBatch {
  readonly records: readonly LoggedRecord[];
  readonly damaged: readonly DamagedStretch[];
  /** Read on from here. */
  readonly next: number;
}

export interface ReadOptions {
  readonly partition: number;
  /** First position wanted. */
  readonly from: number;
  /** At most so many records at once. */
  readonly maxRecords: number;
  /** Ends the reading: the iteration then simply finishes. */
  readonly signal: AbortSignal;
}

/**
 * A partitioned, durable, append-only log of lines. Implemented by the embedded log (one partition, files)
 * and by Kafka. Delivers every appended record at least once, in order within a partition; that a record
 * counts once is the reader's business, by the record's origin.
 */
export interface EventLog {
  /** Number of this log's own identity: what it writes carries it as `origin.collector`. */
  readonly collector: number;
  readonly partitions: readonly number[];

  /**
   * Resolves when the record is on disk (fdatasync). Rejects with LogUnavailableError when it could not be
   * written; the caller then must not acknowledge. `line` is UTF-8 text without a newline.
   */
  append(line: string): Promise<void>;
  /** The same for many lines at once, all of which are on disk when it resolves. */
  appendAll(lines: readonly string[]): Promise<void>;

  /** Reads from a position on and then waits for what comes; yields whatever there is, never an empty batch. */
  read(options: ReadOptions): AsyncIterable<LogBatch>;

  /** The position after the last durable record of a partition. */
  end(partition: number): Promise<number>;

  /**
   * Remembers, durably but lazily, that everything before `next` has been dealt with. A hint where to start
   * after a restart, never the truth about what was counted: it may lag behind after a crash.
   */
  commit(partition: number, next: number): Promise<void>;
  /** Where to start reading: the last commit, or the oldest record kept. */
  committed(partition: number): Promise<number>;

  /** Waits until everything appended so far is on disk, then lets go of the files. */
  close(): Promise<void>;
}

export class LogUnavailableError extends Error {
  readonly code = 'LOG_UNAVAILABLE';
}

/** A line that no log takes: with a line break in it, or too long. Nothing was written. */
export class InvalidLineError extends Error {
  readonly code = 'INVALID_LINE';
}
