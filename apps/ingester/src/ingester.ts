import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog, LogBatch } from '@readout/event-log';
import { decodeRecord, type LogRecord, type Origin, type ReaderEvent } from '@readout/events';
import type { QuarantinedRecord, Warehouse } from '@readout/warehouse';
import type { Logger } from 'pino';
import { Directory, type DirectorySource } from './directory.ts';
import { Interpreter } from './interpret.ts';
import type { IngesterMetrics } from './metrics.ts';

/** Most records written at once: bounds memory, and keeps what one insert holds in one part. */
const BATCH_RECORDS = 20_000;
/** A batch below this is followed by a pause, so that a trickle of hits does not become a part each. */
const SMALL_BATCH = 2_000;
const PAUSE_MS = 150;
const RETRY_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const;

/** What becomes of a batch. */
interface Rows {
  readonly events: readonly ReaderEvent[];
  readonly quarantined: readonly QuarantinedRecord[];
}

export interface IngesterDependencies {
  readonly log: EventLog;
  readonly warehouse: Pick<Warehouse, 'insertEvents' | 'insertQuarantine'>;
  readonly directory: DirectorySource;
  readonly metrics: IngesterMetrics;
  readonly logger: Logger;
  /** UTC, milliseconds. */
  readonly now: () => number;
}

/**
 * Reads the log and writes the warehouse. Where it stopped is only a hint (`log.commit`); that nothing is
 * counted twice is the warehouse's guarantee, so reading a stretch again after a crash is harmless.
 */
export class Ingester {
  readonly #log: EventLog;
  readonly #warehouse: IngesterDependencies['warehouse'];
  readonly #directory: Directory;
  readonly #interpreter: Interpreter;
  readonly #metrics: IngesterMetrics;
  readonly #logger: Logger;
  readonly #now: () => number;
  readonly #stop = new AbortController();
  readonly #written = new Map<number, number>();
  #waiting: { readonly partition: number; readonly position: number; readonly resolve: () => void }[] = [];
  #running: Promise<void> | null = null;

  constructor({ log, warehouse, directory, metrics, logger, now }: IngesterDependencies) {
    this.#log = log;
    this.#warehouse = warehouse;
    this.#directory = new Directory(directory);
    this.#interpreter = new Interpreter(this.#directory);
    this.#metrics = metrics;
    this.#logger = logger;
    this.#now = now;
  }

  /** Begins; `onFailure` hears of what should never happen, after which nothing more is written. */
  start(onFailure: (error: unknown) => void): void {
    this.#running = Promise.all(this.#log.partitions.map((partition) => this.#follow(partition))).then(
      () => undefined,
      (error: unknown) => {
        if (!this.#stop.signal.aborted) onFailure(error);
      },
    );
  }

  /** Finishes the batch at hand and stops. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    for (const waiting of this.#waiting.splice(0)) waiting.resolve();
  }

  /** Resolves when everything that the log holds now has been dealt with (or the ingester stops). */
  async caughtUp(): Promise<void> {
    for (const partition of this.#log.partitions) {
      const position = await this.#log.end(partition);
      if ((this.#written.get(partition) ?? 0) >= position || this.#stop.signal.aborted) continue;
      await new Promise<void>((resolve) => this.#waiting.push({ partition, position, resolve }));
    }
  }

  /** Records that are in the log but not yet in the warehouse. */
  async lag(): Promise<number> {
    let behind = 0;
    for (const partition of this.#log.partitions) {
      behind += Math.max(0, (await this.#log.end(partition)) - (this.#written.get(partition) ?? 0));
    }
    this.#metrics.lag.set(behind);
    return behind;
  }

  async #follow(partition: number): Promise<void> {
    const { signal } = this.#stop;
    const from = await this.#log.committed(partition);
    this.#advance(partition, from);
    this.#logger.info({ partition, from }, 'ingester reads the log');
    // While one batch is being written the next one is made ready: the engine and this thread work at the same time.
    let writing: Promise<void> = Promise.resolve();
    for await (const batch of this.#log.read({ partition, from, maxRecords: BATCH_RECORDS, signal })) {
      const rows = await this.#untilDone(() => this.#understand(batch));
      await writing;
      if (signal.aborted || rows === null) break;
      writing = this.#writeAndPass(partition, batch.next, rows);
      if (batch.records.length < SMALL_BATCH) await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
    await writing;
  }

  async #writeAndPass(partition: number, next: number, rows: Rows): Promise<void> {
    if ((await this.#untilDone(() => this.#write(rows))) === null) return;
    await this.#log.commit(partition, next);
    this.#advance(partition, next);
  }

  #advance(partition: number, next: number): void {
    this.#written.set(partition, next);
    this.#waiting = this.#waiting.filter((waiting) => {
      if (waiting.partition !== partition || waiting.position > next) return true;
      waiting.resolve();
      return false;
    });
  }

  /** Tries until it is done; null: the ingester was told to stop before that. */
  async #untilDone<T>(step: () => Promise<T>): Promise<T | null> {
    const { signal } = this.#stop;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        return await step();
      } catch (error) {
        const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 5_000;
        this.#metrics.retries.inc({ code: codeOf(error) });
        this.#logger.warn(
          { err: error, attempt, retryInMs: wait },
          'a batch could not be written and waits in the log',
        );
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    }
    return null;
  }

  /** Makes rows of a batch of records. */
  async #understand(batch: LogBatch): Promise<Rows> {
    const quarantined: QuarantinedRecord[] = [];
    const setAside = (origin: Origin, reason: string, line: string) =>
      quarantined.push({ origin, reason, line, time: this.#now() });

    for (const { partition, collector, first, last, reason } of batch.damaged) {
      setAside({ partition, collector, position: last }, `records ${first} to ${last} are lost: ${reason}`, '');
    }
    const understood: { origin: Origin; record: LogRecord; line: string }[] = [];
    for (const { origin, line } of batch.records) {
      const decoded = decodeRecord(line);
      if (decoded.ok) understood.push({ origin, record: decoded.record, line });
      else setAside(origin, decoded.reason, line);
    }
    await this.#directory.learn(understood.map(({ record }) => record));
    const events: ReaderEvent[] = [];
    for (const { origin, record, line } of understood) {
      const interpretation = this.#interpreter.interpret(record, origin);
      if (interpretation.ok) events.push(...interpretation.events);
      else setAside(origin, interpretation.reason, line);
    }
    quarantined.sort((a, b) => a.origin.position - b.origin.position);
    return { events, quarantined };
  }

  async #write({ events, quarantined }: Rows): Promise<void> {
    if (quarantined.length > 0) await this.#warehouse.insertQuarantine(quarantined);
    if (events.length > 0) await this.#warehouse.insertEvents(events);
    this.#metrics.events.inc({ outcome: 'event' }, events.length);
    this.#metrics.events.inc({ outcome: 'quarantined' }, quarantined.length);
    this.#metrics.batchRecords.observe(events.length + quarantined.length);
  }
}

/** What kind of failure it was, as our errors and Node's tell it. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
}
