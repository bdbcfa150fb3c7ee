// npm run bench -- ingest: from the log to what can be asked, classified, in every table; beside it the ClickHouse
// engine reading the same rows by itself, as JSONEachRow from a file, into the same tables. Both take turns, each time
// in a process and a folder of its own. Also how many bytes an event takes up, and what judging adds: ours with it and
// without, one after the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createClient } from '@clickhouse/client';
import { openEmbeddedLog, readEmbedded } from '@readout/event-log';
import { openWarehouse } from '@readout/warehouse';
import { createChdbConnection } from 'chdb/connection';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Classifier } from '../src/classifier.ts';
import { caughtUp, Ingester, IngesterMetrics } from '../src/index.ts';
import { type Morning, morning } from './morning.ts';

const RECORDS = Number(process.env.READOUT_BENCH_RECORDS ?? 3_000_000);
const ROUNDS = Number(process.env.READOUT_BENCH_ROUNDS ?? 3);
const APPEND = 2_000;
/** As apps/ingester/bin/ingester has it. */
const AS_SHIPPED = ['--max-semi-space-size=64'];
const RETENTION = { maxAgeMs: 1e12, maxBytes: 1e12 };

const [role, folder = '', rows = ''] = process.argv.slice(2);
const NOW = Date.UTC(2026, 2, 3, 12);

/** Takes everybody for a person: what it costs to write events that are not judged. */
const HUMAN: ReturnType<Classifier['look']> = { verdict: 'human', reasons: ['ordinary_client'], confidence: 0.5 };
const UNJUDGED: Classifier = { clientOf: () => 'Chrome 142 / Windows', look: () => HUMAN, settleIssue: null };

/** What the engine is asked without the warehouse in between. */
function engineOf(path: string) {
  const connection = createChdbConnection({ path }) as unknown;
  return createClient({ connection } as NonNullable<Parameters<typeof createClient>[0]>);
}

const openLog = () => openEmbeddedLog({ directory: join(folder, 'log'), retention: RETENTION });

/** The log, once for all rounds. */
async function prepare(): Promise<void> {
  const log = await openLog();
  let lines: string[] = [];
  for (const line of morning({ records: RECORDS, now: NOW }).lines()) {
    if (lines.push(line) < APPEND) continue;
    await log.appendAll(lines);
    lines = [];
  }
  await log.appendAll(lines);
  await log.close();
}

/** Of the clock, and of the processor by all threads together: only the latter tells much where others are at work as well. */
interface Took {
  readonly seconds: number;
  readonly processor: number;
}

function since(begun: number, used: NodeJS.CpuUsage): Took {
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - begun) / 1_000, processor: (user + system) / 1e6 };
}

/** Everything from the log's files on, into the warehouse; and once, the rows that came of it as a file. */
async function ours(classifier?: Classifier): Promise<Took> {
  const warehouse = await openWarehouse({ kind: 'embedded', path: join(folder, 'warehouse') });
  const log = await openLog();
  await log.commit(0, 0);
  const source: Morning = morning({ records: 0, now: NOW });
  const ingester = new Ingester({
    reader: readEmbedded(log),
    warehouse,
    directory: source.directory,
    metrics: new IngesterMetrics(new Registry()),
    logger: pino({ level: 'error' }),
    now: () => NOW,
    ...(classifier === undefined ? {} : { classifier }),
  });
  const [begun, used] = [performance.now(), process.cpuUsage()];
  ingester.start((error) => {
    throw error;
  });
  await caughtUp(log, ingester, AbortSignal.timeout(600_000));
  const took = since(begun, used);
  await ingester.stop();
  await log.close();
  await warehouse.close();
  return took;
}

async function engine(): Promise<Took> {
  const warehouse = await openWarehouse({ kind: 'embedded', path: join(folder, 'warehouse') });
  await warehouse.close();
  const client = engineOf(join(folder, 'warehouse'));
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await client.command({ query: `INSERT INTO incoming SELECT * FROM file('${rows}', 'JSONEachRow')` });
  const took = since(begun, used);
  await client.close();
  return took;
}

