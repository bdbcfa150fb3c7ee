import type { Block, Engine, InsertTerms, Lines } from '../engine/engine.ts';
import { AGGREGATES } from '../schema/aggregates.sql.ts';
import { addStretches } from '../writing/stretches.sql.ts';

/**
 * What a crash or a broken connection does to a write: nothing was done; it was done and nobody heard; or, where one
 * insert fills several tables, only some of them have it, the events or an aggregate.
 */
export const FAULTS = ['before', 'after', 'events only', 'aggregate only'] as const;
export type Fault = (typeof FAULTS)[number];

/** The engine with a fault at the nth write, for each n given. */
export function failing(engine: Engine, at: ReadonlyMap<number, Fault>): Engine {
  let writes = 0;
  const faulty = async (write: () => Promise<void>, inPart: ((fault: Fault) => Promise<void>) | null) => {
    const fault = at.get(writes++);
    if (fault === 'before') throw new Error('connection lost before the write');
    if (inPart !== null && (fault === 'events only' || fault === 'aggregate only')) {
      await inPart(fault);
      throw new Error('connection lost, and the write was done in part');
    }
    await write();
    if (fault !== undefined) throw new Error('connection lost after the write');
  };
  return {
    cluster: engine.cluster,
    isShared: engine.isShared,
    rows: (sql, parameters) => engine.rows(sql, parameters),
    written: (sql) => engine.written(sql),
    command: (sql, shard) => faulty(() => engine.command(sql, shard), null),
    insert: (rows, terms) =>
      faulty(
        () => engine.insert(rows, terms),
        rows.table === 'incoming' ? (fault) => insertInPart(engine, fault, rows, terms) : null,
      ),
    stream: (sql, format) => engine.stream(sql, format),
    streamReadOnly: (database, sql, format) => engine.streamReadOnly(database, sql, format),
    close: () => engine.close(),
  };
}

async function insertInPart(
  engine: Engine,
  fault: Fault,
  rows: Lines | Block,
  terms: InsertTerms | undefined,
): Promise<void> {
  if (fault === 'events only') return engine.insert({ ...rows, table: 'events' }, terms);
  // A table of the same form stands in for the events that the aggregate was made of.
  await engine.command('CREATE TABLE IF NOT EXISTS torn AS events');
  await engine.command('TRUNCATE TABLE torn');
  await engine.insert({ ...rows, table: 'torn' as 'events' });
  const [figures] = AGGREGATES;
  const streams = await engine.written<{ partition: number; collector: number; from: number; upTo: number }>(
    'SELECT partition, collector, min(position) AS from, max(position) AS upTo FROM torn GROUP BY partition, collector',
  );
  if (figures !== undefined) await engine.command(addStretches(figures, streams, terms?.guard ?? null, 'torn'));
}
