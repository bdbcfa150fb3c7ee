import { SETTLES_AFTER_MS } from '@readout/engagement';
import type { LogReader, OwnedPartition } from '@readout/event-log';
import type { Warehouse } from '@readout/warehouse';
import type { Logger } from 'pino';
import type { Classifier } from './classifier.ts';
import { Directory, type DirectorySource } from './directory.ts';
import { Following } from './following.ts';
import { GroupWriter } from './group-writer.ts';
import type { IngesterMetrics } from './metrics.ts';
import { Settler } from './settler.ts';
import { Understanding } from './understanding.ts';

/** Most records understood in one go: this thread does nothing else in the meantime (20 to 50 ms). */
const BATCH_RECORDS = 8_000;
/** Events that are gathered of all partitions together while others are being written; of each, a batch at least. */
const MOST_GATHERED = 96_000;
/** Events of all partitions together that wait to be settled: about 300 bytes each. */
const MOST_WAITING = 400_000;

export interface IngesterDependencies {
  readonly reader: LogReader;
  readonly warehouse: Pick<
    Warehouse,
    | 'claim'
    | 'release'
    | 'insertEvents'
    | 'insertArrivals'
    | 'dropSettled'
    | 'earlierFetches'
    | 'insertQuarantine'
    | 'insertStatements'
    | 'insertChecks'
    | 'acceptReplays'
    | 'acceptNotices'
  >;
  readonly directory: DirectorySource;
  readonly metrics: IngesterMetrics;
  readonly logger: Logger;
  /** Left out: packages/engagement. */
  readonly classifier?: Classifier;
  /** UTC, milliseconds. */
  readonly now: () => number;
  /** How long what comes after a fetch may change its verdict, milliseconds. Default `SETTLES_AFTER_MS`; 0: not at all. */
  readonly settlesAfterMs?: number;
}

/**
 * Reads the log and writes the warehouse. Where it stopped is only a hint (`commit`); that nothing is counted twice
 * is the warehouse's guarantee, so reading a stretch again after a crash, or at the same time as somebody else, is
 * harmless.
 *
 * Memory is bounded: what is being written and what is gathered for the next insert is about 96,000 events each, and
 * what waits to be settled 400,000, of all partitions together; and of each partition a batch of 8,000 records (4 KiB
 * each at most) more than its share, and one that is read ahead.
 */
export class Ingester {
  readonly #deps: IngesterDependencies;
  readonly #directory: Directory;
  readonly #understanding: Understanding;
  readonly #arrivals: GroupWriter;
  readonly #settled: GroupWriter;
  readonly #stop = new AbortController();
  readonly #followed = new Set<Following>();
  #running: Promise<void> | null = null;

  constructor(deps: IngesterDependencies) {
    const { warehouse, directory, now } = deps;
    this.#deps = deps;
    this.#directory = new Directory(directory);
    this.#understanding = new Understanding(this.#directory, warehouse, now, deps.classifier);
    this.#arrivals = new GroupWriter(warehouse, (events) => warehouse.insertArrivals(events, now()));
    this.#settled = new GroupWriter(warehouse, (events) => warehouse.insertEvents(events));
  }

  /** Begins; `onFailure` hears of what should never happen, after which nothing more is written. */
  start(onFailure: (error: unknown) => void): void {
    this.#running = this.#run().catch((error: unknown) => {
      if (!this.#stop.signal.aborted) onFailure(error);
    });
  }

  /** Finishes what is being written and stops. What waits to be settled is read again after the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Records that are in the log and cannot be asked for yet. Rejects with LogUnavailableError when nobody knows. */
  async lag(): Promise<number> {
    const uncommitted = await this.#deps.reader.lag();
    let [settling, waiting] = [0, 0];
    for (const one of this.#followed) {
      settling += await one.settling();
      waiting += one.waiting;
    }
    this.#deps.metrics.waiting.set(waiting);
    const behind = Math.max(0, uncommitted - settling);
    this.#deps.metrics.lag.set(behind);
    return behind;
  }

  /** Everything before this position of a partition can be asked for; null: it is not followed here, or nobody knows yet. */
  shownTo(partition: number): number | null {
    for (const one of this.#followed) if (one.partition === partition) return one.shownTo;
    return null;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const failed = new AbortController();
    const following: Promise<void>[] = [];
    for await (const owned of this.#deps.reader.partitions(AbortSignal.any([signal, failed.signal]))) {
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
    const { warehouse, metrics, logger, now, classifier, settlesAfterMs = SETTLES_AFTER_MS } = this.#deps;
    const following = new Following({
      owned,
      understanding: this.#understanding,
      settler: new Settler(this.#directory, warehouse, metrics, now, classifier),
      arrivals: this.#arrivals,
      settled: this.#settled,
      warehouse,
      metrics,
      logger,
      stop: this.#stop.signal,
      now,
      settlesAfterMs,
      mostGathered: () => MOST_GATHERED / this.#followed.size,
      mostWaiting: () => MOST_WAITING / this.#followed.size,
      batchRecords: BATCH_RECORDS,
    });
    this.#followed.add(following);
    try {
      await following.run();
    } finally {
      this.#followed.delete(following);
    }
  }
}
