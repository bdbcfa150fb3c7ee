import { setTimeout as sleep } from 'node:timers/promises';
import type { LogReader, OwnedPartition } from '@readout/event-log';
import { FencedError, type Warehouse } from '@readout/warehouse';
import type { Logger } from 'pino';
import type { DirectorySource } from './directory.ts';
import { type Gathered, Gathering } from './gathering.ts';
import { AbandonedError, GroupWriter } from './group-writer.ts';
import type { IngesterMetrics } from './metrics.ts';
import { Understanding } from './understanding.ts';

/** Most records understood in one go: this thread does nothing else in the meantime (20 to 50 ms). */
const BATCH_RECORDS = 8_000;
/** Events that are gathered of all partitions together while others are being written; of each, a batch at least. */
const MOST_GATHERED = 96_000;
const RETRY_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const;

export interface IngesterDependencies {
  readonly reader: LogReader;
  readonly warehouse: Pick<Warehouse, 'claim' | 'release' | 'insertEvents' | 'insertQuarantine' | 'acceptReplays'>;
  readonly directory: DirectorySource;
  readonly metrics: IngesterMetrics;
  readonly logger: Logger;
  /** UTC, milliseconds. */
  readonly now: () => number;
}

/**
 * Reads the log and writes the warehouse. Where it stopped is only a hint (`commit`); that nothing is counted twice
 * is the warehouse's guarantee, so reading a stretch again after a crash, or at the same time as somebody else, is
 * harmless.
 *
 * Memory is bounded: what is being written and what is gathered for the next insert is about 96,000 events each, of
 * all partitions together, and of each partition a batch of 8,000 records (4 KiB each at most) more than its share, and
 * one that is read ahead.
 */
export class Ingester {
  readonly #reader: LogReader;
  readonly #warehouse: IngesterDependencies['warehouse'];
  readonly #writer: GroupWriter;
  readonly #understanding: Understanding;
  readonly #metrics: IngesterMetrics;
  readonly #logger: Logger;
  readonly #stop = new AbortController();
  /** Partitions that are being followed. */
  #followed = 0;
  #running: Promise<void> | null = null;

  constructor({ reader, warehouse, directory, metrics, logger, now }: IngesterDependencies) {
    this.#reader = reader;
    this.#warehouse = warehouse;
    this.#writer = new GroupWriter(warehouse);
    this.#understanding = new Understanding(directory, warehouse, now);
    this.#metrics = metrics;
    this.#logger = logger;
  }

  /** Begins; `onFailure` hears of what should never happen, after which nothing more is written. */
  start(onFailure: (error: unknown) => void): void {
    this.#running = this.#run().catch((error: unknown) => {
      if (!this.#stop.signal.aborted) onFailure(error);
    });
  }

  /** Finishes the batches at hand and stops. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Records that are in the log but not yet in the warehouse. Rejects with LogUnavailableError when nobody knows. */
  async lag(): Promise<number> {
    const behind = await this.#reader.lag();
    this.#metrics.lag.set(behind);
    return behind;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const failed = new AbortController();
    const following: Promise<void>[] = [];
    for await (const owned of this.#reader.partitions(AbortSignal.any([signal, failed.signal]))) {
      const one = this.#follow(owned);
      one.catch(() => failed.abort());
      following.push(one);
    }
    // All of them have ended before the failure of one is told.
    const ends = await Promise.allSettled(following);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Writes a partition for as long as it is ours. */
  async #follow(owned: OwnedPartition): Promise<void> {
    const { partition } = owned;
    const ours = AbortSignal.any([this.#stop.signal, owned.lost]);
    this.#logger.info({ partition }, 'ingester reads a partition of the log');
    this.#followed++;
    try {
      if ((await this.#untilDone(ours, () => this.#warehouse.claim(partition))) === null) return;
      // While rows are being written the next ones are made ready: the engine and this thread work at the same time.
      const gathering = new Gathering(() => MOST_GATHERED / this.#followed);
      const writing = this.#writeAll(owned, ours, gathering).finally(() => gathering.close());
      // Heard of below, perhaps only when the next batch has come.
      writing.catch(() => undefined);
      try {
        for await (const batch of owned.read({ maxRecords: BATCH_RECORDS })) {
          const rows = await this.#untilDone(ours, () => this.#understanding.rowsOf(batch));
          if (rows === null || !(await gathering.add({ rows: rows.value, next: batch.next }))) break;
        }
      } finally {
        gathering.close();
        await writing;
      }
    } finally {
      this.#followed--;
      await this.#warehouse.release(partition);
      owned.release();
      this.#logger.info({ partition }, 'ingester reads this partition no more');
    }
  }

  /** One insert after the other, each of all that was gathered during the one before. */
  async #writeAll(owned: OwnedPartition, ours: AbortSignal, gathering: Gathering): Promise<void> {
    for (let some = await gathering.take(); some !== null; some = await gathering.take()) {
      if (!(await this.#writeAndPass(owned, ours, some))) return;
    }
  }

  /** False: the partition is ours no more, or the ingester stops. */
  async #writeAndPass(owned: OwnedPartition, ours: AbortSignal, { rows, next }: Gathered): Promise<boolean> {
    const written = await this.#untilDone(ours, async () => {
      try {
        await this.#writer.write(owned.partition, rows, ours);
      } catch (error) {
        // Somebody else claimed it. If they own it, we shall hear of that; if not, it is ours to claim back.
        if (error instanceof FencedError) await this.#warehouse.claim(owned.partition);
        throw error;
      }
    });
    if (written === null) return false;
    const { events, quarantined } = rows;
    this.#metrics.events.inc({ outcome: 'event' }, events.length);
    this.#metrics.events.inc({ outcome: 'quarantined' }, quarantined.length);
    this.#metrics.batchRecords.observe(events.length + quarantined.length);
    await owned.commit(next);
    return true;
  }

  /** Tries until it is done; null: the partition was lost, or the ingester told to stop, before that. */
  async #untilDone<T>(ours: AbortSignal, step: () => Promise<T>): Promise<{ readonly value: T } | null> {
    for (let attempt = 0; !ours.aborted; attempt++) {
      try {
        return { value: await step() };
      } catch (error) {
        const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 5_000;
        this.#metrics.retries.inc({ code: codeOf(error) });
        if (!(error instanceof AbandonedError)) {
          this.#logger.warn(
            { err: error, attempt, retryInMs: wait },
            'a batch could not be written and waits in the log',
          );
        }
        await sleep(wait, undefined, { signal: ours }).catch(() => undefined);
      }
    }
    return null;
  }
}

/** What kind of failure it was, as our errors and Node's tell it. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
}
