import type { Origin, PublicationId, ReaderEvent } from '@readout/events';
import type { SeenCheck } from '../connections.ts';
import type { Block, Engine, InsertTerms, Lines } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { AGGREGATES } from '../schema/aggregates.sql.ts';
import { localName, onCluster, shardOf } from '../schema/table.ts';
import type { BillingStatement } from '../subscriptions.ts';
import type { QuarantinedRecord } from '../warehouse.ts';
import { dropSettled } from './arrivals.sql.ts';
import { checkLines } from './check-lines.ts';
import { eventBlock } from './event-block.ts';
import { Fences } from './fences.ts';
import { Ledger, type Mark, type Row, type Stream, streamKey } from './ledger.ts';
import { type LoggedNotice, NOTICES } from './notices.ts';
import { type OnceOnly, originKey } from './once-only.ts';
import { quarantineLines } from './quarantine-lines.ts';
import { type Progress, rebuildAggregates } from './rebuild.ts';
import { type LoggedReplay, REPLAYS } from './replays.ts';
import { statementLines } from './statement-lines.ts';
import { addStretches, type Stretch, stretchesAfter } from './stretches.sql.ts';

/** What one insert holds at most: far below what ClickHouse makes one block of, so that it is one part. */
const MOST_ROWS = 100_000;
/** Streams of which something is added to an aggregate in one statement: bounds its length. */
const STREAMS_AT_ONCE = 100;

/**
 * Writes each event once to every table. Each table is asked what it holds and gets what is missing, in an insert
 * that is all or nothing; so it makes no difference where a former process died, or whether an insert that
 * failed had been done after all. One thing at a time.
 */
