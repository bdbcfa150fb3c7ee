import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IssueId, PublicationId, ReaderEvent } from '@readout/events';
import fc from 'fast-check';
import { openEmbeddedEngine } from './engine/embedded-engine.ts';
import type { Engine } from './engine/engine.ts';
import { openWarehouse, warehouseOver } from './open-warehouse.ts';
import { FAULTS, failing } from './testing/failing-engine.ts';
import { plainlyCounted, sorted } from './testing/plainly-counted.ts';
import {
  eventStreams,
  ISSUES,
  LINK_SECTIONS,
  OTHER_PUBLICATION,
  PUBLICATION,
  wholeRecords,
} from './testing/random-events.ts';
import type { Warehouse } from './warehouse.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-warehouse-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const TABLES = [
  'events',
  'arrivals',
  'issue_figures',
  'issue_activity',
  'link_figures',
  'quarantine',
  'ledger',
  'replays',
];

async function emptied(engine: Engine): Promise<Engine> {
  await warehouseOver(engine);
  for (const table of TABLES) await engine.command(`TRUNCATE TABLE ${table}`);
  return engine;
}

async function expectAgreement(warehouse: Warehouse, events: readonly ReaderEvent[]): Promise<void> {
  const mine = events.filter(({ publication }) => publication === PUBLICATION);
  for (const issue of ISSUES) {
    const report = await warehouse.issueReport({ publication: PUBLICATION, issue, linkSections: LINK_SECTIONS });
    expect(sorted(report)).toEqual(sorted(plainlyCounted(mine, issue, LINK_SECTIONS)));
  }
  const counted = new Map<IssueId, number>();
  for (const { issue } of mine) if (issue !== null) counted.set(issue, (counted.get(issue) ?? 0) + 2);
  expect(new Map([...(await warehouse.versions(PUBLICATION))].sort())).toEqual(new Map([...counted].sort()));
}

