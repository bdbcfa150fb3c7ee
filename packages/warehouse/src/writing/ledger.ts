import type { Origin } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

/** The tables that carry the origins of what they hold. */
export type LedgerTable = 'events' | 'arrivals' | 'issue_figures' | 'issue_activity' | 'link_figures' | 'quarantine';

/** One collector's records as they come through one partition: within it positions only rise. */
export interface Stream {
  readonly partition: number;
  readonly collector: number;
}

/** Up to where a table holds a stream. */
export interface Mark extends Stream {
  readonly position: number;
}

/** What is written: one of the rows that a record became. */
export interface Row {
  readonly origin: Origin;
  readonly part?: number;
}

/** No part comes after it: of what the table holds every part is there. */
const LAST_PART = Number.POSITIVE_INFINITY;
/** Nothing of a stream is held. */
const NOTHING = -1;

/**
 * Knows up to which position a table holds each stream: from the table's own rows, so that it can never say
 * anything else than they do. Read once, then kept in memory; `forget` after an insert whose outcome is unknown, and
 * of a partition that somebody else may have written to.
 */
export class Ledger {
  readonly #engine: Engine;
  readonly #table: LedgerTable;
  #marks: Map<string, Mark> | null = null;
  /** Partitions of which the marks hold no more. */
  readonly #stale = new Set<number>();

  constructor(engine: Engine, table: LedgerTable) {
    this.#engine = engine;
    this.#table = table;
  }

  /** Everything of the stream up to this position is in the table; -1: nothing is. */
  async upTo(stream: Stream): Promise<number> {
    return (await this.#known()).get(streamKey(stream))?.position ?? NOTHING;
  }

  /** Every stream that it holds anything of, and up to where. */
  async streams(): Promise<readonly Mark[]> {
    return [...(await this.#known()).values()];
  }

  /**
   * Those that the table does not hold yet, by their origins, without repeats among themselves. Where that is all of
   * them, as nearly always, it is the same array.
   */
  async missing<T extends Row>(rows: readonly T[]): Promise<readonly T[]> {
    const known = await this.#known();
    const marks = new Map<string, { position: number; part: number }>();
    let stream: Stream = { partition: NOTHING, collector: NOTHING };
    let mark = { position: NOTHING, part: LAST_PART };
    const isMissing = ({ origin, part = 0 }: T) => {
      // Rows of one stream mostly follow one another.
      if (origin.partition !== stream.partition || origin.collector !== stream.collector) {
        const key = streamKey(origin);
        stream = origin;
        mark = marks.get(key) ?? { position: known.get(key)?.position ?? NOTHING, part: LAST_PART };
        marks.set(key, mark);
      }
      const isNext = origin.position > mark.position;
      // The parts of one record follow one another; a repeat of the record begins with its first part again.
      const isNextPart = origin.position === mark.position && part === mark.part + 1;
      if (!isNext && !isNextPart) return false;
      mark.position = origin.position;
      mark.part = part;
      return true;
    };
    const held = rows.findIndex((row) => !isMissing(row));
    if (held === -1) return rows;
    return [...rows.slice(0, held), ...rows.slice(held + 1).filter(isMissing)];
  }

  /** To be called once what is before it has been written. */
  advance({ partition, collector }: Stream, position: number): void {
    if (this.#marks === null) return;
    const key = streamKey({ partition, collector });
    if (position > (this.#marks.get(key)?.position ?? NOTHING))
      this.#marks.set(key, { partition, collector, position });
  }

  /** Asks the table again next time: of one partition, or of all. */
  forget(partition?: number): void {
    if (partition === undefined) this.#marks = null;
    else this.#stale.add(partition);
  }

  /** Keeps the marks apart from the rows: for when rows are about to be deleted. */
  async keep(): Promise<void> {
    await this.keepMarks([...(await this.#known()).values()]);
  }

  /** The same for streams of which events were looked through without any row coming of the last of them. */
  async keepMarks(marks: readonly Mark[]): Promise<void> {
    if (marks.length === 0) return;
    const lines = marks.map(
      ({ partition, collector, position }) =>
        `${this.#table}\t${unsigned(partition)}\t${unsigned(collector)}\t${unsigned(position)}\n`,
    );
    await this.#engine.insert({
      table: 'ledger',
      columns: ['name', 'partition', 'collector', 'position'],
      text: lines.join(''),
    });
  }

  async #known(): Promise<Map<string, Mark>> {
    if (this.#marks === null) {
      this.#marks = new Map((await this.#read('TRUE')).map((mark) => [streamKey(mark), mark]));
    } else if (this.#stale.size > 0) {
      const marks = await this.#read(`partition IN (${[...this.#stale].map(unsigned).join(', ')})`);
      for (const [key, { partition }] of this.#marks) if (this.#stale.has(partition)) this.#marks.delete(key);
      for (const mark of marks) this.#marks.set(streamKey(mark), mark);
    }
    this.#stale.clear();
    return this.#marks;
  }

  #read(which: string): Promise<Mark[]> {
    const marksOf = (rows: string) =>
      `SELECT partition, collector, max(position) AS position FROM ${rows} AND ${which} GROUP BY partition, collector`;
    return this.#engine.written<Mark>(
      `SELECT partition, collector, max(position) AS position
       FROM (
         ${marksOf(`${this.#table} WHERE TRUE`)}
         UNION ALL
         ${marksOf(`ledger WHERE name = '${this.#table}'`)}
       )
       GROUP BY partition, collector`,
    );
  }
}

/** A stream by one word, for looking it up. */
export function streamKey({ partition, collector }: Stream): string {
  return `${partition} ${collector}`;
}
