// npm run bench -- query: what the pages ask, on 10 and on 100 million events of one publication with 2,000 issues and
// 500,000 readers, by one caller and by ten at once, on the embedded engine. The baseline is the same answer from the
// raw events. READOUT_BENCH_FOLDER keeps the tables for another run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { IssueId, PublicationId } from '@readout/events';
import { openEmbeddedEngine } from '../src/engine/embedded-engine.ts';
import type { Engine } from '../src/engine/engine.ts';
import { warehouseOver } from '../src/open-warehouse.ts';
import { AGGREGATES } from '../src/schema/aggregates.sql.ts';

const ISSUES = 2_000;
const READERS = 500_000;
const PUBLICATION = 1 as PublicationId;
const MILLION = 1_000_000;
const SIZES = (process.env.READOUT_BENCH_MILLIONS ?? '10,100').split(',').map(Number);
const ROUNDS = 60;
const CHUNK = 5 * MILLION;
const DAY = 86_400_000;
const FIRST = Date.UTC(2020, 8, 13);
/** The last 30 days that have issues. */
const LAST_DAYS = {
  days: Array.from({ length: 30 }, (_, at) => FIRST + (ISSUES - 29 + at) * DAY),
  to: FIRST + (ISSUES + 1) * DAY,
  before: {
    days: Array.from({ length: 30 }, (_, at) => FIRST + (ISSUES - 59 + at) * DAY),
    to: FIRST + (ISSUES - 29) * DAY,
  },
};

interface Figures {
  readonly what: string;
  readonly callers: number;
  readonly p50: number;
  readonly p95: number;
}

/**
 * Events as a newsletter has them: an issue a day, of each some are sent, then opened (half by machines), clicked, and
 * hit the paywall; of the hits a few start a trial, and pay. Readers are drawn unevenly; positions follow the order of time.
 */
function fill(from: number, to: number, total: number): string {
  return `INSERT INTO events (publication, issue, kind, time, reader, link, section, segment, edition, source, verdict, reasons, country, network, domain, partition, collector, position)
    WITH
      number AS n,
      toUInt32(1 + intDiv(n * ${ISSUES}, ${total})) AS issue_of,
      (n * ${ISSUES} % ${total}) / ${total} AS within,
      rand(1) % 1000 AS roll,
      multiIf(within < 0.45, 'sent', roll < 800, 'opened', roll < 900, 'clicked', roll < 985, 'paywall_hit', roll < 998, 'offer_shown', roll < 999, 'trial_started', 'converted') AS kind_of,
      toInt64(1600000000000) + toInt64(issue_of) * 86400000 + if(within < 0.45, toInt64(within * 1800000), 1800000 + toInt64(pow((within - 0.45) / 0.55, 3) * 60 * 3600000)) AS at,
      if(within < 0.45, toUInt32(1 + n % ${READERS}), toUInt32(1 + pow(rand(2) / 4294967296, 1.5) * ${READERS - 1})) AS reader_of
    SELECT
      1, issue_of, kind_of, fromUnixTimestamp64Milli(at, 'UTC'), reader_of,
      if(kind_of = 'clicked', toUInt32(issue_of * 100 + rand(3) % 12 + 1), 0), 0,
      if(kind_of = 'sent', if(reader_of % 12 = 0, 'premium', 'free'), 'none'),
      if(kind_of = 'sent', if(reader_of % 12 = 0, 'whole', 'cut'), 'none'),
      multiIf(kind_of = 'opened', 'pixel', kind_of = 'clicked', 'redirect', kind_of IN ('paywall_hit', 'offer_shown'), 'beacon', 'api'),
      multiIf(kind_of IN ('sent', 'trial_started', 'converted'), 'none', rand(4) % 10 < 5, 'human', rand(4) % 10 < 6, 'proxied', rand(4) % 10 < 9, 'prefetched', 'scanner') AS verdict_of,
      if(verdict_of = 'none', '', concat('rule_', toString(rand(4) % 10))),
      if(verdict_of = 'none', '', ['US', 'US', 'GB', 'DE', 'ES', 'FR', 'IN', 'BR'][reader_of % 8 + 1]),
      if(verdict_of = 'none', 'unknown', 'other'),
      if(kind_of = 'sent', concat('mail', toString(reader_of % 300), '.example'), ''),
      issue_of % 12, 1, n
    FROM numbers(${from}, ${to - from})
    SETTINGS max_insert_threads = 2`;
}

