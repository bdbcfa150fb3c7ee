import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import fc from 'fast-check';
import { openEmbeddedEngine } from '../engine/embedded-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { warehouseOver } from '../open-warehouse.ts';
import { eventStreams, ISSUES, LINK_SECTIONS, PUBLICATION, wholeRecords } from '../testing/random-events.ts';
import { statements } from '../testing/random-statements.ts';
import type { PublicationInViews, SqlFormat } from '../views.ts';
import type { Warehouse } from '../warehouse.ts';
import { textOf } from './checked-sql.ts';
import { VIEW_DEFINITIONS, VIEW_NAMES } from './definitions.ts';

const PUBLIC_ID = '123456789abc' as PublicId;
const id = (number: number) => `issue-${number}` as PublicId;
const CATALOG: PublicationInViews = {
  publication: PUBLICATION,
  publicId: PUBLIC_ID,
  timeZone: 'Europe/Madrid',
  readerKey: new Uint8Array(16).fill(7),
  issues: ISSUES.map((number) => ({ number, id: id(number), name: `It's\t"${number}"\\`, sentAt: 1_772_000_000_000 })),
  sections: [51, 52].map((number) => ({ number, id: id(number), name: `Section ${number}`, issue: 11, ordinal: 1 })),
  links: [101, 102, 103, 104].map((number) => ({
    number,
    id: id(number),
    name: `https://example.com/${number}`,
    issue: 11,
    section: LINK_SECTIONS.get(number as never) ?? null,
    word: number === 104 ? 'honeypot' : 'outbound',
  })),
  offers: [1, 2].map((number) => ({ number, id: id(number), name: `Offer ${number}` })),
};

