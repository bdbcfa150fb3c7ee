import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openWarehouse } from './open-warehouse.ts';
import { plainlyCounted, sorted } from './testing/plainly-counted.ts';
import { eventStreams, ISSUES, LINK_SECTIONS, PUBLICATION, wholeRecords } from './testing/random-events.ts';

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
    await first.insertEvents(wholeRecords(events, 0, 30));
    await first.close();
    const second = await openWarehouse(config);
    await second.insertEvents(events);
    const mine = events.filter(({ publication }) => publication === PUBLICATION);
    for (const issue of ISSUES) {
      const report = await second.issueReport({ publication: PUBLICATION, issue, linkSections: LINK_SECTIONS });
      expect(sorted(report)).toEqual(sorted(plainlyCounted(mine, issue, LINK_SECTIONS)));
    }
    await second.deletePublication(PUBLICATION);
    expect(await second.versions(PUBLICATION)).toEqual(new Map());
    await second.ping();
    await second.close();
  }, 60_000);

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