export class Writer {
  readonly #engine: Engine;
  readonly #fences: Fences;
  readonly #events: Ledger;
  readonly #arrivals: Ledger;
  readonly #quarantine: Ledger;
  readonly #aggregates: readonly { readonly aggregate: (typeof AGGREGATES)[number]; readonly ledger: Ledger }[];
  /** Partitions that were being written to when a write failed: perhaps it still runs. */
  readonly #unsettled = new Set<number>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#fences = new Fences(engine);
    this.#events = new Ledger(engine, 'events');
    this.#arrivals = new Ledger(engine, 'arrivals');
    this.#quarantine = new Ledger(engine, 'quarantine');
    this.#aggregates = AGGREGATES.map((aggregate) => ({ aggregate, ledger: new Ledger(engine, aggregate.table) }));
  }

  /** Makes a partition this writer's and brings its aggregates up to its events. */
  claim(partition: number): Promise<void> {
    return this.#inTurn(async () => {
      await this.#fences.claim(partition);
      this.#unsettled.delete(partition);
      this.#forget(partition);
      await this.#heal((stream) => stream.partition === partition);
    });
  }

  release(partition: number): Promise<void> {
    return this.#inTurn(async () => this.#fences.release(partition));
  }

  /** @throws {FencedError} naming the partitions that are somebody else's; nothing was written then. */
  insertEvents(events: readonly ReaderEvent[]): Promise<void> {
    return this.#inTurn(() =>
      this.#guarded(events, async (guard, given) => {
        const streams = given.map(({ partition, collector }) => ({ partition, collector }));
        if (await this.#areLevel(streams)) {
          const ends = await this.#insertMissing('incoming', events, given, guard);
          for (const { ledger } of this.#aggregates) for (const end of ends) ledger.advance(end, end.position);
        } else {
          await this.#insertMissing('events', events, given, guard);
          await this.#catchUp(streams, guard);
        }
      }),
    );
  }

  /**
   * Makes events visible whose verdict is not settled. What `events` holds already is passed over.
   * @param arrived UTC, milliseconds.
   * @throws {FencedError} as `insertEvents`.
   */
  insertArrivals(events: readonly ReaderEvent[], arrived: number): Promise<void> {
    return this.#inTurn(() =>
      this.#guarded(events, async (guard, given) => {
        const missing = await this.#arrivals.missing(await this.#events.missing(events));
        await this.#insert(missing, (some) => eventBlock('arrivals', some, arrived), guard);
        for (const end of missing === events ? given : endsOf(missing)) this.#arrivals.advance(end, end.position);
      }),
    );
  }

  /** Removes arrivals of a partition that are among the events by now. */
  dropSettled(partition: number): Promise<void> {
    return this.#inTurn(async () => {
      const streams = (await this.#events.streams()).filter((stream) => stream.partition === partition);
      // A figure that is behind still needs them.
      if (await this.#areLevel(streams)) await dropSettled(this.#engine, partition, this.#events);
    });
  }

  /** @throws {FencedError} as `insertEvents`. */
  insertQuarantine(records: readonly QuarantinedRecord[]): Promise<void> {
    return this.#inTurn(() =>
      this.#guarded(records, async (guard) => {
        const missing = await this.#quarantine.missing(records);
        await this.#insert(missing, quarantineLines, guard);
        for (const end of endsOf(missing)) this.#quarantine.advance(end, end.position);
      }),
    );
  }

  /** Unguarded: twice is as once, so that it does no harm where another writes the same at the same time. */
  insertStatements(statements: readonly BillingStatement[]): Promise<void> {
    return this.#inTurn(async () => {
      for (let at = 0; at < statements.length; at += MOST_ROWS) {
        await this.#engine.insert(statementLines(statements.slice(at, at + MOST_ROWS)));
      }
    });
  }

  /** Unguarded, as statements are. */
  insertChecks(checks: readonly SeenCheck[]): Promise<void> {
    return this.#inTurn(async () => {
      for (let at = 0; at < checks.length; at += MOST_ROWS) {
        await this.#engine.insert(checkLines(checks.slice(at, at + MOST_ROWS)));
      }
    });
  }

  /**
   * Says which of these replays are to be counted: those whose record no other replay was counted for.
   * @throws {FencedError} as `insertEvents`.
   */
  acceptReplays(replays: readonly LoggedReplay[]): Promise<readonly boolean[]> {
    return this.#accept(replays, REPLAYS);
  }

  /**
   * Says which of these reports of mail providers are to be counted: those that are counted as no other record.
   * @throws {FencedError} as `insertEvents`.
   */
  acceptNotices(notices: readonly LoggedNotice[]): Promise<readonly boolean[]> {
    return this.#accept(notices, NOTICES);
  }

  /** Adds to the aggregates what a former process had no time for. Only where nobody else can be writing. */
  heal(): Promise<void> {
    return this.#inTurn(() => this.#heal(() => true));
  }

  /**
   * Removes a publication's rows from every table. The ledgers are kept first: the rows that go may hold the
   * highest positions, and without them the tables would take what they had held for new.
   */
  deletePublication(publication: PublicationId): Promise<void> {
    return this.#inTurn(async () => {
      // Others may have written since this writer last looked.
      if (this.#engine.isShared) this.#forget();
      await this.#events.keep();
      for (const { ledger } of this.#aggregates) await ledger.keep();
      const { cluster } = this.#engine;
      for (const table of [
        'events',
        'arrivals',
        'notices',
        'billing',
        'checks',
        ...AGGREGATES.map((aggregate) => aggregate.table),
      ]) {
        await this.#engine.command(
          `ALTER TABLE ${localName(table, cluster)}${onCluster(cluster)} DELETE WHERE publication = ${unsigned(publication)} SETTINGS mutations_sync = 2`,
        );
      }
    });
  }

  /** See rebuildAggregates. Others write in between; where they are fenced for a moment, they claim again. */
  rebuild(progress: Progress): Promise<void> {
    return rebuildAggregates(
      this.#engine,
      { inTurn: (work) => this.#inTurn(work), forget: () => this.#forget() },
      progress,
    );
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** Whether what is missing in one table of these streams is missing in all: then one insert serves all. */
  async #areLevel(streams: readonly Stream[]): Promise<boolean> {
    for (const stream of streams) {
      const end = await this.#events.upTo(stream);
      for (const { ledger } of this.#aggregates) if ((await ledger.upTo(stream)) !== end) return false;
    }
    return true;
  }

  /** Which of these came first of all that have the same name; from now on they have. */
  #accept<T extends Row>(rows: readonly T[], { nameOf, known, lines }: OnceOnly<T>): Promise<readonly boolean[]> {
    return this.#inTurn(async () => {
      const firsts = new Map<string, string>();
      await this.#guarded(rows, async (guard) => {
        for (const [name, first] of await known(this.#engine, rows)) firsts.set(name, first);
        const fresh = rows.filter((row) => {
          const isNew = !firsts.has(nameOf(row));
          if (isNew) firsts.set(nameOf(row), originKey(row.origin));
          return isNew;
        });
        await this.#insert(fresh, lines, guard);
      });
      return rows.map((row) => firsts.get(nameOf(row)) === originKey(row.origin));
    });
  }

  /**
   * Where the streams that something was inserted of end now.
   * @param given Where those of `events` end.
   */
  async #insertMissing(
    table: 'incoming' | 'events',
    events: readonly ReaderEvent[],
    given: readonly Origin[],
    guard: string | null,
  ): Promise<readonly Origin[]> {
    const missing = await this.#events.missing(events);
    await this.#insert(missing, (some) => eventBlock(table, some), guard);
    const ends = missing === events ? given : endsOf(missing);
    for (const end of ends) this.#events.advance(end, end.position);
    return ends;
  }

  async #insert<T extends Row>(
    rows: readonly T[],
    toInsert: (rows: readonly T[]) => Lines | Block,
    guard: string | null,
  ) {
    for (const [shard, some] of this.#byShard(rows)) {
      const terms: InsertTerms = { guard, shard };
      for (let at = 0, end = 0; at < some.length; at = end) {
        end = Math.min(at + MOST_ROWS, some.length);
        // The rows of one record are there together or not at all.
        while ((some[end]?.part ?? 0) > 0) end++;
        await this.#engine.insert(toInsert(at === 0 && end === some.length ? some : some.slice(at, end)), terms);
      }
    }
  }

  async #heal(which: (stream: Stream) => boolean): Promise<void> {
    const streams = (await this.#events.streams()).filter(which);
    if (streams.length === 0) return;
    await this.#catchUp(streams, this.#fences.guard(partitionsOf(streams)));
  }

  async #catchUp(streams: readonly Stream[], guard: string | null): Promise<void> {
    for (const { aggregate, ledger } of this.#aggregates) {
      const behind: Stretch[] = [];
      const marks: Mark[] = [];
      for (const stream of streams) {
        const end = await this.#events.upTo(stream);
        const after = await ledger.upTo(stream);
        if (after >= end) continue;
        marks.push({ ...stream, position: end });
        behind.push(...stretchesAfter(stream, after, end));
      }
      for (const stretches of inOrder(behind)) {
        for (const [shard, some] of this.#byShard(stretches.map((stretch) => ({ ...stretch, origin: stretch })))) {
          await this.#engine.command(addStretches(aggregate, some, guard), shard);
        }
        for (const stretch of stretches) ledger.advance(stretch, stretch.upTo);
      }
      // Of some stretches no row came, and none would say the next time that they were looked through.
      await ledger.keepMarks(marks);
    }
  }

  #byShard<T extends { readonly origin: Pick<Origin, 'partition'> }>(
    rows: readonly T[],
  ): Iterable<[number, readonly T[]]> {
    const { cluster } = this.#engine;
    if (cluster === null) return [[0, rows]];
    const byShard = new Map<number, T[]>();
    for (const row of rows) {
      const shard = shardOf(row.origin.partition, cluster);
      const some = byShard.get(shard);
      if (some === undefined) byShard.set(shard, [row]);
      else some.push(row);
    }
    return byShard;
  }

  /**
   * Writes while nobody else may. Whether a failed write was done after all, only the tables know.
   * @param write Gets the last origins of the rows' streams as well: finding them goes through all rows.
   */
  async #guarded(
    rows: readonly Row[],
    write: (guard: string | null, given: readonly Origin[]) => Promise<void>,
  ): Promise<void> {
    const given = endsOf(rows);
    const partitions = partitionsOf(given);
    try {
      const unsettled = new Set([...partitions].filter((partition) => this.#unsettled.has(partition)));
      if (unsettled.size > 0) {
        await this.#fences.settle(unsettled);
        for (const partition of unsettled) {
          this.#forget(partition);
          this.#unsettled.delete(partition);
        }
      }
      await write(this.#fences.guard(partitions), given);
    } catch (error) {
      this.#forget();
      if (isFenced(error)) throw await this.#fences.giveUpLost(partitions);
      for (const partition of partitions) this.#unsettled.add(partition);
      throw error;
    }
  }

  /** What the tables hold of a partition, or of all, is asked anew. */
  #forget(partition?: number): void {
    const ledgers = [this.#events, this.#arrivals, this.#quarantine, ...this.#aggregates.map(({ ledger }) => ledger)];
    for (const ledger of ledgers) ledger.forget(partition);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** The server's answer where a guard did not hold. */
function isFenced(error: unknown): boolean {
  return (
    error instanceof Error &&
    /FUNCTION_THROW_IF_VALUE_IS_NON_ZERO|: FENCED/.test(`${error.message} ${Reflect.get(error, 'type')}`)
  );
}

function partitionsOf(streams: readonly Pick<Stream, 'partition'>[]): ReadonlySet<number> {
  return new Set(streams.map(({ partition }) => partition));
}

/** So that no statement has two stretches of a stream: were it to fail, the first of them must not be passed over. */
function* inOrder(stretches: readonly Stretch[]): Generator<readonly Stretch[]> {
  const rounds: Stretch[][] = [];
  const round = new Map<string, number>();
  for (const stretch of stretches) {
    const key = streamKey(stretch);
    const at = round.get(key) ?? 0;
    round.set(key, at + 1);
    const some = rounds[at] ?? [];
    some.push(stretch);
    rounds[at] = some;
  }
  for (const some of rounds) {
    for (let at = 0; at < some.length; at += STREAMS_AT_ONCE) yield some.slice(at, at + STREAMS_AT_ONCE);
  }
}

/** The last origin of each stream; of one stream they rise. */
function endsOf(rows: readonly Row[]): readonly Origin[] {
  const ends = new Map<string, Origin>();
  let last: Origin | undefined;
  for (const { origin } of rows) {
    if (last !== undefined && (last.partition !== origin.partition || last.collector !== origin.collector)) {
      ends.set(streamKey(last), last);
    }
    last = origin;
  }
  if (last !== undefined) ends.set(streamKey(last), last);
  return [...ends.values()];
}
