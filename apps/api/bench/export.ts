// npm run bench -- export: an export of 10 million events to Parquet and to CSV beside the engine's own INTO OUTFILE of the
// same rows in the same run, in alternating rounds; 500,000 of them as XLSX. And how much memory the process takes above
// what it has when it stands idle with its tables open. READOUT_BENCH_MILLIONS chooses how many million events.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IssueId, LinkId, PublicationId } from '@readout/events';
import { openEmbeddedEngine } from '../../../packages/warehouse/src/engine/embedded-engine.ts';
import { EXPORT_LIMITS } from '../../../packages/warehouse/src/engine/engine.ts';
import type { ExportFormat } from '../../../packages/warehouse/src/exports.ts';
import { warehouseOver } from '../../../packages/warehouse/src/open-warehouse.ts';
import { FORMAT_NAMES } from '../../../packages/warehouse/src/questions/export-cells.sql.ts';
import { fileOf } from '../src/exports/formats.ts';
import { sendFile } from '../src/exports/send-file.ts';

const MILLIONS = Number(process.env.READOUT_BENCH_MILLIONS ?? '10');
const ROUNDS = Number(process.env.READOUT_BENCH_ROUNDS ?? '3');
const PUBLICATION = 1 as PublicationId;
const ISSUES = 500;
const NAMES = {
  issues: Array.from(
    { length: ISSUES },
    (_, at) => [(at + 1) as IssueId, `hB4tZs8W${at}`, `The quiet harbour, part ${at}`] as const,
  ),
  sections: [],
  links: Array.from(
    { length: ISSUES * 10 },
    (_, at) => [(at + 1) as LinkId, `pW9cJf5U${at}`, `https://example.org/harbour/${at}`] as const,
  ),
  offers: [],
};

const folder = await mkdtemp(join(tmpdir(), 'readout-bench-export-'));
const engine = await openEmbeddedEngine(folder);
let asked = '';
const noting = {
  ...proxied(engine),
  stream: (sql: string, format: string) => {
    asked = sql;
    return engine.stream(sql, format);
  },
};
const warehouse = await warehouseOver(noting);
await engine.command(`INSERT INTO events (publication, issue, kind, time, reader, link, segment, source, verdict, reasons, country, network, client, method, confidence, domain, partition, collector, position)
  SELECT 1, 1 + intDiv(number * ${ISSUES}, ${MILLIONS * 1_000_000}), multiIf(number % 20 < 9, 'sent', number % 20 < 18, 'opened', 'clicked') AS kind_of,
    fromUnixTimestamp64Milli(toInt64(1700000000000 + number * 37), 'UTC'), 1 + cityHash64(number) % 100000,
    if(kind_of = 'clicked', 1 + cityHash64(number, 1) % ${ISSUES * 10}, 0), 'free', 'pixel',
    if(kind_of = 'sent', 'none', ['human', 'proxied', 'prefetched'][1 + cityHash64(number, 2) % 3]), if(kind_of = 'sent', '', 'ordinary_client'),
    ['US', 'GB', 'ES'][1 + number % 3], 'other', ['Chrome 142 / Windows', 'Gmail proxy', 'Apple Mail'][1 + number % 3], 'GET', 90,
    concat('mail', toString(number % 300), '.example'), 0, 1, number
  FROM numbers(${MILLIONS * 1_000_000}) SETTINGS max_insert_threads = 2`);

await engine.command('SET max_query_size = 1000000000');
const terms = { timeZone: 'Europe/Madrid', readerKey: new Uint8Array(16).fill(1) };
const about = { name: 'About', columns: [], rows: (async function* () {})() };
let format: 'csv' | 'parquet' | 'xlsx' = 'csv';
let issues: readonly IssueId[] | undefined;
const server = createServer(async (_, response) => {
  const written = await warehouse.exportEvents(
    {
      publication: PUBLICATION,
      filter: issues === undefined ? {} : { issues },
      names: NAMES,
      inOrder: format === 'xlsx',
    },
    { ...terms, format: (format === 'xlsx' ? 'rows' : format) as ExportFormat },
  );
  const sent = await sendFile(
    response,
    fileOf(written, { format, fileName: `events.${format}`, compress: undefined, bom: false }, about),
  );
  if (sent.outcome !== 'done') throw new Error(`the export ended: ${sent.outcome}`);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

interface Run {
  readonly seconds: number;
  readonly bytes: number;
  /** Of the process, above what it had before: MB. */
  readonly above: number;
}

/** What reads is in this process too, and throws away what it reads. */
async function ours(): Promise<Run> {
  return measured(async () => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += chunk.length;
    return bytes;
  });
}

async function engines(): Promise<Run> {
  const path = join(folder, `own.${format}`);
  const run = await measured(async () => {
    await engine.command(
      `${asked} INTO OUTFILE '${path}' TRUNCATE FORMAT ${FORMAT_NAMES[format as 'csv' | 'parquet']}`,
    );
    return (await stat(path)).size;
  });
  await rm(path);
  return run;
}

async function measured(work: () => Promise<number>): Promise<Run> {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const begun = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - begun) / 1_000;
  clearInterval(watch);
  return { seconds, bytes, above: (peak - before) / 1e6 };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
console.log(`| what | s | MB | MB above | of INTO OUTFILE |\n|---|---|---|---|---|`);
for (const one of ['parquet', 'csv'] as const) {
  format = one;
  const [mine, own]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await ours());
    own.push(await engines());
  }
  const [a, b] = [median(mine.map(({ seconds }) => seconds)), median(own.map(({ seconds }) => seconds))];
  const line = (what: string, runs: readonly Run[], ratio: string) =>
    console.log(
      `| ${what} | ${median(runs.map(({ seconds }) => seconds)).toFixed(2)} | ${((runs[0]?.bytes ?? 0) / 1e6).toFixed(1)} | ${Math.max(...runs.map(({ above }) => above)).toFixed(0)} | ${ratio} |`,
    );
  line(`${MILLIONS} million events as ${one}`, mine, (b / a).toFixed(2));
  line('the engine itself, INTO OUTFILE', own, '1.00');
}
format = 'xlsx';
issues = Array.from({ length: Math.round((ISSUES * 0.5) / MILLIONS) }, (_, at) => (at + 1) as IssueId);
const sheet = await ours();
console.log(
  `| 500,000 events as xlsx | ${sheet.seconds.toFixed(2)} | ${(sheet.bytes / 1e6).toFixed(1)} | ${sheet.above.toFixed(0)} | |`,
);
console.log(`\nSettings of exports: ${JSON.stringify(EXPORT_LIMITS)}`);
server.close();
await engine.close();
await rm(folder, { recursive: true });
process.exit(0);

function proxied(one: typeof engine): typeof engine {
  return {
    cluster: one.cluster,
    isShared: one.isShared,
    rows: (sql, parameters) => one.rows(sql, parameters),
    written: (sql) => one.written(sql),
    command: (sql, shard) => one.command(sql, shard),
    insert: (rows, more) => one.insert(rows, more),
    stream: (sql, kind) => one.stream(sql, kind),
    streamReadOnly: (database, sql, kind) => one.streamReadOnly(database, sql, kind),
    close: () => one.close(),
  };
}
