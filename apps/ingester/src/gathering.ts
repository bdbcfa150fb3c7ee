import { type Rows, together } from './understanding.ts';

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
export class Gathering {
  readonly #most: () => number;
  #batches: Gathered[] = [];
  #events = 0;
  #isClosed = false;
  #changed: () => void = () => undefined;

  /** @param most events from which on it is full; asked each time. */
  constructor(most: () => number) {
    this.#most = most;
  }

  /** Resolves when there is room for more; false: nobody takes anything any more. */
  async add(batch: Gathered): Promise<boolean> {
    this.#batches.push(batch);
    this.#events += batch.rows.events.length + batch.rows.quarantined.length;
    this.#changed();
    while (this.#events >= this.#most() && !this.#isClosed) await this.#change();
    return !this.#isClosed;
  }

  /** All that is there, as soon as there is something; null once it is closed and empty. */
  async take(): Promise<Gathered | null> {
    while (this.#batches.length === 0 && !this.#isClosed) await this.#change();
    const batches = this.#batches;
    this.#batches = [];
    this.#events = 0;
    this.#changed();
    const last = batches.at(-1);
    if (last === undefined) return null;
    return { rows: together(batches.map(({ rows }) => rows)), next: last.next };
  }

  /** Nothing more comes, or nobody takes what comes. */
  close(): void {
    this.#isClosed = true;
    this.#changed();
  }

  /** One fills it and one takes from it: of both at most one waits, since it is never full and empty at once. */
  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = resolve;
    });
  }
}
