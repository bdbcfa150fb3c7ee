import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as streamText } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { IssueId, LinkId, ReaderEvent, ReaderId } from '@readout/events';
import fc from 'fast-check';
import { openEmbeddedEngine } from '../engine/embedded-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { fetchesOf } from '../questions/judged-fetches.sql.ts';
import { migrate } from '../schema/migrate.ts';
import { text } from '../schema/table.ts';
import { failing } from '../testing/failing-engine.ts';
import { BEGINNING, eventStreams, ISSUES, PUBLICATION, wholeRecords } from '../testing/random-events.ts';
import type { JudgedFetch, Revision } from '../verdict-history.ts';
import { reviseVerdicts } from './revise-verdicts.ts';
import { Writer } from './writer.ts';

const VERDICTS = ['human', 'proxied', 'prefetched', 'scanner', 'unclear'] as const;
const TABLES = ['events', 'arrivals', 'issue_figures', 'issue_activity', 'link_figures', 'ledger', 'revisions'];
/** As many as make several mutations of these few events. */
const AT_ONCE = 20;

/** Another verdict for each fetch, by what it is; the same for the same. */
function verdictOn({ time, reader }: Pick<ReaderEvent, 'time' | 'reader'>): Omit<Revision, 'key' | 'partition'> {
  const number = time + (reader ?? 0);
  const verdict = VERDICTS[number % VERDICTS.length] ?? 'human';
  return { verdict, reasons: ['own:It\\s mine', `${number % 3}`], confidence: (number % 101) / 100 };
}

function canBeJudged({ kind, issue, reader, fetch }: ReaderEvent): boolean {
  return (kind === 'opened' || kind === 'clicked') && issue !== null && reader !== null && fetch !== undefined;
}

function revised(event: ReaderEvent): ReaderEvent {
  if (!canBeJudged(event) || event.fetch === undefined) return event;
  const { verdict, reasons, confidence } = verdictOn(event);
  return { ...event, verdict, reasons, fetch: { ...event.fetch, confidence } };
}

/** What is not as it should be, read as it stands when it is asked for. */
async function* revisions(engine: Engine): AsyncGenerator<readonly Revision[]> {
  for (const issue of ISSUES) {
    const { fetches } = await fetchesOf(engine, { publication: PUBLICATION, issue, of: 1, remainder: 0 });
    yield fetches.flatMap((one) => {
      const wanted = verdictOn(one);
      const isSo = one.verdict === wanted.verdict && one.reasons.join() === wanted.reasons.join();
      return isSo && one.fetch.confidence === wanted.confidence
        ? []
        : [{ key: one.key, partition: one.partition, ...wanted }];
    });
  }
}

const inOrder = (lines: readonly string[]) => [...lines].sort();

async function heldIn(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.written<{ line: string }>(
    `SELECT concat(partition, ' ', collector, ' ', position, ' ', kind, ' ', verdict, ' ', reasons, ' ', confidence) AS line FROM events`,
  );
  return inOrder(rows.map(({ line }) => line));
}

function lineOf({ origin, kind, verdict, reasons, fetch }: ReaderEvent): string {
  const { partition, collector, position } = origin;
  return `${partition} ${collector} ${position} ${kind} ${verdict} ${reasons.join()} ${Math.round((fetch?.confidence ?? 0) * 100)}`;
}

async function figuresIn(engine: Engine): Promise<unknown> {
  return await engine.written(
    `SELECT issue, sum(human_opens) AS human, sum(scanner_opens) AS scanner, sum(clicks) AS clicks, groupBitmapMerge(f.clickers) AS people
     FROM issue_figures AS f WHERE publication = ${PUBLICATION} GROUP BY issue ORDER BY issue`,
  );
}

