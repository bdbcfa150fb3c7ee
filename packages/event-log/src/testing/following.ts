// Reads a log as an ingester does, and keeps what it was given.
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogBatch, LoggedRecord, LogReader, OwnedPartition } from '../event-log.ts';

export interface FollowingOptions {
  /** Left out: 1,000. */
  readonly maxRecords?: number;
  /** What is done with a batch before it is committed. */
  readonly deal?: (batch: LogBatch, owned: OwnedPartition) => Promise<void> | void;
}

export class Following {
  readonly reader: LogReader;
  /** Everything that was given out, in order, by partition. */
  readonly records = new Map<number, LoggedRecord[]>();
  readonly damaged: LogBatch['damaged'][number][] = [];
  /** The same, of our records the positions, each time that a partition fell to this reader. */
  readonly stays: { readonly partition: number; readonly positions: number[] }[] = [];
  /** Partitions that are this reader's now. */
  readonly owned = new Set<number>();
  /** How often each partition fell to this reader. */
  readonly gained = new Map<number, number>();
  readonly #options: FollowingOptions;
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;

  constructor(reader: LogReader, options: FollowingOptions = {}) {
    this.reader = reader;
    this.#options = options;
    this.#done = this.#follow();
  }

  /** Positions of our records, by partition. */
  get positions(): Map<number, number[]> {
    const known = [...this.records].map(([partition, records]) => {
      return [
        partition,
        records.filter(({ fault }) => fault === undefined).map(({ origin }) => origin.position),
      ] as const;
    });
    return new Map(known.filter(([, positions]) => positions.length > 0));
  }

  get count(): number {
    return [...this.records.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** Rejects with what went wrong while reading. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.reader.close();
    await this.#done;
  }

  async #follow(): Promise<void> {
    const reading: Promise<void>[] = [];
    for await (const owned of this.reader.partitions(this.#stop.signal)) reading.push(this.#read(owned));
    await Promise.all(reading);
  }

  async #read(owned: OwnedPartition): Promise<void> {
    const { partition } = owned;
    this.owned.add(partition);
    this.gained.set(partition, (this.gained.get(partition) ?? 0) + 1);
    const stay = { partition, positions: [] as number[] };
    this.stays.push(stay);
    owned.lost.addEventListener('abort', () => this.owned.delete(partition));
    try {
      for await (const batch of owned.read({ maxRecords: this.#options.maxRecords ?? 1_000 })) {
        const records = this.records.get(partition) ?? [];
        this.records.set(partition, records);
        records.push(...batch.records);
        for (const { fault, origin } of batch.records) if (fault === undefined) stay.positions.push(origin.position);
        this.damaged.push(...batch.damaged);
        await this.#options.deal?.(batch, owned);
        await owned.commit(batch.next);
      }
    } finally {
      owned.release();
    }
  }
}

/** Waits until it is so. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await isSo()); await sleep(20)) {
    if (Date.now() > end) throw new Error(`within ${withinMs / 1_000} s it did not come about that ${what}`);
  }
}

/** First occurrences of all positions, in order of place. */
export function together(...followings: readonly Following[]): Map<number, number[]> {
  const all = new Map<number, Set<number>>();
  for (const { positions } of followings) {
    for (const [partition, list] of positions) {
      const some = all.get(partition) ?? new Set();
      all.set(partition, some);
      for (const position of list) some.add(position);
    }
  }
  return new Map([...all].map(([partition, some]) => [partition, [...some].sort((a, b) => a - b)]));
}

/** Whether positions leave nothing out from the first on; whoever sent them may have sent some again. */
export function isInOrder(positions: readonly number[], expected: readonly number[]): boolean {
  const place = new Map(expected.map((position, at) => [position, at]));
  let furthest = (place.get(positions[0] ?? -1) ?? 0) - 1;
  return positions.every((position) => {
    const here = place.get(position);
    if (here === undefined || here > furthest + 1) return false;
    furthest = Math.max(furthest, here);
    return true;
  });
}
