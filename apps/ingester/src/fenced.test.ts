import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Catalog, openCatalog } from '@readout/catalog';
import { type EventLog, openEmbeddedLog, readEmbedded } from '@readout/event-log';
import { encodeRecord } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { openWarehouse, type Warehouse } from '@readout/warehouse';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { caughtUp } from './caught-up.ts';
import { Ingester } from './ingester.ts';
import { IngesterMetrics } from './metrics.ts';

const ENGINE = join(import.meta.dirname, '../../../packages/warehouse/src/testing/clickhouse-over-http.ts');
const NOW = 1_780_000_000_000;

let folder: string;
let child: ChildProcess;
/** The ingester's, and that of whoever makes the figures anew. */
let warehouse: Warehouse;
let other: Warehouse;
let log: EventLog;
let catalog: Catalog;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-fenced-'));
  const [username, password] = ['readout', 'fenced'];
  child = spawn(process.execPath, ['--import', 'tsx', ENGINE, join(folder, 'data'), username, password], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const [port] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  const config = {
    kind: 'server' as const,
    url: `http://127.0.0.1:${String(port).trim()}`,
    username,
    password,
    database: 'readout',
    reader: null,
    cluster: null,
    caFile: null,
  };
  warehouse = await openWarehouse(config);
  other = await openWarehouse(config);
  log = await openEmbeddedLog({ directory: join(folder, 'log'), retention: { maxAgeMs: 1e12, maxBytes: 1e9 } });
  catalog = await openCatalog({ kind: 'embedded', path: null });
}, 120_000);
afterAll(async () => {
  await warehouse.close();
  await other.close();
  await catalog.close();
  await log.close();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('what a mail provider reports after the figures were made anew is counted: the partition is claimed back', async () => {
  const publication = await catalog.createPublication({ name: 'Test', timeZone: 'UTC', isSample: false });
  const issue = await catalog.createIssue(publication.id, {
    title: 'One',
    subtitle: '',
    sentAt: new Date(NOW),
    hasPaywall: false,
    sections: [],
    links: [],
  });
  const known = await catalog.upsertReaders(
    publication.id,
    [1, 2].map(() => ({ reference: randomBytes(32), segment: 'free' as const })),
  );
  const key = await catalog.signingKey(publication.id);
  const delivered = known.map(({ id: reader }, id) =>
    encodeRecord({
      type: 'notice',
      version: 1,
      provider: 'mailgun',
      id,
      event: 'delivered',
      kind: 'delivered',
      time: NOW + 30_000,
      publication: publication.id,
      issue: issue.publicId,
      token: mintToken(key, reader),
    }),
  );
  const ingester = new Ingester({
    reader: readEmbedded(log),
    warehouse,
    directory: catalog,
    metrics: new IngesterMetrics(new Registry()),
    logger: pino({ level: 'silent' }),
    now: () => NOW + 60_000,
    settlesAfterMs: 0,
  });
  ingester.start((error) => {
    throw error;
  });
  const counted = async () => {
    const end = AbortSignal.timeout(20_000);
    await caughtUp(log, ingester, end);
    expect(end.aborted).toBe(false);
    const query = { publication: publication.id, issue: issue.id, linkSections: new Map() };
    return (await other.issueReport(query)).figures.delivered;
  };
  await log.append(delivered[0] ?? '');
  expect(await counted()).toBe(1);
  await other.rebuild(() => undefined);
  await log.append(delivered[1] ?? '');
  expect(await counted()).toBe(2);
  await ingester.stop();
}, 120_000);
