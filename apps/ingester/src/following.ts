import { setTimeout as sleep } from 'node:timers/promises';
import type { LogBatch, OwnedPartition } from '@readout/event-log';
import type { ReaderEvent } from '@readout/events';
import { isFetch } from '@readout/settling';
import { FencedError, type Warehouse } from '@readout/warehouse';
import type { Logger } from 'pino';
import { Gathering, sizeOf } from './gathering.ts';
import { AbandonedError, type GroupWriter } from './group-writer.ts';
import type { IngesterMetrics } from './metrics.ts';
import type { Settler } from './settler.ts';
import { type Rows, together, type Understanding } from './understanding.ts';
import { Waiting, type WaitingBatch } from './waiting.ts';

const RETRY_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const;
const DROP_EVERY_MS = 30_000;

export interface FollowingParts {
  readonly owned: OwnedPartition;
  readonly understanding: Understanding;
  readonly settler: Settler;
  /** Makes events visible, by their first verdict. */
  readonly arrivals: GroupWriter;
  /** Writes them for good. */
  readonly settled: GroupWriter;
  readonly warehouse: Pick<Warehouse, 'claim' | 'release' | 'dropSettled'>;
  readonly metrics: IngesterMetrics;
  readonly logger: Logger;
  /** Aborts when the ingester is to stop. */
  readonly stop: AbortSignal;
  readonly now: () => number;
  readonly settlesAfterMs: number;
  /** Events gathered for an insert, and events waiting to be settled, that this partition may have; asked each time. */
  readonly mostGathered: () => number;
  readonly mostWaiting: () => number;
  /** Records understood in one go. */
  readonly batchRecords: number;
}

/** A batch, and whether it can be asked for by now. */
interface Shown extends WaitingBatch {
  isShown: boolean;
}

/**
 * One partition for as long as it is ours: read, made visible, settled and written, in two queues that do not wait for
 * each other. Only what is settled is committed: after a crash, what waited is read again.
 */
export class Following {
  readonly #parts: FollowingParts;
  readonly #ours: AbortSignal;
  readonly #closing = new AbortController();
  readonly #gathering: Gathering<Shown>;
  readonly #waiting: Waiting<Shown>;
  /** Batches that cannot be asked for yet, and those after them. */
  readonly #unshown: Shown[] = [];
  #shownTo: number | null = null;
  /** Since arrivals were dropped last. */
  #hasSettled = true;

  constructor(parts: FollowingParts) {
    this.#parts = parts;
    this.#ours = AbortSignal.any([parts.stop, parts.owned.lost]);
    this.#gathering = new Gathering(parts.mostGathered);
    this.#waiting = new Waiting({ settlesAfterMs: parts.settlesAfterMs, most: parts.mostWaiting, now: parts.now });
  }

  get partition(): number {
    return this.#parts.owned.partition;
  }

  /** Everything before this position can be asked for; null: nothing is known yet. */
  get shownTo(): number | null {
    return this.#shownTo;
  }

  /** How many positions can be asked for, but are not committed. */
  async settling(): Promise<number> {
    return this.#shownTo === null ? 0 : Math.max(0, this.#shownTo - (await this.#parts.owned.committed()));
  }

  /** Events whose verdict is not settled yet. */
  get waiting(): number {
    return this.#waiting.events;
  }

