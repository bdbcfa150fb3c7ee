import type { Engine } from '../engine/engine.ts';
import { TABLES } from '../schema/0001-events-and-figures.sql.ts';
import { AGGREGATES, type Aggregate } from '../schema/aggregates.sql.ts';
import { createTable, localName, onCluster, shardOf } from '../schema/table.ts';
import { Fences } from './fences.ts';
import { Ledger, streamKey } from './ledger.ts';
import { addStretches, stretchesAfter } from './stretches.sql.ts';

/** Somebody may claim a partition in the last moment; then what was made is not trusted, and made again. */
const TRIES = 5;

/** How much of the work is done, from 0 to 1. */
export type Progress = (share: number) => void;

interface Turns {
  /** One thing after the other with everything else that writes. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** What was known of the tables holds no more. */
  forget(): void;
}

/**
 * Makes the aggregates anew from the events, each beside the one in use, which goes on being written and asked; then
 * they are exchanged at once. For when what an aggregate is made of has changed, or was found to be wrong.
 */
export async function rebuildAggregates(engine: Engine, turns: Turns, progress: Progress): Promise<void> {
  for (const [at, aggregate] of AGGREGATES.entries()) {
    const part: Progress = (share) => progress((at + share) / AGGREGATES.length);
    for (let attempt = 1; !(await rebuildOne(engine, turns, aggregate, part)); attempt++) {
      if (attempt === TRIES)
        throw new Error(`${aggregate.table} was written to each time it was about to be exchanged`);
    }
  }
  progress(1);
}

/** False: what was made missed something; nothing is lost, the next try has it. */
async function rebuildOne(engine: Engine, turns: Turns, aggregate: Aggregate, progress: Progress): Promise<boolean> {
  const { cluster } = engine;
  const next = `${aggregate.table}_next`;
  const drop = async () => {
    for (const table of new Set([next, localName(next, cluster)])) {
      await engine.command(`DROP TABLE IF EXISTS ${table}${onCluster(cluster)} SYNC`);
    }
  };
  await drop();
  for (const statement of createTable({ ...TABLES[aggregate.table], name: next }, cluster))
    await engine.command(statement);

  const done = new Map<string, number>();
  const into = { ...aggregate, table: next };
  await fill(engine, into, done, (work) => turns.inTurn(work), progress);

  const isWhole = await turns.inTurn(async () => {
    const fences = new Fences(engine);
    const held = await fences.claimed();
    for (const partition of held) await fences.hold(partition);
    await fill(
      engine,
      into,
      done,
      (work) => work(),
      () => undefined,
    );
    const [local, localNext] = [localName(aggregate.table, cluster), localName(next, cluster)];
    await engine.command(`EXCHANGE TABLES ${local} AND ${localNext}${onCluster(cluster)}`);
    turns.forget();
    // One that was claimed for the first time meanwhile is among them: it was not held.
    const claimed = await fences.claimed();
    const { partitions: lost } = claimed.size > 0 ? await fences.giveUpLost(claimed) : { partitions: [] };
    for (const partition of held) await fences.unhold(partition);
    return lost.length === 0;
  });
  await drop();
  return isWhole;
}

/** Adds what is missing of the events, stream by stream, up to where they are now. */
async function fill(
  engine: Engine,
  aggregate: Omit<Aggregate, 'table'> & { readonly table: string },
  done: Map<string, number>,
  turn: (work: () => Promise<void>) => Promise<void>,
  progress: Progress,
): Promise<void> {
  // What the table says now, and not what it said before.
  const streams = await new Ledger(engine, 'events').streams();
  const total = streams.reduce((sum, { position }) => sum + position + 1, 0);
  let before = 0;
  for (const stream of streams) {
    for (const stretch of stretchesAfter(stream, done.get(streamKey(stream)) ?? -1, stream.position)) {
      const shard = shardOf(stream.partition, engine.cluster);
      await turn(() => engine.command(addStretches(aggregate, [stretch], null), shard));
      done.set(streamKey(stream), stretch.upTo);
      progress((before + stretch.upTo) / total);
    }
    before += stream.position + 1;
  }
}
