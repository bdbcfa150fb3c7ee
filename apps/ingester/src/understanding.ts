import type { LogBatch, LoggedRecord } from '@readout/event-log';
import { decodeRecord, decodeReplay, type LogRecord, type Origin, type ReaderEvent } from '@readout/events';
import type { BillingStatement, LoggedReplay, QuarantinedRecord, SeenCheck, Warehouse } from '@readout/warehouse';
import { CLASSIFIER, type Classifier } from './classifier.ts';
import type { Directory } from './directory.ts';
import { Interpreter, type Made } from './interpret.ts';
import { type ReadRecords, withoutRepeatedNotices } from './repeated-notices.ts';

/** What becomes of a batch, in the order of its records. */
export interface Rows {
  readonly events: readonly ReaderEvent[];
  readonly statements: readonly BillingStatement[];
  readonly checks: readonly SeenCheck[];
  readonly quarantined: readonly QuarantinedRecord[];
}

/** Rows of several batches, one after the other. */
export function together(batches: readonly Rows[]): Rows {
  const [only] = batches;
  if (batches.length === 1 && only !== undefined) return only;
  return {
    events: ([] as ReaderEvent[]).concat(...batches.map(({ events }) => events)),
    statements: batches.flatMap(({ statements }) => statements),
    checks: batches.flatMap(({ checks }) => checks),
    quarantined: batches.flatMap(({ quarantined }) => quarantined),
  };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A collector's clock may be off, and be set back by an hour; what is further ahead would stand in every curve's way. */
const FUTURE_MS = 2 * HOUR_MS;
/** What a collector took waits in its spool for as long as Kafka is away. Nothing waits longer than this. */
const OLDEST_HIT_MS = 90 * DAY_MS;

/** Makes rows of batches: events of what can be understood, the rest for quarantine with its reason. */
export class Understanding {
  readonly #directory: Directory;
  readonly #interpreter: Interpreter;
  readonly #once: Pick<Warehouse, 'acceptReplays' | 'acceptNotices'>;
  readonly #now: () => number;

  constructor(
    directory: Directory,
    once: Pick<Warehouse, 'acceptReplays' | 'acceptNotices'>,
    now: () => number,
    classifier: Classifier = CLASSIFIER,
  ) {
    this.#once = once;
    this.#directory = directory;
    this.#interpreter = new Interpreter(directory, classifier);
    this.#now = now;
  }

  /**
   * Rejects when the catalog does not answer, or for replays and notices the warehouse: the batch has to wait then, nothing may
   * be judged unknown.
   */
  async rowsOf(batch: LogBatch): Promise<Rows> {
    const { records: once, notices } = await withoutRepeatedNotices(batch.records, this.#once);
    const records = await this.#withoutRepeatedReplays(once);
    const now = this.#now();
    this.#directory.asOf(now);
    for (;;) {
      this.#interpreter.begin();
      const rows = this.#judge({ records, notices }, batch.damaged, now);
      if (!(await this.#directory.learn())) return rows;
      this.#interpreter.takeBack();
    }
  }

  /** By what the directory knows: to be done again where it did not know something. */
  #judge({ records, notices }: ReadRecords, damaged: LogBatch['damaged'], now: number): Rows {
    const made = { events: [] as ReaderEvent[], statements: [] as BillingStatement[], checks: [] as SeenCheck[] };
    const quarantined: QuarantinedRecord[] = [];
    for (const { partition, collector, first, last, reason } of damaged) {
      const origin = { partition, collector, position: last };
      quarantined.push({ origin, reason: `records ${first} to ${last} are lost: ${reason}`, line: '', time: now });
    }
    for (const { origin, line, fault } of records) {
      const reason = fault ?? this.#interpret(notices.get(origin) ?? line, origin, made, now);
      if (reason !== null) quarantined.push({ origin, reason, line, time: now });
    }
    quarantined.sort((a, b) => a.origin.position - b.origin.position);
    return { ...made, quarantined };
  }

  #interpret(read: LogRecord | string, origin: Origin, made: Made, now: number): string | null {
    const decoded = typeof read === 'string' ? decodeRecord(read) : ({ ok: true, record: read } as const);
    if (!decoded.ok) return decoded.reason;
    return outOfTime(decoded.record, now) ?? this.#interpreter.interpret(decoded.record, origin, made);
  }

  /** Replays as the records that they are of, but for those whose record another replay was counted for. */
  async #withoutRepeatedReplays(records: readonly LoggedRecord[]): Promise<readonly LoggedRecord[]> {
    const replayed: Replayed[] = [];
    for (const record of records) {
      const replay = decodeReplay(record.line);
      if (replay === null) continue;
      replayed.push({
        record: { ...record, line: replay.line },
        replay: { of: replay.of, origin: record.origin },
      });
    }
    if (replayed.length === 0) return records;
    const accepted = await this.#once.acceptReplays(replayed.map(({ replay }) => replay));
    const byOrigin = new Map(replayed.map(({ record }, at) => [record.origin, accepted[at] ? record : null]));
    return records.flatMap((record) => {
      const instead = byOrigin.get(record.origin);
      if (instead === undefined) return [record];
      return instead === null ? [] : [instead];
    });
  }
}

/** A record that stood in quarantine, as it was; its origin is where it stands now. */
interface Replayed {
  readonly record: LoggedRecord;
  readonly replay: LoggedReplay;
}

/** Why a record's time cannot be true; null: it can. Facts and statements may be as old as they like: an import brings history. */
function outOfTime(record: LogRecord, now: number): string | null {
  if (record.time > now + FUTURE_MS) {
    return `its time is ${hours(record.time - now)} hours ahead of the clock`;
  }
  if (record.type !== 'fact' && record.type !== 'statement' && record.time < now - OLDEST_HIT_MS) {
    return `it is ${Math.round((now - record.time) / DAY_MS)} days old, and a hit is counted for ${OLDEST_HIT_MS / DAY_MS} days`;
  }
  return null;
}

function hours(milliseconds: number): number {
  return Math.round(milliseconds / HOUR_MS);
}