describe('the warehouse', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEmbeddedEngine(join(folder, 'property'));
  }, 60_000);
  afterAll(() => engine.close());

  test('counts what a plain count says, however the events come in batches, repeats and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        eventStreams,
        fc.array(fc.record({ from: fc.nat(120), length: fc.integer({ min: 1, max: 60 }), restart: fc.boolean() }), {
          maxLength: 6,
        }),
        async (events, batches) => {
          await emptied(engine);
          let warehouse = await warehouseOver(engine);
          // Whatever part was written first, reading goes on from somewhere before the first gap: never with one.
          let written = 0;
          for (const { from, length, restart } of [...batches, { from: 0, length: events.length, restart: true }]) {
            if (restart) warehouse = await warehouseOver(engine);
            const start = Math.min(from, written);
            await warehouse.insertEvents(wholeRecords(events, start, start + length));
            written = Math.max(written, start + length);
          }
          await expectAgreement(warehouse, events);
        },
      ),
      { numRuns: 10 },
    );
  }, 180_000);

  test('counts each event once wherever a write fails, done, not done or done in part, with or without a restart', async () => {
    await fc.assert(
      fc.asyncProperty(
        eventStreams,
        fc.array(fc.tuple(fc.nat(14), fc.constantFrom(...FAULTS)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.boolean(),
        async (events, faults, restarts) => {
          await emptied(engine);
          const faulty = failing(engine, new Map(faults));
          let warehouse: Warehouse | null = null;
          const third = Math.ceil(events.length / 3);
          let from = 0;
          for (let attempt = 0; from < events.length; attempt++) {
            expect(attempt).toBeLessThan(20);
            try {
              warehouse ??= await warehouseOver(faulty);
              await warehouse.insertEvents(wholeRecords(events, from, from + third));
              from += third;
            } catch (error) {
              expect(String(error)).toContain('connection lost');
              if (restarts) warehouse = null;
            }
          }
          await expectAgreement(await warehouseOver(engine), events);
        },
      ),
      { numRuns: 10 },
    );
  }, 180_000);

  test('the list has the figures of the report, and new readers by hour since sending', async () => {
    await emptied(engine);
    const warehouse = await warehouseOver(engine);
    const sentAt = Date.UTC(2026, 2, 2, 6, 34);
    const [issue = 0 as IssueId, silent = 0 as IssueId] = ISSUES;
    const open = (reader: number, minutes: number, position: number): ReaderEvent => ({
      origin: { partition: 0, collector: 1, position },
      kind: 'opened',
      time: sentAt + minutes * 60_000,
      publication: PUBLICATION,
      issue,
      section: null,
      link: null,
      reader: reader as ReaderEvent['reader'],
      segment: 'none',
      edition: 'none',
      source: 'pixel',
      verdict: 'human',
      reasons: ['ordinary_client'],
    });
    const events = [
      [1, -90], // the author's own proof, before sending: belongs to the first hour
      [2, 0],
      [3, 10],
      [2, 20], // again
      [4, 61],
      [5, 60 * 47 + 30],
      [6, 60 * 48 + 30], // beyond the 48 hours
    ].map(([reader = 0, minutes = 0], position) => open(reader, minutes, position));
    await warehouse.insertEvents(events);
    const issues = [issue, silent].map((id) => ({ id, since: sentAt }));
    const [first, second] = await warehouse.issueSummaries({ publication: PUBLICATION, issues });
    const { figures } = await warehouse.issueReport({ publication: PUBLICATION, issue, linkSections: new Map() });
    expect(first).toEqual({ ...figures, readersByHour: [3, 1, ...Array(45).fill(0), 1] });
    expect(figures.readers).toBe(6);
    expect(second).toMatchObject({ issue: silent, readers: 0, sent: 0, readersByHour: [] });
    const unknownBeginning = await warehouse.issueSummaries({
      publication: PUBLICATION,
      issues: [{ id: issue, since: null }],
    });
    expect(unknownBeginning[0]?.readersByHour).toEqual([1, 2, 1]);
    const elsewhere = await warehouse.issueSummaries({ publication: OTHER_PUBLICATION, issues });
    expect(elsewhere.map(({ readers }) => readers)).toEqual([0, 0]);
  });

  test('a removed publication is gone, stays gone when its records come again, and leaves the others as they were', async () => {
    await emptied(engine);
    const warehouse = await warehouseOver(engine);
    const isKept = ({ publication }: ReaderEvent) => publication === OTHER_PUBLICATION;
    const events =
      fc.sample(eventStreams, { numRuns: 50, seed: 5 }).find((some) => some.filter(isKept).length > 3) ?? [];
    const doomed = events.filter(isKept);
    expect(doomed.length).toBeGreaterThan(3);
    await warehouse.insertEvents(events);
    await warehouse.deletePublication(PUBLICATION);
    const rows = () =>
      engine.rows<{ publication: PublicationId; n: number }>(
        'SELECT publication, count() AS n FROM events GROUP BY publication',
      );
    expect(await rows()).toEqual([{ publication: OTHER_PUBLICATION, n: doomed.length }]);
    expect(await warehouse.versions(PUBLICATION)).toEqual(new Map());
    const reopened = await warehouseOver(engine);
    await reopened.insertEvents(events);
    expect(await rows()).toEqual([{ publication: OTHER_PUBLICATION, n: doomed.length }]);
    const [issue = 0 as IssueId] = ISSUES;
    const { figures, activity } = await reopened.issueReport({
      publication: PUBLICATION,
      issue,
      linkSections: new Map(),
    });
    expect(figures).toMatchObject({ sent: 0, opens: 0, readers: 0 });
    expect(activity).toEqual([]);
  });

  test('figures made anew from the events are the same, while events keep coming', async () => {
    await emptied(engine);
    const warehouse = await warehouseOver(engine);
    const events = fc.sample(eventStreams, { numRuns: 20, seed: 9 }).find((some) => some.length > 80) ?? [];
    expect(events.length).toBeGreaterThan(80);
    await warehouse.insertEvents(wholeRecords(events, 0, 60));
    // Something has gone wrong with them.
    for (const table of ['issue_figures', 'link_figures']) await engine.command(`TRUNCATE TABLE ${table}`);
    const shares: number[] = [];
    await Promise.all([warehouse.rebuild((share) => shares.push(share)), warehouse.insertEvents(events)]);
    await expectAgreement(warehouse, events);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    await expectAgreement(await warehouseOver(engine), events);
    const tables = await engine.rows<{ name: string }>(`SELECT name FROM system.tables WHERE name LIKE '%_next'`);
    expect(tables).toEqual([]);
  }, 60_000);

  test('quarantine keeps each record once as it was, newest first, page by page', async () => {
    await emptied(engine);
    const warehouse = await warehouseOver(engine);
    const lines = ['{"broken', "tab\t newline\n backslash\\ quote' nul\0 ümläut 漢", ''];
    const records = Array.from({ length: 25 }, (_, position) => ({
      origin: { partition: 0, collector: 1, position },
      reason: `not JSON, ${position}`,
      line: lines[position % 3] ?? '',
      time: Date.UTC(2026, 2, 2) + Math.floor(position / 5),
    }));
    await warehouse.insertQuarantine(records.slice(0, 10));
    await warehouse.insertQuarantine(records);
    const first = await warehouse.quarantine({ limit: 20 });
    expect(first.total).toBe(25);
    expect(first.records).toEqual(records.toReversed().slice(0, 20));
    const last = first.records.at(-1);
    const second = await warehouse.quarantine({ limit: 20, ...(last && { before: last.origin }) });
    expect(second.records).toEqual(records.toReversed().slice(20));
    const nowhere = await warehouse.quarantine({ limit: 5, before: { partition: 3, collector: 1, position: 9 } });
    expect(nowhere.records).toEqual([]);
  });

  test('every word of the vocabulary has its number in the tables', async () => {
    const { EVENT_KINDS, VERDICTS, SEGMENTS, EDITIONS, SOURCES, NETWORK_KINDS, PROVIDER_WORDS } = await import(
      '@readout/events'
    );
    await warehouseOver(engine);
    const columns = await engine.rows<{ name: string; type: string }>(
      `SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = 'events' AND type LIKE 'Enum8%'`,
    );
    const words = Object.fromEntries(
      columns.map(({ name, type }) => [
        name,
        [...type.matchAll(/'(\w+)' = (\d+)/g)].map(([, word, number]) => `${word} ${number}`),
      ]),
    );
    const numbered = (list: readonly string[]) => list.map((word, at) => `${word} ${at + 1}`);
    expect(words).toEqual({
      kind: numbered(EVENT_KINDS),
      verdict: numbered(VERDICTS),
      said: numbered(PROVIDER_WORDS),
      segment: numbered(SEGMENTS),
      edition: numbered(EDITIONS),
      source: numbered(SOURCES),
      network: numbered(NETWORK_KINDS),
      method: numbered(['none', 'GET', 'HEAD']),
    });
  });

  test('times are kept to the millisecond, the earliest and the latest too', async () => {
    await emptied(engine);
    const warehouse = await warehouseOver(engine);
    const times = [0, 1, 999_999_999, 1_780_000_000_123, 4_102_444_799_999];
    const [sample] = fc.sample(eventStreams, { numRuns: 1, seed: 1 })[0] ?? [];
    if (sample === undefined) throw new Error('no event');
    await warehouse.insertEvents(
      times.map((time, position) => ({ ...sample, time, origin: { partition: 0, collector: 1, position } })),
    );
    const kept = await engine.rows<{ t: number }>(
      'SELECT toUnixTimestamp64Milli(time) AS t FROM events ORDER BY position',
    );
    expect(kept.map(({ t }) => t)).toEqual(times);
  });
});

