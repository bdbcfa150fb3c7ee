import type { Origin } from '@readout/events';

/** A record as read back: its identity and its line, as it was appended. */
export interface LoggedRecord {
  readonly origin: Origin;
  readonly line: string;
  /**
   * What is wrong with it, where it is not one of ours (somebody else's message in the topic, or one that is too big):
   * it belongs into quarantine. Its origin is then collector 0 and the place in the partition; `line` is as much of it
   * as a record may have.
   */
  readonly fault?: string;
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

  /**
   * Reads from a position on and then waits for what comes; yields whatever there is. A batch is empty only where
   * the records it passes were dropped (see `Spool`).
   */
  read(options: ReadOptions): AsyncIterable<LogBatch>;

  /** The position after the last durable record of a partition. */
  end(partition: number): Promise<number>;

  /**
   * Remembers, durably but lazily, that everything before `next` has been dealt with. A hint where to start
   * after a restart, never the truth about what was counted: it may lag behind after a crash.
   */
  commit(partition: number, next: number): Promise<void>;
  /**
   * Remembers as lazily that something before `next` can be asked for already, though it is not dealt with: should the
   * disk lose it, its position is not given to another record.
   */
  shown(partition: number, next: number): Promise<void>;
  /** Where to start reading: the last commit, or the oldest record kept. */
  committed(partition: number): Promise<number>;

  /** Waits until everything appended so far is on disk, then lets go of the files. */
  close(): Promise<void>;
}

/**
 * Reads a log's partitions, which are dealt out among all readers of a group: each partition is one reader's at a
 * time, as far as anybody can know. Somebody who was stopped for a while may still believe that it is theirs; that
 * nothing counts twice then is the warehouse's business.
 */
export interface LogReader {
  /** Each partition as it falls to this reader, perhaps the same one again after it was lost. Ends when `signal` aborts. */
  partitions(signal: AbortSignal): AsyncIterable<OwnedPartition>;
  /**
   * How much is in the partitions read here but not committed, in positions: the embedded log counts records, Kafka
   * messages, which hold up to some hundred records each. Rejects with LogUnavailableError where that is not known.
   */
  lag(): Promise<number>;
  /** Leaves the group: what was this reader's falls to others. */
  close(): Promise<void>;
}

/** A partition that is this reader's for the time being. */
export interface OwnedPartition {
  readonly partition: number;
  /** Aborts as soon as it is somebody else's, or the reader stops. */
  readonly lost: AbortSignal;
  /**
   * From the group's last commit on, or from the oldest record kept; then waits for what comes. At most one batch is
   * read ahead of the one that is being dealt with, so that a slow reader bounds its own memory. Ends when it is lost.
   * "Read on from here" may be the same place for several batches: a message of Kafka's that holds more records than
   * were asked for is given out in parts.
   */
  read(options: { readonly maxRecords: number }): AsyncIterable<LogBatch>;
  /** As `EventLog.commit`. Until the partition is released it is tried even when it is lost; then it has no effect. */
  commit(next: number): Promise<void>;
  /** As `EventLog.shown`. */
  shown(next: number): Promise<void>;
  /** Where its next reader would begin. */
  committed(): Promise<number>;
  /** The position after the last durable record. */
  end(): Promise<number>;
  /**
   * To be called once nothing that was read from here is being written any more. Where the partition is taken away in
   * an orderly way, its next reader begins only then (or when the group has no patience any more).
   */
  release(): void;
}

/** How much of a log that is kept on this machine waits to be read, and what its limit has cost so far. */
export interface SpoolState {
  /** On disk altogether, and of these the ones not dealt with yet. */
  readonly bytes: number;
  readonly waitingBytes: number;
  readonly waitingRecords: number;
  /** UTC, milliseconds: when the oldest record that waits was written, to about a second; null: none waits. */
  readonly waitingSince: number | null;
  readonly maxBytes: number;
  /** `filling` from 80 % of the limit on; `full`: records are refused or dropped. */
  readonly state: 'fine' | 'filling' | 'full';
  readonly whenFull: WhenFull;
  /** Records dropped since the log was made, by class (see `Droppable`), and appends refused since the start. */
  readonly dropped: Readonly<Record<Droppable, number>>;
  readonly refused: number;
}

/** What happens when as much waits as the limit allows: nothing more is taken, or the least valuable is dropped. */
export type WhenFull = 'refuse' | 'drop';

/** Classes of records that may be dropped when the log is full, in the order in which they go. */
export const DROPPABLE = ['opened', 'clicked', 'other'] as const;
export type Droppable = (typeof DROPPABLE)[number];

/** A log on this machine's disk, with a limit. */
export interface Spool extends EventLog {
  state(): SpoolState;
}

export class LogUnavailableError extends Error {
  readonly code: string = 'LOG_UNAVAILABLE';
}

/** As much waits in the log as its limit allows. Nothing was written; it takes records again once some were read. */
export class LogFullError extends LogUnavailableError {
  override readonly code = 'LOG_FULL';
}

/** A line that no log takes: with a line break in it, or too long. Nothing was written. */
export class InvalidLineError extends Error {
  readonly code = 'INVALID_LINE';
}
