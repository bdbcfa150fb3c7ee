import { setTimeout as sleep } from 'node:timers/promises';
import { decodeRecord, type PublicationId } from '@readout/events';
import type { Outbox } from '@readout/forwarding';
import { type Warehouse, WarehouseUnavailableError } from '@readout/warehouse';

const LOOK_AFTER_MS = 100;
const LOOK_SELDOM_MS = 1_000;
/** Nothing more has come for so long: perhaps the rest never will. */
const STANDSTILL_MS = 5_000;
const READ_AT_ONCE = 1_000;

export interface ArrivalParts {
  readonly outbox: Pick<Outbox, 'spool' | 'sentOnBefore'>;
  readonly warehouse: Pick<Warehouse, 'recordsHeld'>;
  readonly publicationExists: (id: PublicationId) => Promise<boolean>;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/**
 * Tells when what this process was told is in the warehouse, with Kafka and ingesters in between: by asking the
 * warehouse for the positions of its own log.
 *
 * What a former process of this log had sent on is taken for held. If some of it is not yet, and belongs to a
 * publication that is being removed, the ingester puts it aside, since it is in no catalog any more.
 */
export class Arrival {
  readonly #parts: ArrivalParts;
  /** Everything before it is known to be held. */
  #held: number;

  constructor(parts: ArrivalParts) {
    this.#parts = parts;
    this.#held = parts.outbox.sentOnBefore;
  }

  /** Resolves when all that the log holds at this moment is in the warehouse or never will be; or at `signal`. */
  async ofEverything(): Promise<void> {
    const { outbox, signal } = this.#parts;
    const { spool } = outbox;
    const end = await spool.end(0);
    for (let wait = LOOK_AFTER_MS; !signal.aborted && (await spool.committed(0)) < end; ) {
      await this.#pause(wait);
      wait = Math.min(2 * wait, LOOK_SELDOM_MS);
    }
    await this.#untilHeld(end);
  }

  async #untilHeld(end: number): Promise<void> {
    const { outbox, signal } = this.#parts;
    let count = -1;
    let since = Date.now();
    for (let wait = LOOK_AFTER_MS; !signal.aborted; wait = Math.min(2 * wait, LOOK_SELDOM_MS)) {
      const from = this.#held;
      if (from >= end) return;
      const held = await this.#countHeld(outbox.spool.collector, from, end);
      if (held !== count) since = Date.now();
      count = held;
      const isStill = Date.now() - since > STANDSTILL_MS;
      if (held >= end - from || (isStill && held + (await this.#gone(from, end)) >= end - from)) {
        this.#held = Math.max(end, this.#held);
        return;
      }
      await this.#pause(wait);
    }
  }

  /** While ClickHouse is away, none: it is waited for, as the ingesters do. */
  async #countHeld(collector: number, from: number, end: number): Promise<number> {
    try {
      return await this.#parts.warehouse.recordsHeld(collector, from, end);
    } catch (error) {
      if (error instanceof WarehouseUnavailableError) return 0;
      throw error;
    }
  }

  /**
   * How many records between two positions are not to be found in the warehouse: they could not be read back from the
   * disk, or their publication was removed, perhaps by another process.
   */
  async #gone(from: number, end: number): Promise<number> {
    const { outbox, publicationExists } = this.#parts;
    const stop = new AbortController();
    const known = new Map<number, boolean>();
    let gone = 0;
    for await (const batch of outbox.spool.read({
      partition: 0,
      from,
      maxRecords: READ_AT_ONCE,
      signal: stop.signal,
    })) {
      for (const { first, last } of batch.damaged) gone += Math.min(last, end - 1) - first + 1;
      for (const { origin, line } of batch.records) {
        if (origin.position >= end) break;
        const decoded = decodeRecord(line);
        if (!decoded.ok || decoded.record.type !== 'fact') continue;
        const publication = decoded.record.publication as PublicationId;
        const exists = known.get(publication) ?? (await publicationExists(publication));
        known.set(publication, exists);
        if (!exists) gone++;
      }
      if (batch.next >= end) stop.abort();
    }
    return gone;
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#parts.signal }).catch(() => undefined);
  }
}