/** Writes the rows that are in the warehouse as JSONEachRow, and says what they take up once all is merged. */
async function dump(): Promise<string> {
  const client = engineOf(join(folder, 'warehouse'));
  const ask = async <Row>(query: string) =>
    (await (await client.query({ query, format: 'JSONEachRow' })).json()) as Row[];
  await client.command({
    query: `INSERT INTO FUNCTION file('${rows}', 'JSONEachRow') SELECT * FROM events ORDER BY position`,
  });
  await client.command({ query: 'OPTIMIZE TABLE events FINAL' });
  const [size] = await ask<{ rows: string; bytes: string; parts: string }>(
    `SELECT sum(rows) AS rows, sum(bytes_on_disk) AS bytes, count() AS parts FROM system.parts WHERE table = 'events' AND active`,
  );
  const columns = await ask<{ name: string; each: number }>(
    `SELECT column AS name, round(sum(column_data_compressed_bytes) / sum(rows), 2) AS each FROM system.parts_columns WHERE table = 'events' AND active GROUP BY column ORDER BY each DESC`,
  );
  await client.close();
  return JSON.stringify({ size, columns });
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function compare(): Promise<void> {
  const base = await mkdtemp(join(tmpdir(), 'readout-ingest-'));
  const file = join(base, 'rows.jsonl');
  const run = async (what: string, where: string) => {
    const flags = what === 'engine' ? [] : AS_SHIPPED;
    const child = spawn(process.execPath, [...flags, ...process.execArgv, import.meta.filename, what, where, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    if (code !== 0) throw new Error(`${what} failed`);
    return said.trim();
  };
  try {
    await run('prepare', base);
    const figures = { ours: [] as Took[], unjudged: [] as Took[], engine: [] as Took[] };
    let sizes = '';
    for (let round = 0; round < ROUNDS; round++) {
      // Which of the two comes first changes: what one leaves behind (a warm disk, a busy one) the other has as often.
      const pair = round % 2 === 0 ? (['ours', 'unjudged'] as const) : (['unjudged', 'ours'] as const);
      for (const what of [...pair, 'engine'] as const) {
        await rm(join(base, 'warehouse'), { recursive: true, force: true });
        figures[what].push(JSON.parse(await run(what, base)) as Took);
        if (what === 'ours' && sizes === '') sizes = await run('dump', base);
      }
    }
    const { size, columns } = JSON.parse(sizes) as {
      size: { rows: string; bytes: string };
      columns: { name: string; each: number }[];
    };
    const events = Number(size.rows);
    const rate = (rounds: readonly Took[]) => events / median(rounds.map(({ seconds }) => seconds));
    const own = rate(figures.engine);
    console.log(
      `${events.toLocaleString('en')} events of ${RECORDS.toLocaleString('en')} records, medians of ${ROUNDS} rounds\n`,
    );
    const each = (rounds: readonly Took[]) => (median(rounds.map(({ processor }) => processor)) / events) * 1e6;
    console.log('| what | events/s | of the engine alone | processor µs an event | the engine alone, of that |');
    console.log('|---|---|---|---|---|');
    for (const [what, rounds] of [
      ['the engine alone, from JSONEachRow', figures.engine],
      ['log to queryable', figures.ours],
      ['without judging', figures.unjudged],
    ] as const) {
      const share = (each(figures.engine) / each(rounds)).toFixed(2);
      console.log(
        `| ${what} | ${Math.round(rate(rounds)).toLocaleString('en')} | ${(rate(rounds) / own).toFixed(2)} | ${each(rounds).toFixed(2)} | ${share} |`,
      );
    }
    for (const [of, what] of [
      ['processor', 'of the processor'],
      ['seconds', 'of the clock'],
    ] as const) {
      const added = figures.ours.map((one, round) => ((one[of] - (figures.unjudged[round]?.[of] ?? 0)) / events) * 1e6);
      console.log(
        `\nJudging adds ${median(added).toFixed(2)} µs ${what} an event (median of ${ROUNDS} pairs: ${added.map((one) => one.toFixed(2)).join(', ')})`,
      );
    }
    console.log(
      `\n${(Number(size.bytes) / events).toFixed(2)} bytes an event on disk, all merged: ${columns.map(({ name, each }) => `${name} ${each}`).join(', ')}`,
    );
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

if (role === 'prepare') await prepare();
else if (role === 'ours') console.log(JSON.stringify(await ours()));
else if (role === 'unjudged') console.log(JSON.stringify(await ours(UNJUDGED)));
else if (role === 'engine') console.log(JSON.stringify(await engine()));
else if (role === 'dump') console.log(await dump());
else await compare();