async function prepare(path: string, millions: number): Promise<void> {
  const engine = await openEmbeddedEngine(path);
  await warehouseOver(engine);
  const total = millions * MILLION;
  for (let from = 0; from < total; from += CHUNK) {
    await engine.command(fill(from, Math.min(total, from + CHUNK), total));
    tell(`${millions} million events: ${Math.round(((from + CHUNK) / total) * 100)} %`);
  }
  for (const { table, columns, select, where, groupBy } of AGGREGATES) {
    tell(`${millions} million events: ${table}`);
    // As many parts as inserts would have left once merged: by stretches of issues, so that memory is bounded.
    for (let issue = 0; issue < ISSUES; issue += 200) {
      await engine.command(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${select.join(', ')} FROM events AS e WHERE ${where} AND issue > ${issue} AND issue <= ${issue + 200} GROUP BY ${groupBy.join(', ')}`,
      );
    }
  }
  for (const { table } of AGGREGATES) await engine.command(`OPTIMIZE TABLE ${table} FINAL`);
  await engine.close();
}

async function measure(path: string): Promise<{ figures: Figures[]; bytes: number }> {
  const engine = await openEmbeddedEngine(path);
  const warehouse = await warehouseOver(engine);
  const all = Array.from({ length: ISSUES }, (_, at) => ({
    id: (at + 1) as IssueId,
    since: 1_600_000_000_000 + (at + 1) * 86_400_000,
  }));
  let anew = 0;
  const some = (at: number) => ((at * 7_919) % ISSUES) + 1;
  const questions: readonly (readonly [string, number, (at: number) => Promise<unknown>])[] = [
    [
      "an issue's report",
      ROUNDS,
      (at) => {
        const issue = some(at) as IssueId;
        return warehouse.issueReport({ publication: PUBLICATION, issue, linkSections: new Map() });
      },
    ],
    ['the list of all 2,000 issues', ROUNDS, () => warehouse.issueSummaries({ publication: PUBLICATION, issues: all })],
    [
      'the list, its newest 50',
      ROUNDS,
      () => warehouse.issueSummaries({ publication: PUBLICATION, issues: all.slice(-50) }),
    ],
    [
      'growth of 30 issues, remembered',
      ROUNDS,
      () => warehouse.growth({ publication: PUBLICATION, issues: all.slice(-30) }),
    ],
    [
      'growth of 30 issues, counted anew',
      20,
      () => {
        // Others each time.
        const from = (anew++ * 30) % (ISSUES - 90);
        return warehouse.growth({ publication: PUBLICATION, issues: all.slice(from, from + 30) });
      },
    ],
    [
      'a funnel over 90 days',
      ROUNDS,
      () =>
        warehouse.funnel({
          publication: PUBLICATION,
          issues: all.slice(-90).map(({ id }) => id),
          from: all.at(-90)?.since ?? 0,
          windowMs: 30 * 86_400_000,
        }),
    ],
    ['readers of 30 days and the 30 before', ROUNDS, () => warehouse.readersByDay(PUBLICATION, LAST_DAYS)],
    ['clicks, hits, trials and payments of the same', ROUNDS, () => warehouse.stepsByDay(PUBLICATION, LAST_DAYS)],
    [
      'paying readers on 31 days',
      ROUNDS,
      () =>
        warehouse.payingReaders({
          publication: PUBLICATION,
          moments: [...LAST_DAYS.days, LAST_DAYS.to],
          issues: all.slice(-40).map(({ id, since }) => ({ id, sentAt: since })),
        }),
    ],
    [
      'domains over 11 issues',
      20,
      () =>
        warehouse.domainOpenings({
          publication: PUBLICATION,
          latest: all.slice(-3).map(({ id }) => id),
          before: all.slice(-11, -3).map(({ id }) => id),
          fewest: 50,
          most: 40,
        }),
    ],
    ['versions (the live stream)', ROUNDS, () => warehouse.versions(PUBLICATION)],
    ["an issue's totals from the raw events", 20, (at) => rawTotals(engine, some(at))],
    ['all issues from the raw events', 3, () => rawTotals(engine, null)],
  ];
  const figures: Figures[] = [];
  for (const [what, rounds, ask] of questions) {
    for (const callers of what.includes('raw') ? [1] : [1, 10]) {
      tell(`${what}, ${callers} at once`);
      for (let warm = 0; warm < 3; warm++) await ask(warm);
      figures.push({ what, callers, ...(await timed(rounds, callers, ask)) });
    }
  }
  const [size] = await engine.rows<{ bytes: number }>(
    `SELECT sum(bytes_on_disk) / sum(rows) AS bytes FROM system.parts WHERE table = 'events' AND active`,
  );
  await engine.close();
  return { figures, bytes: size?.bytes ?? 0 };
}

/** What the report says in its largest figures, without aggregates. */
function rawTotals(engine: Engine, issue: number | null): Promise<unknown[]> {
  return engine.rows(
    `SELECT issue, countIf(kind = 'opened'), uniqExactIf(reader, kind = 'sent'), uniqExactIf(reader, kind IN ('opened', 'clicked') AND verdict IN ('human', 'proxied')),
       uniqExactIf(reader, kind = 'clicked' AND verdict IN ('human', 'proxied')), uniqExactIf(reader, kind = 'paywall_hit')
     FROM events WHERE publication = 1 ${issue === null ? '' : `AND issue = ${issue}`} GROUP BY issue SETTINGS max_execution_time = 0, max_memory_usage = 0`,
  );
}

async function timed(rounds: number, callers: number, ask: (at: number) => Promise<unknown>) {
  const took: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let at = next++; at < rounds; at = next++) {
        const begun = performance.now();
        await ask(at);
        took.push(performance.now() - begun);
      }
    }),
  );
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** On a terminal, what is being done; nothing in a log. */
function tell(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`);
}

async function compare(): Promise<void> {
  const kept = process.env.READOUT_BENCH_FOLDER;
  const base = kept ?? (await mkdtemp(join(tmpdir(), 'readout-query-')));
  const run = async (...args: readonly string[]) => {
    const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    if (code !== 0) throw new Error(`${args[0]} failed`);
    return said;
  };
  try {
    const bySize: { readonly figures: Figures[]; readonly bytes: number }[] = [];
    for (const millions of SIZES) {
      const path = join(base, `${millions}`);
      const isThere = await access(path).then(
        () => true,
        () => false,
      );
      if (!isThere) {
        await mkdir(base, { recursive: true });
        await run('prepare', path, String(millions));
      }
      bySize.push(JSON.parse(await run('measure', path)) as { figures: Figures[]; bytes: number });
    }
    const heads = SIZES.flatMap((millions) => [`${millions} M: p50 ms`, 'p95 ms']);
    console.log(
      `| what | callers | ${heads.join(' | ')} | p50: growth |\n|---|---|${heads.map(() => '---|').join('')}---|`,
    );
    for (const [at, { what, callers }] of (bySize[0]?.figures ?? []).entries()) {
      const cells = bySize
        .map(({ figures }) => figures[at])
        .flatMap((one) => [one?.p50.toFixed(1), one?.p95.toFixed(1)]);
      const growth = (bySize.at(-1)?.figures[at]?.p50 ?? 0) / (bySize[0]?.figures[at]?.p50 ?? 1);
      console.log(`| ${what} | ${callers} | ${cells.join(' | ')} | ${growth.toFixed(2)} |`);
    }
    console.log(
      `\nBytes an event on disk: ${bySize.map(({ bytes }, at) => `${bytes.toFixed(2)} at ${SIZES[at]} M`).join(', ')}`,
    );
  } finally {
    if (kept === undefined) await rm(base, { recursive: true, force: true });
  }
}

const [role, path = '', millions] = process.argv.slice(2);
if (role === 'prepare') await prepare(path, Number(millions));
else if (role === 'measure') console.log(JSON.stringify(await measure(path)));
else await compare();
