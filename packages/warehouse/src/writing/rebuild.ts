import type { Engine } from '../engine/engine.ts';
import { TABLES } from '../schema/0001-events-and-figures.sql.ts';
import { AGGREGATES, type Aggregate } from '../schema/aggregates.sql.ts';
import { createTable, localName, onCluster } from '../schema/table.ts';
import { Fences } from './fences.ts';
import { Ledger, type Stream } from './ledger.ts';
import { addStretches, type Stretch } from './stretches.sql.ts';

/** Positions of a stream added in one statement, between which others have their turn. */
const STRETCH = 500_000;
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
    const partitions = new Set((await eventStreams(engine)).map(({ partition }) => partition));
    for (const partition of partitions) await fences.hold(partition);
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
    const { partitions: lost } = engine.isShared ? await fences.giveUpLost(partitions) : { partitions: [] };
    for (const partition of partitions) await fences.unhold(partition);
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
  const streams = await eventStreams(engine);
  const total = streams.reduce((sum, { position }) => sum + position + 1, 0);
  let before = 0;
  for (const { partition, collector, position } of streams) {
    const key = `${partition} ${collector}`;
    for (let from = (done.get(key) ?? -1) + 1; from <= position; from += STRETCH) {
      const stretch: Stretch = { partition, collector, from, upTo: Math.min(position, from + STRETCH - 1) };
      const shard = partition % (engine.cluster?.shards ?? 1);
      await turn(() => engine.command(addStretches(aggregate, [stretch], null), shard));
      done.set(key, stretch.upTo);
      progress((before + stretch.upTo) / total);
    }
    before += position + 1;
  }
}

/** Up to where each stream's events are, as the table says now. */
async function eventStreams(engine: Engine): Promise<readonly (Stream & { readonly position: number })[]> {
  const ledger = new Ledger(engine, 'events');
  const streams = await ledger.streams();
  return Promise.all(streams.map(async (stream) => ({ ...stream, position: await ledger.upTo(stream) })));
}
