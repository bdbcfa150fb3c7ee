import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { EVENT_KEY } from '../questions/judged-fetches.sql.ts';
import { TABLES } from '../schema/0001-events-and-figures.sql.ts';
import { createTable, localName, onCluster, shardOf, text } from '../schema/table.ts';
import type { Revision } from '../verdict-history.ts';
import { escapeTabSeparated } from './tab-separated.ts';

/**
 * Revisions carried out in one mutation. Each mutation reads what names an event of all there are, and holds its
 * revisions in memory: a kilobyte and more for each while it runs (measured: 0.8 GB with 600,000).
 */
const MOST_AT_ONCE = 250_000;
const LOOK_AGAIN_MS = 100;
/** A mutation that fails is tried again by ClickHouse, without end. */
const FAILING_MS = 10_000;
const DAY_MS = 86_400_000;
/** A run's number: when it began, in thousandths of a millisecond of which the last three digits are chance. */
const RUNS_PER_MS = 1_000;

interface Mutations {
  readonly running: number;
  readonly failure: string;
}

/**
 * Puts other verdicts in place of those that events have: first all of a run are written to a table of their own, then
 * one mutation takes them over, which ClickHouse carries on with after a crash (docs/decisions/0009).
 * @param revisions is asked for the first once no former mutation is under way.
 */
export async function reviseVerdicts(
  engine: Engine,
  publication: PublicationId,
  revisions: AsyncIterable<readonly Revision[]>,
  mostAtOnce = MOST_AT_ONCE,
): Promise<void> {
  // Verdicts are read once they are what a former run, broken off, has made of them.
  await finished(engine, null);
  for (const statement of createTable(TABLES.revisions, engine.cluster)) await engine.command(statement);
  await dropLeftOver(engine);
  let run = newRun();
  let waiting = 0;
  for await (const some of revisions) {
    for (let at = 0; at < some.length; ) {
      const now = some.slice(at, at + mostAtOnce - waiting);
      await insert(engine, run, now);
      at += now.length;
      waiting += now.length;
      if (waiting < mostAtOnce) continue;
      await carryOut(engine, publication, run);
      run = newRun();
      waiting = 0;
    }
  }
  if (waiting > 0) await carryOut(engine, publication, run);
}

async function insert(engine: Engine, run: number, revisions: readonly Revision[]): Promise<void> {
  const byShard = new Map<number, string[]>();
  for (const { key, partition, verdict, reasons, confidence } of revisions) {
    // A mutation reads what stands beside the events that it changes.
    const shard = shardOf(partition, engine.cluster);
    const lines = byShard.get(shard) ?? [];
    byShard.set(shard, lines);
    lines.push(
      `${run}\t${key}\t${verdict}\t${escapeTabSeparated(reasons.join(','))}\t${Math.round(confidence * 100)}\n`,
    );
  }
  const columns = ['run', 'key', 'verdict', 'reasons', 'confidence'];
  for (const [shard, lines] of byShard) {
    await engine.insert({ table: 'revisions', columns, text: lines.join('') }, { shard });
  }
}

async function carryOut(engine: Engine, publication: PublicationId, run: number): Promise<void> {
  const { cluster } = engine;
  const revisions = localName('revisions', cluster);
  // Each replica mutates its own parts, by its own copy of the revisions.
  if (cluster !== null) await engine.command(`SYSTEM SYNC REPLICA${onCluster(cluster)} ${revisions}`);
  const all = `(SELECT groupArray((key, CAST(verdict, 'Int8'), CAST(reasons, 'String'), confidence)) FROM ${revisions} WHERE run = ${unsigned(run)})`;
  const revised = (column: number, otherwise: string) =>
    `transform(${EVENT_KEY}, tupleElement(${all}, 1), tupleElement(${all}, ${column}), ${otherwise})`;
  // ClickHouse holds that another replica might find other rows, and wants to be told that it does not.
  await engine.command(
    `ALTER TABLE ${localName('events', cluster)}${onCluster(cluster)} UPDATE
       verdict = CAST(${revised(2, `CAST(verdict, 'Int8')`)}, ${text(typeOf('verdict'))}),
       reasons = ${revised(3, `CAST(reasons, 'String')`)},
       confidence = ${revised(4, 'confidence')}
     WHERE publication = ${unsigned(publication)}
       AND ${EVENT_KEY} IN (SELECT key FROM ${revisions} WHERE run = ${unsigned(run)})
     SETTINGS mutations_sync = 0, allow_nondeterministic_mutations = 1`,
  );
  await finished(engine, run);
  await drop(engine, run);
}

/** Waits until no mutation by this run's revisions, or by those of any, is under way. */
async function finished(engine: Engine, run: number | null): Promise<void> {
  const { cluster } = engine;
  const mutations =
    cluster === null ? 'system.mutations' : `clusterAllReplicas(${text(cluster.name)}, system.mutations)`;
  const mine = `table = ${text(localName('events', cluster))} AND position(command, ${text(run === null ? 'run = ' : `run = ${unsigned(run)}`)}) > 0`;
  let failingSince: number | null = null;
  while (true) {
    const [found] = await engine.written<Mutations>(
      `SELECT count() AS running, max(latest_fail_reason) AS failure FROM ${mutations} WHERE ${mine} AND NOT is_done`,
    );
    if (found === undefined || found.running === 0) return;
    failingSince = found.failure === '' ? null : (failingSince ?? performance.now());
    if (failingSince !== null && performance.now() - failingSince > FAILING_MS) {
      await engine.command(`KILL MUTATION${onCluster(cluster)} WHERE ${mine} SYNC`);
      throw new Error(`the verdicts could not be revised: ${found.failure.split('\n', 1)[0]}`);
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

/** What a run that was broken off has left; in a cluster another may be at work. */
async function dropLeftOver(engine: Engine): Promise<void> {
  const before = engine.isShared ? (Date.now() - DAY_MS) * RUNS_PER_MS : Number.MAX_SAFE_INTEGER;
  const rows = await engine.written<{ run: number }>(
    `SELECT DISTINCT run FROM revisions WHERE run < ${unsigned(before)}`,
  );
  for (const { run } of rows) await drop(engine, run);
}

async function drop(engine: Engine, run: number): Promise<void> {
  const { cluster } = engine;
  await engine.command(
    `ALTER TABLE ${localName('revisions', cluster)}${onCluster(cluster)} DROP PARTITION ${unsigned(run)}`,
  );
}

function newRun(): number {
  return Date.now() * RUNS_PER_MS + Math.floor(Math.random() * RUNS_PER_MS);
}

function typeOf(wanted: string): string {
  const column = TABLES.events.columns.find(({ name }) => name === wanted);
  if (column === undefined) throw new Error(`events have no column ${wanted}`);
  return column.type;
}