describe('opening', () => {
  test('a warehouse made by a newer Readout is refused in one sentence', async () => {
    const path = join(folder, 'newer');
    const engine = await openEmbeddedEngine(path);
    await warehouseOver(engine);
    await engine.insert({ table: 'schema_versions', columns: ['version'], text: '999\n' });
    await expect(warehouseOver(engine)).rejects.toMatchObject({
      code: 'WAREHOUSE_TOO_NEW',
      message: expect.stringContaining('newer Readout'),
    });
    await engine.close();
  }, 60_000);

  test('a warehouse from before the first release is refused in a sentence that says what to do', async () => {
    const engine = await openEmbeddedEngine(join(folder, 'older'));
    await engine.command('CREATE TABLE schema_versions (version UInt32) ENGINE = MergeTree ORDER BY version');
    await engine.insert({ table: 'schema_versions', columns: ['version'], text: '1\n' });
    await expect(warehouseOver(engine)).rejects.toMatchObject({
      code: 'WAREHOUSE_TOO_OLD',
      message: expect.stringContaining('Move the data folder away'),
    });
    await engine.close();
  }, 60_000);

  test('a server that is not there is named, the password is not', async () => {
    const config = {
      kind: 'server',
      url: 'http://127.0.0.1:9',
      username: 'u',
      password: 'hunter22',
      database: 'd',
      reader: null,
      cluster: null,
      caFile: null,
    } as const;
    const error: unknown = await openWarehouse(config).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'WAREHOUSE_UNAVAILABLE', message: expect.stringContaining('127.0.0.1:9') });
    expect(String(error)).not.toContain('hunter22');
  });

  test('a folder that cannot be used is told in one sentence', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(openWarehouse({ kind: 'embedded', path: join(file, 'warehouse') })).rejects.toMatchObject({
      code: 'WAREHOUSE_UNAVAILABLE',
      message: expect.stringContaining(file),
    });
  });
});