let folder: string;
let engine: Engine;
let warehouse: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-views-'));
  engine = await openEmbeddedEngine(folder);
  warehouse = await warehouseOver(engine);
  const events = fc.sample(eventStreams, { numRuns: 40, seed: 11 }).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const half = events.length / 2;
  await warehouse.insertEvents(wholeRecords(events, 0, half));
  // Some of them are settled already, and none may count twice.
  await warehouse.insertArrivals(wholeRecords(events, half / 2, events.length), Date.now());
  await warehouse.insertStatements(
    fc.sample(statements, { numRuns: 40, seed: 5 }).toSorted((a, b) => b.length - a.length)[0] ?? [],
  );
  await warehouse.offerViews(CATALOG);
}, 60_000);
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(sql: string, format: SqlFormat = 'ndjson'): Promise<string> {
  return textOf(await warehouse.askViews(PUBLIC_ID, sql, format));
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at what is really there
async function rows(sql: string): Promise<any[]> {
  return (await ask(sql))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('the views', () => {
  test.each(VIEW_NAMES)('%s has the columns that it is defined with', async (name) => {
    const described = await engine.rows<{ name: string; type: string; comment: string }>(
      `DESCRIBE TABLE readout_v1_${PUBLIC_ID}.${name}`,
    );
    expect(described.map((column) => [column.name, column.type, column.comment])).toEqual(
      Object.entries(VIEW_DEFINITIONS[name].columns).map(([column, { type, says }]) => [column, type, says]),
    );
    expect((await rows(`SELECT count() AS rows FROM ${name}`))[0].rows).toBeGreaterThan(0);
  });

  test('have the figures of issues that the API has, of what is settled and what has just arrived', async () => {
    const figures = await warehouse.figures({ publication: PUBLICATION, issues: ISSUES });
    const asked = await rows('SELECT * FROM issues ORDER BY issue');
    expect(figures.some(({ settling }) => settling > 0)).toBe(true);
    expect(asked).toEqual(
      figures.map((one, at) =>
        expect.objectContaining({
          issue: id(one.issue),
          title: CATALOG.issues[at]?.name,
          sent: one.sent,
          sent_free: one.sentTo.free,
          sent_trial: one.sentTo.trial,
          sent_premium: one.sentTo.premium,
          bounced: one.bounced,
          delivered: one.delivered,
          readers: one.readers,
          clickers: one.clickers,
          open_rate: one.delivered === 0 ? null : expect.closeTo(one.readers / one.delivered, 12),
          opens: one.opens,
          opens_prefetched: one.opensByVerdict.prefetched,
          opens_scanner: one.opensByVerdict.scanner,
          opens_unclear: one.opensByVerdict.unclear,
          clicks: one.clicks,
          machine_clicks: one.machineClicks,
          unclear_clicks: one.unclearClicks,
          settling: one.settling,
          paywall_hits: one.paywallHits,
          trials_started: one.trialsStarted,
        }),
      ),
    );
  });

  test('have the figures of links and sections that the API has, and no trap for machines', async () => {
    const { links, sections } = await warehouse.linksAndSections({
      publication: PUBLICATION,
      issues: ISSUES,
      linkSections: LINK_SECTIONS,
    });
    const shown = links.filter(({ link }) => Number(link) !== 104);
    const asked = await rows(
      'SELECT link, clicks, clickers, machine_clicks AS machineClicks, unclear_clicks AS unclearClicks FROM links WHERE clicks + machineClicks + unclearClicks > 0 ORDER BY link',
    );
    expect(asked).toEqual(
      shown
        .map(({ link, ...counts }) => ({ link: id(link), ...counts }))
        .toSorted((a, b) => (a.link < b.link ? -1 : 1)),
    );
    expect(await rows('SELECT section, clicks, clickers FROM sections ORDER BY section')).toEqual(
      sections
        .map(({ section, ...counts }) => ({ section: id(section), ...counts }))
        .toSorted((a, b) => (a.section < b.section ? -1 : 1)),
    );
    expect(await rows(`SELECT link FROM links WHERE link = 'issue-104'`)).toEqual([]);
  });

  test('have the readers and events of an export, by the same hashes', async () => {
    const terms = { format: 'ndjson', timeZone: 'UTC', readerKey: CATALOG.readerKey } as const;
    const lines = async (bytes: AsyncIterable<Uint8Array>) =>
      (await textOf(bytes))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const exported = await lines(
      (await warehouse.exportReaders({ publication: PUBLICATION, filter: {} }, terms)).bytes,
    );
    const counts = ({ first_seen, last_sent, last_read, ...one }: Record<string, unknown>) => JSON.stringify(one);
    expect((await rows('SELECT * FROM readers')).map(counts).sort()).toEqual(exported.map(counts).sort());
    const names = { issues: [], sections: [], links: [], offers: [] };
    const events = await lines(
      (await warehouse.exportEvents({ publication: PUBLICATION, filter: {}, names, inOrder: false }, terms)).bytes,
    );
    const few = ({ kind, reader, verdict, settled, country }: Record<string, unknown>) =>
      JSON.stringify([kind, reader, verdict, Boolean(settled), country]);
    expect((await rows('SELECT * FROM events')).map(few).sort()).toEqual(events.map(few).sort());
  });

  test('have the subscriptions that the API has, and what was paid', async () => {
    const all = await warehouse.subscriptions(PUBLICATION);
    const sum = (money: readonly { readonly amount: number }[]) =>
      money.reduce((total, { amount }) => total + amount, 0);
    const key = (one: unknown) => JSON.stringify(one);
    expect(
      (
        await rows(
          'SELECT toUnixTimestamp64Milli(began) AS began, status, payments, paid, refunded, failures, touch, issue, offer FROM subscriptions',
        )
      )
        .map(key)
        .sort(),
    ).toEqual(
      all
        .map((one) =>
          key({
            began: one.begun,
            status: one.status ?? '',
            payments: one.payments.length,
            paid: sum(one.payments),
            refunded: sum(one.refunds),
            failures: one.failures.length,
            touch: one.touch,
            issue: one.issue === null ? '' : id(one.issue),
            offer: one.offer === null ? '' : id(one.offer),
          }),
        )
        .sort(),
    );
    const [paid] = await rows(
      `SELECT sumIf(amount, kind = 'payment') AS paid, sumIf(amount, kind = 'refund') AS refunded FROM payments`,
    );
    expect(paid).toEqual({
      paid: sum(all.flatMap(({ payments }) => payments)),
      refunded: sum(all.flatMap(({ refunds }) => refunds)),
    });
  });

  test('tell of cohorts how many still pay', async () => {
    const all = await warehouse.subscriptions(PUBLICATION);
    const [payers] = await rows('SELECT sum(payers) AS payers FROM cohorts WHERE month = 0');
    expect(payers.payers).toBe(all.filter(({ payments }) => payments.length > 0).length);
    for (const { of, paying } of await rows('SELECT * FROM cohorts')) expect(paying).toBeLessThanOrEqual(of);
  });

  test('call things as the catalog does now, and keep what was before no longer', async () => {
    await warehouse.offerViews({ ...CATALOG, offers: [{ number: 1, id: id(1), name: 'Renamed' }] });
    await warehouse.offerViews(CATALOG);
    await warehouse.offerViews(CATALOG);
    const [kept] = await engine.rows<{ versions: number }>('SELECT uniqExact(version) AS versions FROM catalog_names');
    expect(kept?.versions).toBe(1);
  });
});

describe('a statement of somebody’s own', () => {
  test.each([
    `SELECT title, readers FROM issues ORDER BY readers DESC LIMIT 2;`,
    `WITH few AS (SELECT issue FROM issues WHERE readers < 1000) SELECT count() FROM events WHERE issue IN few`,
    `SELECT kind, count(*) AS n, countIf(verdict = 'human'), uniqExact(reader) FROM events GROUP BY kind HAVING n > 0 ORDER BY n`,
    `SELECT reader, count() FILTER (WHERE kind = 'opened') AS opens, row_number() OVER (ORDER BY reader) FROM events GROUP BY reader`,
    `SELECT toDate('2026-03-01') + number AS day, CASE WHEN number = 1 THEN 'a' ELSE 'b' END FROM numbers(3)`,
    `SELECT i.title, l.url FROM issues AS i LEFT JOIN links AS l ON i.issue = l.issue WHERE i.title LIKE '%1%' -- of that\n`,
    `SELECT 1 AS a UNION ALL (SELECT 2 INTERSECT SELECT 2)`,
    `SELECT arrayMap(x -> x + 1, groupArray(readers)), quantile(0.5)(readers), median(clicks) FROM issues`,
    `SELECT 'INTO OUTFILE; DROP TABLE events -- system.tables' AS words, "title" FROM "issues"`,
    `SELECT * EXCEPT (tags), COLUMNS('^opens') FROM issues`,
    `SELECT DATE_TRUNC('month', time) AS m, COUNT(DISTINCT reader) FROM events GROUP BY m`,
  ])('is asked: %s', async (sql) => {
    expect((await ask(sql)).length).toBeGreaterThan(0);
  });

  test.each([
    // other tables
    'SELECT * FROM default.events',
    'SELECT * FROM `default`.`events`',
    'SELECT * FROM system.tables',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM readout_v1_other.issues',
    `SELECT * FROM readout_v1_${PUBLIC_ID}.issues`,
    'SELECT * FROM catalog_names',
    'SELECT 1 FROM issues WHERE 1 IN default.events',
    'SELECT 1 FROM issues WHERE 1 IN (default.events)',
    'SELECT 1 FROM issues WHERE 1 GLOBAL NOT IN system.one',
    'SELECT (SELECT count() FROM default.events) AS n',
    'WITH (SELECT max(version) FROM default.catalog_names) AS v SELECT v',
    'SELECT * FROM issues, default.events',
    'SELECT * FROM issues JOIN default.events AS e ON 1 = e.issue',
    'SELECT * FROM issues UNION ALL SELECT * FROM system.one',
    // functions that give tables
    `SELECT * FROM file('/etc/passwd', 'LineAsString')`,
    `SELECT * FROM url('http://127.0.0.1:9/', 'LineAsString')`,
    `SELECT * FROM merge('default', '.*')`,
    `SELECT * FROM remote('127.0.0.1', 'default', 'events')`,
    `SELECT * FROM executable('id', 'LineAsString', 'x String')`,
    `SELECT * FROM view(SELECT * FROM default.events)`,
    `SELECT * FROM viewExplain('EXPLAIN', '', (SELECT * FROM default.events))`,
    'SELECT * FROM (EXPLAIN SELECT 1)',
    `SELECT * FROM mysql('h', 'd', 't', 'u', 'p')`,
    `SELECT * FROM s3('http://127.0.0.1:9/x', 'CSV')`,
    'SELECT * FROM format(JSONEachRow, \'{"a": 1}\')',
    'SELECT * FROM generateRandom()',
    `SELECT * FROM '/etc/passwd'`,
    'SELECT * FROM `/etc/passwd`',
    `SELECT * FROM cluster('default', default.events)`,
    // functions that look elsewhere
    `SELECT file('/etc/passwd')`,
    `SELECT FILE('/etc/passwd')`,
    "SELECT `file`('/etc/passwd')",
    `SELECT * APPLY file FROM (SELECT '/etc/passwd' AS p)`,
    `SELECT * APPLY(x -> file(x)) FROM (SELECT '/etc/passwd' AS p)`,
    `SELECT arrayMap(x -> file(x), ['/etc/passwd'])`,
    `WITH (SELECT file('/etc/passwd')) AS z SELECT z`,
    `SELECT title FROM issues ORDER BY file('/etc/passwd')`,
    `SELECT title FROM issues ORDER BY readers WITH FILL STEP toUInt8(file('/etc/passwd'))`,
    `SELECT title FROM issues LIMIT length(file('/etc/passwd'))`,
    `SELECT sum(readers) OVER (ORDER BY file('/etc/passwd')) FROM issues`,
    `SELECT sum(readers) OVER w FROM issues WINDOW w AS (PARTITION BY file('/etc/passwd'))`,
    `SELECT title, readers FROM issues ORDER BY readers WITH FILL INTERPOLATE (title AS file('/etc/passwd'))`,
    `SELECT * REPLACE (file('/etc/passwd') AS title) FROM issues`,
    `SELECT quantile(length(file('/etc/passwd')))(readers) FROM issues`,
    `SELECT * FROM numbers(length(file('/etc/passwd')))`,
    `SELECT dictGet('a', 'b', 1)`,
    `SELECT joinGet('default.x', 'a', 1)`,
    `SELECT hasColumnInTable('default', 'events', 'time')`,
    `SELECT getSetting('max_threads'), currentUser(), hostName()`,
    'SELECT sleep(3)',
    'SELECT filesystemAvailable()',
    `SELECT catboostEvaluate('/etc/passwd', 1)`,
    `SELECT aiGenerate('x')`,
    `SELECT getServerPort('tcp_port')`,
    `SELECT arrayReduce('aggThrow', [1])`,
    // what is no question
    'INSERT INTO issues SELECT 1',
    'INSERT INTO default.events SELECT * FROM default.events',
    "INSERT INTO FUNCTION file('x.csv') SELECT 1",
    'DROP TABLE default.events',
    'DROP VIEW issues',
    'CREATE TABLE t (x UInt8) ENGINE = Memory',
    'ALTER TABLE default.events DELETE WHERE 1',
    'TRUNCATE TABLE default.events',
    'SYSTEM FLUSH LOGS',
    'KILL QUERY WHERE 1',
    'SET max_execution_time = 0',
    'USE default',
    'SHOW TABLES',
    'DESCRIBE issues',
    'EXPLAIN SELECT 1',
    'EXPLAIN AST SELECT 1',
    "BACKUP DATABASE default TO File('/x')",
    'ATTACH TABLE t',
    'GRANT SELECT ON *.* TO x',
    // what comes after a question, or between
    `SELECT 1 INTO OUTFILE '/tmp/readout-own.csv'`,
    `SELECT 1 INTO OUTFILE '/tmp/readout-own.csv' FORMAT CSV`,
    `SELECT 1) INTO OUTFILE '/tmp/readout-own.csv' --`,
    `SELECT 1) INTO OUTFILE '/tmp/readout-own.csv'; SELECT (1`,
    `SELECT 1; SELECT 2`,
    `SELECT 1; DROP TABLE default.events`,
    `SELECT 1); DROP TABLE default.events; SELECT (1`,
    `SELECT 1 /* */ ; /* */ SELECT 2`,
    'SELECT 1 FORMAT CSV',
    'SELECT 1 SETTINGS max_execution_time = 0',
    'SELECT * FROM (SELECT 1 SETTINGS readonly = 0)',
    'SELECT * FROM issues SETTINGS readonly = 0',
    'SELECT {x:String}',
    'SELECT * FROM {x:Identifier}',
    `SELECT formatQuery('x')`,
    `SELECT 1 AS "x') INTO OUTFILE '/tmp/readout-own.csv' --" INTO OUTFILE '/tmp/readout-own.csv'`,
    'SELECT \u0000',
    'SELECT 1 -- \n; DROP TABLE default.events',
    '',
    'nothing',
    'SELECT nothing FROM issues',
    'SELECT * FROM nothing',
    `SELECT '${'x'.repeat(100_001)}'`,
  ])('is refused: %s', async (sql) => {
    await expect(ask(sql)).rejects.toMatchObject({ code: 'SQL_REFUSED', message: expect.stringMatching(/.{20}/) });
  });

  test('writes nothing, wherever it tries', async () => {
    await expect(rm('/tmp/readout-own.csv')).rejects.toThrow('ENOENT');
    expect((await rows('SELECT count() AS n FROM events'))[0].n).toBeGreaterThan(50);
  });

  test('that got past all of that would be refused by the engine, which lets it read alone', async () => {
    for (const sql of [
      `SELECT * FROM file('/etc/passwd', 'LineAsString')`,
      `SELECT * FROM url('http://127.0.0.1:9/', 'LineAsString')`,
      'INSERT INTO default.checks (publication) SELECT 1',
      'SELECT 1 SETTINGS max_execution_time = 0',
    ]) {
      const bytes = engine.streamReadOnly(`readout_v1_${PUBLIC_ID}`, sql, 'CSV');
      await expect(textOf(bytes)).rejects.toThrow(/readonly|Syntax error/);
    }
  });

  test('is ended where it takes too much memory or gives too many rows, and others go on', async () => {
    await expect(ask('SELECT groupArray(number) FROM numbers(500000000)')).rejects.toThrow(/memory limit/i);
    await expect(ask('SELECT number FROM numbers(1000001)')).rejects.toThrow(/Limit for result/i);
    expect(await rows('SELECT count() AS n FROM numbers(1000)')).toEqual([{ n: 1000 }]);
  }, 60_000);

  test('comes as CSV in which nothing becomes a formula', async () => {
    const csv = await ask(
      `SELECT '=1+1' AS a, -1 AS b, toLowCardinality('@x') AS c, NULL::Nullable(String) AS d`,
      'csv',
    );
    expect(csv).toBe(`"a","b","c","d"\n"'=1+1",-1,"'@x",\n`);
  });
});

test('views of a publication that is gone are gone', async () => {
  const other = 'zzzzzzzzzzzz' as PublicId;
  await warehouse.offerViews({ ...CATALOG, publication: 9 as never, publicId: other });
  await warehouse.withdrawViews(9 as never, other);
  const names = await engine.rows<{ name: string }>('SELECT name FROM system.databases');
  expect(names.map(({ name }) => name)).toContain(`readout_v1_${PUBLIC_ID}`);
  expect(names.map(({ name }) => name)).not.toContain(`readout_v1_${other}`);
  const kept = await engine.rows('SELECT 1 FROM catalog_names WHERE publication = 9');
  expect(kept).toEqual([]);
});
