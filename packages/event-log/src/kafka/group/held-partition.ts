import { setTimeout as sleep } from 'node:timers/promises';
import type { LogBatch, OwnedPartition } from '../../event-log.ts';
import { batchesOf, expiredBatch } from './batches.ts';
import type { Fetched } from './group-protocol.ts';

export interface HeldPartitionEvents {
  /** There is room for what comes next. */
  wants(): void;
  commit(next: number): void;
  end(): Promise<number>;
}

/**
 * A partition that is this member's, from `position` on. Whoever fetches fills it one answer at a time: no more is
 * fetched before the last batch of that answer is being dealt with. So in memory are at most the batch at hand and one
 * answer (PARTITION_BYTES as compressed, some four times that as lines), and no partition waits for another.
 */
export class HeldPartition implements OwnedPartition {
  readonly partition: number;
  readonly #events: HeldPartitionEvents;
  readonly #lost = new AbortController();
  readonly #released: Promise<void>;
  #release: () => void = () => undefined;
  #waiting: Fetched | LogBatch | null = null;
  #position: number;
  #committed: number;
  #wake: () => void = () => undefined;
  #wasRead = false;

  constructor(partition: number, position: number, events: HeldPartitionEvents) {
    this.partition = partition;
    this.#position = position;
    this.#committed = position;
    this.#events = events;
    this.#released = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Everything before it is dealt with, as far as its reader has said. */
  get committedTo(): number {
    return this.#committed;
  }

  /** Where to fetch from; null: there is no room at present. */
  get wanted(): number | null {
    return this.#waiting === null && !this.lost.aborted ? this.#position : null;
  }

  /** An answer to what was `wanted`; another one, of before the partition was lost and won again, say, is left out. */
  fill(fetched: Fetched): void {
    if (fetched.offset !== this.wanted || fetched.next <= fetched.offset) return;
    this.#position = fetched.next;
    this.#give(fetched);
  }

  /** The oldest that there is lies behind what was `wanted`. */
  skipTo(oldest: number): void {
    const from = this.wanted;
    if (from === null || oldest <= from) return;
    this.#position = oldest;
    this.#give(expiredBatch(this.partition, from, oldest));
  }

  /** What was `wanted` is beyond the end: reads from `offset` on instead. */
  startAt(offset: number): void {
    this.#position = offset;
    this.#committed = offset;
  }

  async *read({ maxRecords }: { readonly maxRecords: number }): AsyncGenerator<LogBatch> {
    // A reading that was broken off may have left out what it had been given.
    if (this.#wasRead) this.#startAgain();
    this.#wasRead = true;
    while (!this.lost.aborted) {
      const waiting = this.#waiting;
      if (waiting === null) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      const batches = 'messages' in waiting ? batchesOf(waiting, maxRecords) : [waiting].values();
      let batch = batches.next();
      while (batch.done !== true && !this.lost.aborted) {
        const following = batches.next();
        if (following.done === true) {
          this.#waiting = null;
          this.#events.wants();
        }
        yield batch.value;
        batch = following;
      }
    }
  }

  async commit(next: number): Promise<void> {
    if (next <= this.#committed) return;
    this.#committed = next;
    this.#events.commit(next);
  }

  /** A topic keeps what it has answered for: its offsets are given once. */
  async shown(): Promise<void> {}

  async committed(): Promise<number> {
    return this.#committed;
  }

  end(): Promise<number> {
    return this.#events.end();
  }

  release(): void {
    this.#release();
  }

  lose(): void {
    this.#lost.abort();
    this.#waiting = null;
    this.#wake();
  }

  /** Resolves with whether it was released in time. */
  async releasedWithin(ms: number): Promise<boolean> {
    const enough = new AbortController();
    const released = this.#released.then(() => true);
    const late = sleep(ms, false, { signal: enough.signal }).catch(() => false);
    try {
      return await Promise.race([released, late]);
    } finally {
      enough.abort();
    }
  }

  #startAgain(): void {
    this.#position = this.#committed;
    this.#waiting = null;
    this.#events.wants();
  }

  #give(waiting: Fetched | LogBatch): void {
    this.#waiting = waiting;
    this.#wake();
  }
}
