import { setTimeout as sleep } from 'node:timers/promises';
import { Change } from './change.ts';
import { type Gathered, sizeOf } from './gathering.ts';

/** A batch that waits for what comes after it. */
export interface WaitingBatch extends Gathered {
  /** When its last fetch was, UTC, milliseconds; 0: it has none, and waits for nothing. */
  readonly lastFetch: number;
}

/** Events settled at once, as long as there are more: bounds a statement and the time that this thread is busy. */
const MOST_AT_ONCE = 96_000;
/**
 * While the log is being caught up with, a stretch is settled when it is this part of what waits: each stretch goes
 * through all of that once.
 */
const WORTHWHILE = 0.25;
/** Nor does a trickle become a part of the table each moment. */
const PAUSE_MS = 5_000;
/**
 * What could be settled at once is gathered for so long while more is being read: an import is read faster than it is
 * written, and each insert makes a part of every table, whose files are synced and merged later.
 */
const GATHERS_MS = 1_000;
const LOOK_AGAIN_MS = 250;

/**
 * Batches of one partition, in the order of the log, that wait until everything that may change their verdicts has
 * been read. Bounded: where more comes than may wait, the oldest are judged by what there is.
 */
export class Waiting<Batch extends WaitingBatch> {
  readonly #settlesAfterMs: number;
  readonly #most: () => number;
  readonly #now: () => number;
  readonly #changed = new Change();
  readonly #batches: Batch[] = [];
  #events = 0;
  /** Time of the last fetch that was read of the partition; never ahead of the clock. */
  #readUpTo = 0;
  /** Since when nothing has come, by `performance.now()`; null: something is being read. */
  #idleSince: number | null = null;
  #tookAt = Number.NEGATIVE_INFINITY;
  #isClosed = false;
  /** Time of the last fetch of all that waits. */
  #latest = 0;

  /** @param most events from which on none may wait any longer; asked each time. */
  constructor({
    settlesAfterMs,
    most,
    now,
  }: { readonly settlesAfterMs: number; readonly most: () => number; readonly now: () => number }) {
    this.#settlesAfterMs = settlesAfterMs;
    this.#most = most;
    this.#now = now;
  }

  get events(): number {
    return this.#events;
  }

  /** All that waits, oldest first. */
  get batches(): readonly Batch[] {
    return this.#batches;
  }

  /** Whether all of it could be settled now, as far as the clock is concerned: then nothing of it need be shown before. */
  isOld({ lastFetch }: Batch): boolean {
    return Math.max(this.#latest, lastFetch) + this.#settlesAfterMs <= this.#now();
  }

  /** Resolves when there is room for more; false: nobody takes anything any more. */
  async add(batch: Batch): Promise<boolean> {
    this.#idleSince = null;
    this.#batches.push(batch);
    this.#events += sizeOf(batch);
    this.#latest = Math.max(this.#latest, batch.lastFetch);
    this.#readUpTo = Math.max(this.#readUpTo, batch.lastFetch);
    this.#changed.tell();
    while (this.#isFull && !this.#isClosed) await this.#changed.wait();
    return !this.#isClosed;
  }

  /** Nothing more is in the log at this moment. */
  idle(): void {
    this.#idleSince ??= performance.now();
  }

  /** The next batches to be settled, as soon as it is worth while; null once it is closed. */
  async take(): Promise<readonly Batch[] | null> {
    for (;;) {
      if (this.#isClosed) return null;
      const ripe = this.#ripe();
      if (ripe > 0) return this.#takeFirst(ripe);
      await Promise.race([this.#changed.wait(), sleep(LOOK_AGAIN_MS, undefined, { ref: false })]);
    }
  }

  /** Nobody takes what comes. What waits is read again by whoever has the partition next. */
  close(): void {
    this.#isClosed = true;
    this.#changed.tell();
  }

  get #isFull(): boolean {
    return this.#events >= this.#most();
  }

  /** How many batches are to be settled now. */
  #ripe(): number {
    const isIdle = this.#idleSince !== null && performance.now() - this.#idleSince > LOOK_AGAIN_MS;
    const horizon = Math.max(0, (isIdle ? this.#now() : this.#readUpTo) - this.#settlesAfterMs);
    let batches = 0;
    let events = 0;
    for (const batch of this.#batches) {
      if (events >= MOST_AT_ONCE || (batch.lastFetch > horizon && !(this.#isFull && events < this.#events / 2))) break;
      batches++;
      events += sizeOf(batch);
    }
    const isAll = batches === this.#batches.length;
    const isEnough = events >= MOST_AT_ONCE || (events >= this.#events * WORTHWHILE && !isAll) || this.#isFull;
    const isGathered = performance.now() - this.#tookAt >= (isAll ? GATHERS_MS : PAUSE_MS);
    return isEnough || isGathered || (isAll && isIdle) ? batches : 0;
  }

  #takeFirst(batches: number): readonly Batch[] {
    const taken = this.#batches.splice(0, batches);
    for (const batch of taken) this.#events -= sizeOf(batch);
    if (this.#batches.length === 0) this.#latest = 0;
    this.#tookAt = performance.now();
    this.#changed.tell();
    return taken;
  }
}
