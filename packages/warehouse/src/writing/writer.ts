import type { Origin, PublicationId, ReaderEvent } from '@readout/events';
import type { Engine, Lines } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import type { QuarantinedRecord } from '../warehouse.ts';
import { AGGREGATES, addStretch } from './aggregates.sql.ts';
import { eventLines, quarantineLines } from './event-lines.ts';
import { Ledger, type Row, type Stream } from './ledger.ts';

/** What one insert holds at most: far below what ClickHouse makes one block of, so that it is one part. */
const MOST_ROWS = 50_000;
/** Positions added to an aggregate in one statement; bounds its memory when a long stretch is caught up. */
const STRETCH = 500_000;

/**
 * Writes each event once to every table. Each table is asked what it holds and gets what is missing, in an insert
 * that is all or nothing; so it makes no difference where a former process died, or whether an insert that
 * failed had been done after all. One thing at a time.
 */
export class Writer {
  readonly #engine: Engine;
  readonly #events: Ledger;
  readonly #quarantine: Ledger;
  readonly #aggregates: readonly { readonly aggregate: (typeof AGGREGATES)[number]; readonly ledger: Ledger }[];
  #last: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#events = new Ledger(engine, 'events');
    this.#quarantine = new Ledger(engine, 'quarantine');
    this.#aggregates = AGGREGATES.map((aggregate) => ({ aggregate, ledger: new Ledger(engine, aggregate.table) }));
  }

  insertEvents(events: readonly ReaderEvent[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#insertMissing(events, this.#events, eventLines);
      await this.#catchUp(distinctStreams(events.map(({ origin }) => origin)));
    });
  }

  insertQuarantine(records: readonly QuarantinedRecord[]): Promise<void> {
    return this.#inTurn(() => this.#insertMissing(records, this.#quarantine, quarantineLines));
  }

  /** Adds to the aggregates what a former process had no time for. */
  heal(): Promise<void> {
    return this.#inTurn(async () => this.#catchUp(await this.#events.streams()));
  }

  /**
   * Removes a publication's rows from every table. The ledgers are kept first: the rows that go may hold the
   * highest positions, and without them the tables would take what they had held for new.
   */
  deletePublication(publication: PublicationId): Promise<void> {
    return this.#inTurn(async () => {
      await this.#events.keep();
      for (const { ledger } of this.#aggregates) await ledger.keep();
      for (const table of ['events', ...AGGREGATES.map((aggregate) => aggregate.table)]) {
        await this.#engine.command(
          `ALTER TABLE ${table} DELETE WHERE publication = ${unsigned(publication)} SETTINGS mutations_sync = 2`,
        );
      }
    });
  }

  async #insertMissing<T extends Row>(
    rows: readonly T[],
    ledger: Ledger,
    toLines: (rows: readonly T[]) => Lines,
  ): Promise<void> {
    const missing = await ledger.missing(rows);
    for (let at = 0, end = 0; at < missing.length; at = end) {
      end = Math.min(at + MOST_ROWS, missing.length);
      // The rows of one record are there together or not at all.
      while ((missing[end]?.part ?? 0) > 0) end++;
      const some = missing.slice(at, end);
      await this.#orForget(ledger, () => this.#engine.insert(toLines(some)));
      for (const { origin } of some) ledger.advance(origin, origin.position);
    }
  }

  async #catchUp(streams: readonly Stream[]): Promise<void> {
    for (const stream of streams) {
      const end = await this.#events.upTo(stream);
      for (const { aggregate, ledger } of this.#aggregates) {
        for (let after = await ledger.upTo(stream); after < end; after = await ledger.upTo(stream)) {
          const upTo = Math.min(end, after + STRETCH);
          const statement = addStretch(aggregate, {
            partition: unsigned(stream.partition),
            collector: unsigned(stream.collector),
            from: unsigned(after + 1),
            upTo: unsigned(upTo),
          });
          await this.#orForget(ledger, () => this.#engine.command(statement));
          // Also where no event of the stretch belonged into this table.
          ledger.advance(stream, upTo);
        }
      }
    }
  }

  /** Whether a failed write was done after all only the table knows. */
  async #orForget(ledger: Ledger, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      ledger.forget();
      throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#last;
  }
}

function distinctStreams(origins: readonly Origin[]): Stream[] {
  const streams = new Map<string, Stream>();
  for (const { partition, collector } of origins) streams.set(`${partition} ${collector}`, { partition, collector });
  return [...streams.values()];
}
