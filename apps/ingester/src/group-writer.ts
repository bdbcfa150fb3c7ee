import { setTimeout as sleep } from 'node:timers/promises';
import { FencedError, type Warehouse } from '@readout/warehouse';
import { sizeOf } from './gathering.ts';
import { type Rows, together } from './understanding.ts';

/** A group below this is followed by a pause, so that a trickle of hits does not become a part each. */
const SMALL_GROUP = 2_000;
const PAUSE_MS = 150;
/** From so many events on no other partition's join a group: bounds how long one waits for its rows to be written. */
const MOST_EVENTS = 40_000;

interface Pending {
  readonly partition: number;
  readonly rows: Rows;
  readonly taken: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The rows were not written, and need not have been: nothing has gone wrong with them. */
export class AbandonedError extends Error {
  readonly code = 'ABANDONED';
}

/**
 * Writes what partitions have ready all at once: an insert costs the same for one row as for many, and a table takes
 * few of them a second. What fails, fails for every partition of the group, which then bring their rows again.
 */
export class GroupWriter {
  readonly #warehouse: Pick<Warehouse, 'insertQuarantine' | 'insertStatements' | 'insertChecks'>;
  readonly #insert: (events: Rows['events']) => Promise<void>;
  #pending: Pending[] = [];
  #writing: Promise<void> | null = null;

  /** @param insert Where the events go. */
  constructor(
    warehouse: Pick<Warehouse, 'insertQuarantine' | 'insertStatements' | 'insertChecks'>,
    insert: (events: Rows['events']) => Promise<void>,
  ) {
    this.#warehouse = warehouse;
    this.#insert = insert;
  }

  /**
   * Resolves when the rows are in the warehouse. Rejects with AbandonedError when `signal` aborts before they are
   * taken up, with FencedError when the partition is somebody else's, or with what ClickHouse said: perhaps they
   * were written then, perhaps not.
   */
  write(partition: number, rows: Rows, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abandon = () => {
        this.#pending = this.#pending.filter((one) => one !== pending);
        reject(new AbandonedError(`partition ${partition} is not written any more`));
      };
      const pending: Pending = {
        partition,
        rows,
        // From then on its outcome is waited for.
        taken: () => signal.removeEventListener('abort', abandon),
        resolve,
        reject,
      };
      if (signal.aborted) return abandon();
      signal.addEventListener('abort', abandon, { once: true });
      this.#pending.push(pending);
      this.#writing ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    // Whoever else is ready in this moment comes along.
    await null;
    while (this.#pending.length > 0) {
      const group = this.#takeGroup();
      const rows = together(group.map((one) => one.rows));
      await this.#writeGroup(group, rows);
      if (sizeOf({ rows }) < SMALL_GROUP) await sleep(PAUSE_MS);
    }
    this.#writing = null;
  }

  async #writeGroup(group: readonly Pending[], { events, statements, checks, quarantined }: Rows) {
    try {
      if (statements.length > 0) await this.#warehouse.insertStatements(statements);
      if (checks.length > 0) await this.#warehouse.insertChecks(checks);
      if (quarantined.length > 0) await this.#warehouse.insertQuarantine(quarantined);
      if (events.length > 0) await this.#insert(events);
      for (const { resolve } of group) resolve();
    } catch (error) {
      // Those that are not fenced were only in bad company: their rows come again.
      for (const { partition, reject } of group) {
        const isInnocent = error instanceof FencedError && !error.partitions.includes(partition);
        reject(isInnocent ? new AbandonedError('another partition of the group was fenced') : error);
      }
    }
  }

  #takeGroup(): readonly Pending[] {
    let count = 0;
    let end = 0;
    while (end < this.#pending.length && (end === 0 || count < MOST_EVENTS)) {
      count += this.#pending[end]?.rows.events.length ?? 0;
      end++;
    }
    const group = this.#pending.splice(0, end);
    for (const { taken } of group) taken();
    return group;
  }
}
