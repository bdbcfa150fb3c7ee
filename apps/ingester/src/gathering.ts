import { Change } from './change.ts';
import type { Rows } from './understanding.ts';

/** Rows that are ready, and from where the log is read on once they are written. */
export interface Gathered {
  readonly rows: Rows;
  readonly next: number;
}

/**
 * What a partition has ready while what came before is being written: taken all at once, since an insert costs nearly
 * the same for one batch as for ten. Whoever fills it waits where it is full, so that a slow warehouse slows the
 * reading.
 */
export class Gathering<Batch extends Gathered> {
  readonly #most: () => number;
  readonly #changed = new Change();
  #batches: Batch[] = [];
  #events = 0;
  #isClosed = false;

  /** @param most events from which on it is full; asked each time. */
  constructor(most: () => number) {
    this.#most = most;
  }

  /** Resolves when there is room for more; false: nobody takes anything any more. */
  async add(batch: Batch): Promise<boolean> {
    this.#batches.push(batch);
    this.#events += sizeOf(batch);
    this.#changed.tell();
    while (this.#events >= this.#most() && !this.#isClosed) await this.#changed.wait();
    return !this.#isClosed;
  }

  /** All that is there, as soon as there is something; null once it is closed and empty. */
  async take(): Promise<readonly Batch[] | null> {
    while (this.#batches.length === 0 && !this.#isClosed) await this.#changed.wait();
    const batches = this.#batches;
    this.#batches = [];
    this.#events = 0;
    this.#changed.tell();
    return batches.length === 0 ? null : batches;
  }

  /** Nothing more comes, or nobody takes what comes. */
  close(): void {
    this.#isClosed = true;
    this.#changed.tell();
  }
}

/** How many rows. */
export function sizeOf({ rows }: Pick<Gathered, 'rows'>): number {
  return rows.events.length + rows.statements.length + rows.checks.length + rows.quarantined.length;
}