  async run(): Promise<void> {
    const { owned, warehouse, logger } = this.#parts;
    const { partition } = owned;
    logger.info({ partition }, 'ingester reads a partition of the log');
    try {
      if ((await this.#untilDone(() => warehouse.claim(partition))) === null) return;
      const ends = [this.#showAll(), this.#settleAll()].map((end) => end.finally(() => this.#close()));
      ends.push(this.#dropAll());
      // Heard of below, perhaps only when the next batch has come.
      for (const end of ends) end.catch(() => undefined);
      try {
        await this.#readAll();
      } finally {
        this.#close();
        await Promise.all(ends);
      }
    } finally {
      await warehouse.release(partition);
      owned.release();
      logger.info({ partition }, 'ingester reads this partition no more');
    }
  }

  #close(): void {
    this.#closing.abort();
    this.#gathering.close();
    this.#waiting.close();
  }

  async #readAll(): Promise<void> {
    const { owned, understanding, batchRecords, now } = this.#parts;
    const batches = owned.read({ maxRecords: batchRecords })[Symbol.asyncIterator]();
    try {
      for (;;) {
        const reading = batches.next();
        const read = await Promise.race([reading, soon()]);
        if (read === undefined) this.#waiting.idle();
        const { done, value } = read ?? (await reading);
        if (done) return;
        const batch: LogBatch = value;
        // Which notices and replays count is written down.
        const understood = await this.#asOwner(() => understanding.rowsOf(batch));
        if (understood === null) return;
        const one: Shown = {
          rows: understood.value,
          next: batch.next,
          lastFetch: lastFetchOf(understood.value.events, now()),
          isShown: false,
        };
        this.#unshown.push(one);
        // Of two queues the second is not to begin with what the first has not heard of.
        if (!this.#waiting.isOld(one) && !(await this.#gathering.add(one))) return;
        if (!(await this.#waiting.add(one))) return;
      }
    } finally {
      await batches.return?.(undefined);
    }
  }

  /** One insert after the other, each of all that was gathered during the one before. */
  async #showAll(): Promise<void> {
    const { owned, arrivals } = this.#parts;
    for (let some = await this.#gathering.take(); some !== null; some = await this.#gathering.take()) {
      const rows = together(some.map((one) => one.rows));
      if ((await this.#asOwner(() => arrivals.write(owned.partition, rows, this.#ours))) === null) return;
      await this.#show(some);
    }
  }

  async #settleAll(): Promise<void> {
    const { owned, settled, settler, metrics } = this.#parts;
    for (let some = await this.#waiting.take(); some !== null; some = await this.#waiting.take()) {
      const gathered = together(some.map(({ rows }) => rows));
      const later = this.#waiting.batches.map(({ rows }) => rows.events);
      const judged = await this.#untilDone(() => settler.settle(gathered.events, later));
      if (judged === null) return;
      // Statements and checks need no verdict: what was shown is written.
      const { statements, checks } = together(some.filter(({ isShown }) => !isShown).map(({ rows }) => rows));
      const rows: Rows = { ...gathered, statements, checks, events: judged.value };
      if ((await this.#asOwner(() => settled.write(owned.partition, rows, this.#ours))) === null) return;
      metrics.batchRecords.observe(sizeOf({ rows }));
      await this.#show(some);
      const next = some.at(-1)?.next ?? 0;
      await owned.commit(next);
      this.#hasSettled = true;
    }
  }

  /** These were written, for good or as arrivals. */
  async #show(batches: readonly Shown[]): Promise<void> {
    const { events } = this.#parts.metrics;
    for (const one of batches) {
      if (one.isShown) continue;
      one.isShown = true;
      events.inc({ outcome: 'event' }, one.rows.events.length);
      events.inc({ outcome: 'statement' }, one.rows.statements.length);
      events.inc({ outcome: 'quarantined' }, one.rows.quarantined.length);
    }
    for (let [first, second] = this.#unshown; first?.isShown; [first, second] = this.#unshown) {
      // Of a message of Kafka's that was given out in parts, all of them are needed.
      if (second?.next !== first.next) this.#shownTo = first.next;
      this.#unshown.shift();
    }
    if (this.#shownTo !== null) await this.#parts.owned.shown(this.#shownTo);
  }

  /**
   * Lets go of what was shown and is settled by now; a former process may have left some. What cannot be dropped is the
   * next time: it counts for nothing, and only makes questions slower.
   */
  async #dropAll(): Promise<void> {
    const { warehouse, logger } = this.#parts;
    const ends = AbortSignal.any([this.#ours, this.#closing.signal]);
    while (!ends.aborted) {
      await sleep(DROP_EVERY_MS, undefined, { signal: ends, ref: false }).catch(() => undefined);
      if (ends.aborted || !this.#hasSettled) continue;
      this.#hasSettled = false;
      try {
        await warehouse.dropSettled(this.partition);
      } catch (error) {
        this.#hasSettled = true;
        logger.warn({ err: error, partition: this.partition }, 'settled arrivals could not be dropped');
      }
    }
  }

  /** As `#untilDone`, for what only the partition's owner may do. */
  #asOwner<T>(step: () => Promise<T>): Promise<{ readonly value: T } | null> {
    return this.#untilDone(async () => {
      try {
        return await step();
      } catch (error) {
        // Somebody else claimed it. If they own it, we shall hear of that; if not, it is ours to claim back.
        if (error instanceof FencedError) await this.#parts.warehouse.claim(this.partition);
        throw error;
      }
    });
  }

  /** Tries until it is done; null: the partition was lost, or the ingester told to stop, before that. */
  async #untilDone<T>(step: () => Promise<T>): Promise<{ readonly value: T } | null> {
    const { metrics, logger } = this.#parts;
    for (let attempt = 0; !this.#ours.aborted; attempt++) {
      try {
        return { value: await step() };
      } catch (error) {
        const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 5_000;
        metrics.retries.inc({ code: codeOf(error) });
        if (!(error instanceof AbandonedError)) {
          logger.warn({ err: error, attempt, retryInMs: wait }, 'a batch could not be written and waits in the log');
        }
        await sleep(wait, undefined, { signal: this.#ours }).catch(() => undefined);
      }
    }
    return null;
  }
}

/** Nothing, in a moment: for telling a log that has no more from one that is merely slow. */
function soon(): Promise<undefined> {
  return sleep(20, undefined, { ref: false });
}

/**
 * Facts may be as old as they like, and a collector's clock a little ahead. What is imported comes in no order of time,
 * so that waiting for what is later would tell nothing of it.
 */
function lastFetchOf(events: readonly ReaderEvent[], now: number): number {
  let last = 0;
  for (const event of events) {
    if (event.time > last && event.source !== 'import' && isFetch(event)) last = event.time;
  }
  return Math.min(last, now);
}

/** What kind of failure it was, as our errors and Node's tell it. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
}
