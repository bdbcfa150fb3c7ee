import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReaderEvent } from '@readout/events';
import fc from 'fast-check';
import { openServerEngine } from './engine/server-engine.ts';
import { openWarehouse, warehouseOver } from './open-warehouse.ts';
import { TABLES } from './schema/0001-events-and-figures.sql.ts';
import { FAULTS, failing } from './testing/failing-engine.ts';
import { plainlyCounted, sorted } from './testing/plainly-counted.ts';
import { eventStreams, ISSUES, LINK_SECTIONS, PUBLICATION, wholeRecords } from './testing/random-events.ts';
import type { Warehouse } from './warehouse.ts';
import { WRITING } from './writing/fences.ts';

const PARTITIONS = [0, 1] as const;

async function expectAgreement(warehouse: Warehouse, events: readonly ReaderEvent[]): Promise<void> {
  const mine = events.filter(({ publication }) => publication === PUBLICATION);
  for (const issue of ISSUES) {
    const report = await warehouse.issueReport({ publication: PUBLICATION, issue, linkSections: LINK_SECTIONS });
    expect(sorted(report)).toEqual(sorted(plainlyCounted(mine, issue, LINK_SECTIONS)));
  }
}

/** As the ingester does: again, unless it is told that the partition is somebody else's. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!/connection lost|is held/.test(String(error)) || attempt === 100) throw error;
      await sleep(20);
    }
  }
}

/** A server where CLICKHOUSE_URL names one; otherwise the same engine behind ClickHouse's HTTP interface. */
describe('the warehouse on a server', () => {
  const { CLICKHOUSE_URL, CLICKHOUSE_USER = 'default', CLICKHOUSE_PASSWORD = '' } = process.env;
  let folder: string;
  let child: ChildProcess | null = null;
  let config = {
    kind: 'server' as const,
    url: CLICKHOUSE_URL ?? '',
    username: CLICKHOUSE_USER,
    password: CLICKHOUSE_PASSWORD,
    database: `readout_test_${Date.now()}`,
    reader: null,
    cluster: null,
    caFile: null,
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readout-server-'));
    if (CLICKHOUSE_URL !== undefined) return;
    config = { ...config, username: 'readout', password: 'sea & "salt"' };
    const script = join(import.meta.dirname, 'testing/clickhouse-over-http.ts');
    child = spawn(
      process.execPath,
      ['--import', 'tsx', script, join(folder, 'data'), config.username, config.password],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH },
      },
    );
    const [port] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    config = { ...config, url: `http://127.0.0.1:${String(port).trim()}` };
  }, 60_000);
  afterAll(async () => {
    if (child !== null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('makes its database and tables, and counts the same as the embedded one, over a restart', async () => {
    const [events = []] = fc.sample(eventStreams, { numRuns: 1, seed: 3 });
    const first = await openWarehouse(config);
    for (const partition of PARTITIONS) await first.claim(partition);
    await first.insertEvents(wholeRecords(events, 0, 30));
    await first.close();
    const second = await openWarehouse(config);
    for (const partition of PARTITIONS) await second.claim(partition);
    await second.insertEvents(events);
    await expectAgreement(second, events);
    await second.deletePublication(PUBLICATION);
    expect(await second.versions(PUBLICATION)).toEqual(new Map());
    await second.ping();
    await second.close();
  }, 60_000);

  test('puts other verdicts in place of those that events have, in its own database', async () => {
    const events = fc.sample(eventStreams, { numRuns: 50, seed: 5 }).find(({ length }) => length > 60) ?? [];
    const warehouse = await openWarehouse({ ...config, database: `readout_verdicts_${Date.now()}` });
    for (const partition of PARTITIONS) await warehouse.claim(partition);
    await warehouse.insertEvents(events);
    const issues = await warehouse.issuesWithFetches({ publication: PUBLICATION });
    const whole = { publication: PUBLICATION, of: 1, remainder: 0 };
    const fetches = async () =>
      (await Promise.all(issues.map(({ issue }) => warehouse.fetchesOf({ ...whole, issue })))).flatMap(
        (one) => one.fetches,
      );
    const before = await fetches();
    expect(before.length).toBeGreaterThan(5);
    const revision = { verdict: 'scanner', reasons: ['own:The bank'], confidence: 1 } as const;
    const half = before.filter((_, at) => at % 2 === 0).map(({ key, partition }) => ({ key, partition, ...revision }));
    await warehouse.reviseVerdicts(
      PUBLICATION,
      (async function* () {
        yield half;
      })(),
    );
    const revised = new Set(half.map(({ key }) => key));
    for (const { key, verdict, reasons, fetch } of await fetches()) {
      const was = before.find((one) => one.key === key);
      expect({ verdict, reasons, confidence: fetch.confidence }).toEqual(
        revised.has(key)
          ? revision
          : { verdict: was?.verdict, reasons: was?.reasons, confidence: was?.fetch.confidence },
      );
    }
    await warehouse.close();
  }, 60_000);

  test('writes only what is claimed, and only as long as nobody else has claimed it', async () => {
    const database = `readout_fences_${Date.now()}`;
    const [one, other] = [await openWarehouse({ ...config, database }), await openWarehouse({ ...config, database })];
    const events =
      fc
        .sample(eventStreams, { numRuns: 50, seed: 3 })
        .find((some) => PARTITIONS.every((one) => some.slice(15).some(({ origin }) => origin.partition === one))) ?? [];
    const counted = async () =>
      [...(await one.versions(PUBLICATION)).values()].reduce((sum, version) => sum + version, 0);
    await expect(one.insertEvents(events)).rejects.toMatchObject({ code: 'FENCED', partitions: [...PARTITIONS] });
    for (const partition of PARTITIONS) await one.claim(partition);
    expect(events.length).toBeGreaterThan(15);
    await one.insertEvents(wholeRecords(events, 0, 10));
    const before = await counted();
    await other.claim(1);
    await expect(one.insertEvents(events)).rejects.toMatchObject({ code: 'FENCED', partitions: [1] });
    expect(await counted()).toBe(before);
    // What it still has it may write, and what the other has the other writes.
    await one.insertEvents(events.filter(({ origin }) => origin.partition === 0));
    await other.insertEvents(events.filter(({ origin }) => origin.partition === 1));
    await expectAgreement(one, events);
    await one.close();
    await other.close();
  }, 60_000);

  test('figures are made anew while another writes, who waits for a moment and goes on', async () => {
    const database = `readout_rebuild_${Date.now()}`;
    const [one, other] = [await openWarehouse({ ...config, database }), await openWarehouse({ ...config, database })];
    const events = fc.sample(eventStreams, { numRuns: 20, seed: 9 }).find((some) => some.length > 80) ?? [];
    const claimed = async () => {
      for (const partition of PARTITIONS) await untilDone(() => one.claim(partition));
    };
    await claimed();
    let rebuilding = true;
    const rebuilt = (async () => {
      for (let round = 0; round < 3; round++) await other.rebuild(() => undefined);
      rebuilding = false;
    })();
    let written = 0;
    while (rebuilding || written < events.length) {
      try {
        await one.insertEvents(wholeRecords(events, Math.max(0, written - 3), written + 4));
        written = Math.min(events.length, written + 4);
      } catch (error) {
        expect(error).toMatchObject({ code: 'FENCED' });
        await claimed();
      }
    }
    await rebuilt;
    await expectAgreement(one, events);
    await one.close();
    await other.close();
  }, 120_000);

  test('a claim waits until what the former owner had begun has ended', async () => {
    const database = `readout_waits_${Date.now()}`;
    const warehouse = await openWarehouse({ ...config, database });
    const client = createClient({ ...config, database });
    let ended = false;
    const slow = client
      .command({
        query: `SELECT sleepEachRow(0.5) FROM numbers(3) SETTINGS max_block_size = 1 /* ${WRITING} ,2,17, */`,
      })
      .then(() => {
        ended = true;
      });
    await sleep(300);
    await warehouse.claim(1);
    await warehouse.claim(7);
    expect(ended).toBe(false);
    await warehouse.claim(17);
    expect(ended).toBe(true);
    await slow;
    await client.close();
    await warehouse.close();
  }, 60_000);

  test('counts each event once, whichever of two writers believes a partition to be its own, and whatever fails', async () => {
    const engine = await openServerEngine({ ...config, database: `readout_both_${Date.now()}` });
    const step = fc.record({ writer: fc.nat(1), length: fc.integer({ min: 5, max: 60 }), claims: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        eventStreams,
        fc.array(step, { minLength: 2, maxLength: 8, size: 'max' }),
        fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...FAULTS)), { maxLength: 4 }),
        async (events, steps, faults) => {
          await warehouseOver(engine);
          for (const table of Object.keys(TABLES))
            if (table !== 'incoming') await engine.command(`TRUNCATE TABLE ${table}`);
          const faulty = failing(engine, new Map(faults));
          const writers = await Promise.all([0, 1].map(() => untilDone(() => warehouseOver(faulty))));
          let written = 0;
          for (const { writer, length, claims } of [...steps, { writer: 0, length: events.length, claims: true }]) {
            const warehouse = writers[writer];
            if (warehouse === undefined) throw new Error('there are two');
            if (claims) for (const partition of PARTITIONS) await untilDone(() => warehouse.claim(partition));
            // A zombie reads on where it was: from some place before the first gap.
            const from = Math.max(0, written - 10);
            try {
              await untilDone(() => warehouse.insertEvents(wholeRecords(events, from, from + length)));
              written = Math.max(written, from + length);
            } catch (error) {
              expect(error).toMatchObject({ code: 'FENCED' });
            }
          }
          await writers[0]?.insertEvents(events);
          const [first] = writers;
          if (first !== undefined) await expectAgreement(first, events);
        },
      ),
      { numRuns: 6 },
    );
    await engine.close();
  }, 240_000);

  test('says so when it is not let in', async () => {
    await expect(openWarehouse({ ...config, password: 'wrong' })).rejects.toMatchObject({
      code: 'WAREHOUSE_UNAVAILABLE',
      message: expect.stringContaining('CLICKHOUSE_PASSWORD'),
    });
  });

  test('says so when the server has gone away', async () => {
    // A server that somebody else runs is not ours to end.
    if (child === null) return;
    const warehouse = await openWarehouse({ ...config, database: 'readout_gone' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    child = null;
    await expect(warehouse.ping()).rejects.toMatchObject({ code: 'WAREHOUSE_UNAVAILABLE' });
    await warehouse.close();
  }, 60_000);
});