function figuresOf(events: readonly ReaderEvent[]): unknown {
  return ISSUES.flatMap((issue) => {
    const mine = events.filter((event) => event.issue === issue);
    const count = (kind: string, ...verdicts: string[]) =>
      mine.filter((event) => event.kind === kind && verdicts.includes(event.verdict)).length;
    const clickers = mine.flatMap(({ kind, verdict, reader }) =>
      kind === 'clicked' && ['human', 'proxied'].includes(verdict) && reader !== null ? [reader] : [],
    );
    if (mine.length === 0) return [];
    return [
      {
        issue,
        human: count('opened', 'human'),
        scanner: count('opened', 'scanner'),
        clicks: count('clicked', 'human', 'proxied'),
        people: new Set(clickers).size,
      },
    ];
  });
}

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-revisions-'));
  engine = await openEmbeddedEngine(folder);
  await migrate(engine);
}, 60_000);
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(emptied);

async function emptied(): Promise<void> {
  for (const table of TABLES) await engine.command(`TRUNCATE TABLE ${table}`);
}

describe('verdicts judged anew', () => {
  test('take the place of those that were, of just these fetches, and figures made anew are of them', async () => {
    await fc.assert(
      fc.asyncProperty(eventStreams, async (events) => {
        await emptied();
        const writer = new Writer(engine);
        await writer.insertEvents(events);
        await reviseVerdicts(engine, PUBLICATION, revisions(engine), AT_ONCE);
        await writer.rebuild(() => undefined);
        const wanted = events.map(revised);
        expect(await heldIn(engine)).toEqual(inOrder(wanted.map(lineOf)));
        expect(await figuresIn(engine)).toEqual(figuresOf(wanted));
        expect(await engine.written('SELECT count() AS rows FROM revisions')).toEqual([{ rows: 0 }]);
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  test('are right after a second run, wherever the first was broken off, while events go on coming', async () => {
    const fault = fc.constantFrom('before' as const, 'after' as const);
    const faults = fc.array(fc.tuple(fc.nat(12), fault), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(eventStreams, faults, async (events, at) => {
        await emptied();
        const writer = new Writer(engine);
        const half = Math.ceil(events.length / 2);
        await writer.insertEvents(wholeRecords(events, 0, half));
        const faulty = failing(engine, new Map(at));
        let comes = 0;
        const asTheyStand = async function* () {
          for await (const some of revisions(engine)) {
            // What comes after something was read of its issue keeps the verdict that it came with.
            if (comes++ === 0) await writer.insertEvents(wholeRecords(events, half, events.length).map(revised));
            yield some;
          }
        };
        for (let attempt = 0; ; attempt++) {
          expect(attempt).toBeLessThan(10);
          try {
            await reviseVerdicts(faulty, PUBLICATION, asTheyStand(), AT_ONCE);
            break;
          } catch (error) {
            expect(String(error)).toMatch(/connection lost/);
          }
        }
        await writer.insertEvents(events.map(revised));
        await writer.rebuild(() => undefined);
        const wanted = events.map(revised);
        expect(await heldIn(engine)).toEqual(inOrder(wanted.map(lineOf)));
        expect(await figuresIn(engine)).toEqual(figuresOf(wanted));
        expect(await engine.written('SELECT count() AS rows FROM revisions')).toEqual([{ rows: 0 }]);
      }),
      { numRuns: 7 },
    );
  }, 240_000);

  test('are right after a run that ends, wherever others were killed in the middle of a mutation', async () => {
    const script = join(import.meta.dirname, '../testing/revise-until-killed.ts');
    const run = async (what: 'kill' | 'finish') => {
      const child = spawn(process.execPath, ['--import', 'tsx', script, join(folder, 'killed'), what], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH },
      });
      const [printed, [, signal]] = await Promise.all([streamText(child.stdout), once(child, 'exit')]);
      return { printed, signal };
    };
    expect((await run('kill')).signal).toBe('SIGKILL');
    expect((await run('kill')).signal).toBe('SIGKILL');
    const { printed } = await run('finish');
    expect(JSON.parse(printed)).toEqual([{ verdict: 'scanner', events: 200_000 }]);
  }, 120_000);

  test('are given up where they cannot be carried out, with the reason, and nothing goes on failing', async () => {
    const issue = ISSUES[0] as IssueId;
    await engine.command(
      `INSERT INTO events (publication, issue, kind, verdict, method, reader) VALUES (${PUBLICATION}, ${issue}, 'opened', 'human', 'GET', 1)`,
    );
    const broken: Engine = {
      cluster: engine.cluster,
      isShared: engine.isShared,
      rows: (sql, parameters) => engine.rows(sql, parameters),
      written: (sql) => engine.written(sql),
      insert: (rows, terms) => engine.insert(rows, terms),
      stream: (sql, format) => engine.stream(sql, format),
      streamReadOnly: (database, sql, format) => engine.streamReadOnly(database, sql, format),
      close: () => engine.close(),
      command: (sql) =>
        engine.command(
          sql.replace('WHERE publication', `WHERE throwIf(reader = 1, 'no room left') = 0 AND publication`),
        ),
    };
    await expect(reviseVerdicts(broken, PUBLICATION, revisions(engine))).rejects.toThrow(/no room left/);
    expect(await engine.written(`SELECT count() AS unfinished FROM system.mutations WHERE NOT is_done`)).toEqual([
      { unfinished: 0 },
    ]);
    await reviseVerdicts(engine, PUBLICATION, revisions(engine));
    expect(await heldIn(engine)).toEqual([expect.stringContaining('opened proxied own:')]);
  }, 60_000);

  test('are carried out in a cluster by statements that ClickHouse understands', async () => {
    const said: string[] = [];
    const cluster = { name: 'readout', shards: 3 };
    const noted: Engine = {
      cluster,
      isShared: true,
      rows: async () => [],
      async written(sql) {
        said.push(sql);
        return [];
      },
      async command(sql) {
        said.push(sql);
      },
      insert: async ({ table }, terms) => {
        said.push(`INSERT INTO ${table} SELECT * FROM ${table} /* shard ${terms?.shard} */`);
      },
      stream: () => {
        throw new Error('nothing is exported here');
      },
      streamReadOnly: () => {
        throw new Error('nobody asks here');
      },
      close: async () => undefined,
    };
    await reviseVerdicts(
      noted,
      PUBLICATION,
      (async function* () {
        yield [4, 5].map((partition) => ({
          ...{ key: '7', partition, verdict: 'human' as const, reasons: ['x'], confidence: 1 },
        }));
      })(),
    );
    for (const sql of said) {
      const [row] = await engine.written<{ is: number }>(`SELECT formatQueryOrNull(${text(sql)}) IS NOT NULL AS is`);
      expect([sql, row?.is]).toEqual([sql, 1]);
    }
    expect(said.filter((sql) => sql.startsWith('INSERT')).map((sql) => /shard \d/.exec(sql)?.[0])).toEqual([
      'shard 1',
      'shard 2',
    ]);
    const at = (what: RegExp) => said.findIndex((sql) => what.test(sql));
    expect(at(/^SYSTEM SYNC REPLICA ON CLUSTER 'readout' revisions_local/)).toBeGreaterThan(at(/^INSERT/));
    expect(at(/^ALTER TABLE events_local ON CLUSTER 'readout' UPDATE/)).toBeGreaterThan(at(/^SYSTEM SYNC/));
  });

  test('are none where none came out differently: nothing is mutated', async () => {
    await reviseVerdicts(
      engine,
      PUBLICATION,
      (async function* () {
        yield [];
      })(),
    );
    expect(await engine.written(`SELECT count() AS unfinished FROM system.mutations WHERE NOT is_done`)).toEqual([
      { unfinished: 0 },
    ]);
  });
});

describe('what is read for it', () => {
  const issue = ISSUES[0] as IssueId;
  let position = 0;
  const event = (
    kind: ReaderEvent['kind'],
    reader: number | null,
    more: Partial<ReaderEvent> & { readonly at?: number } = {},
  ): ReaderEvent => ({
    origin: { partition: 3, collector: 1, position: position++ },
    kind,
    time: BEGINNING + (more.at ?? 0),
    publication: PUBLICATION,
    issue,
    section: null,
    link: kind === 'clicked' ? (7 as LinkId) : null,
    reader: reader as ReaderId | null,
    segment: 'none',
    edition: 'none',
    source: 'pixel',
    verdict: 'none',
    reasons: [],
    ...more,
  });
  const fetched = (kind: 'opened' | 'clicked', reader: number | null, more: Partial<ReaderEvent> = {}) =>
    event(kind, reader, {
      verdict: 'human',
      reasons: ['ordinary_client', 'opened_here'],
      network: 'other',
      fetch: { client: 'Chrome 142 / Windows', method: 'GET', place: 9, shape: 3, confidence: 0.8 },
      ...more,
    });

  test('is all of the fetches, each in one stretch, with deliveries and domains beside them', async () => {
    const { fetch: _, ...reported } = fetched('opened', 2);
    const events = [
      event('sent', 1, { domain: 'bank.example' }),
      event('sent', 2),
      event('delivered', 2, { at: 500 }),
      event('delivered', 2, { at: 300 }),
      event('delivered', 5, { at: 300, domain: 'post.example' }),
      fetched('opened', 1),
      fetched('clicked', 2),
      fetched('clicked', null),
      fetched('opened', 4, { verdict: 'unclear', reasons: ['token_forged'] }),
      { ...reported, origin: { partition: 3, collector: 1, position: position++ } },
      fetched('opened', 5, { issue: ISSUES[1] as IssueId }),
      event('opened', 2, { at: 700, sighting: { client: 'curl', place: 4, said: 'bot' } }),
      event('opened', 2, { at: 800 }),
    ];
    await new Writer(engine).insertEvents(events);
    const parts = await Promise.all(
      [0, 1].map((remainder) => fetchesOf(engine, { publication: PUBLICATION, issue, of: 2, remainder })),
    );
    const shown = ({ kind, reader, time, link, verdict, reasons, network, fetch, partition }: JudgedFetch) => ({
      ...{ kind, reader, time, link, verdict, reasons, network, fetch, partition },
    });
    const like = {
      verdict: 'human',
      reasons: ['ordinary_client', 'opened_here'],
      network: 'other',
      fetch: { client: 'Chrome 142 / Windows', method: 'GET', place: 9, shape: 3, confidence: 0.8 },
      partition: 3,
      time: BEGINNING,
    };
    expect(parts.map(({ fetches }) => fetches.map(shown))).toEqual([
      [{ ...like, kind: 'clicked', reader: 2, link: 7 }],
      [{ ...like, kind: 'opened', reader: 1, link: null }],
    ]);
    expect(parts.map(({ around }) => around)).toEqual([
      [
        { kind: 'delivered', time: BEGINNING + 300, link: null, reader: 2 },
        {
          kind: 'opened',
          time: BEGINNING + 700,
          link: null,
          reader: 2,
          sighting: { client: 'curl', place: 4, said: 'bot' },
        },
      ],
      expect.arrayContaining([
        { kind: 'sent', time: 0, link: null, reader: 1, domain: 'bank.example' },
        { kind: 'delivered', time: BEGINNING + 300, link: null, reader: 5, domain: 'post.example' },
      ]),
    ]);
  });

  test('are arrivals beside it, as long as they are not among the events', async () => {
    const [first, second] = [fetched('clicked', 2), fetched('clicked', 2)];
    const writer = new Writer(engine);
    await writer.insertArrivals([first, second], BEGINNING);
    await writer.insertEvents([first]);
    const { fetches, around } = await fetchesOf(engine, { publication: PUBLICATION, issue, of: 1, remainder: 0 });
    expect(fetches).toHaveLength(1);
    expect(around).toEqual([
      { kind: 'clicked', time: BEGINNING, link: 7, reader: 2, network: 'other', fetch: second.fetch },
    ]);
  });
});
