import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectionState } from '@readout/api-contract';
import { type Catalog, openCatalog } from '@readout/catalog';
import { type EventLog, openEmbeddedLog } from '@readout/event-log';
import { renderReport } from '@readout/reports';
import { openWarehouse, type Warehouse } from '@readout/warehouse';
import { pino } from 'pino';
import { type ApiServer, buildApi } from '../api.ts';
import type { ApiDependencies, DeliverySettings } from '../dependencies.ts';
import type { RegisteredRoute } from '../openapi/registered-routes.ts';
import type { SampleSource } from '../sample/sample-source.ts';

export const OWNER_KEY = `ro_${'k'.repeat(43)}`;
export const SETUP_CODE = '4821-7730';
const NOTHING_WAITS: CollectionState = {
  spool: {
    bytes: 0,
    maxBytes: 1e9,
    waitingRecords: 0,
    oldestWaitingAgeSeconds: null,
    state: 'fine',
    whenFull: 'refuse',
    dropped: { opened: 0, clicked: 0, other: 0 },
    refused: 0,
  },
};
/** Only what a test asks for is carried out. */
const NOTHING_LEAVES: DeliverySettings = {
  lookEveryMs: null,
  workDirectory: join(tmpdir(), `readout-outgoing-${process.pid}`),
  folder: null,
  allowsPrivateTargets: false,
  mail: null,
};
export const NOW = Date.UTC(2026, 2, 2, 12);

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** Of a JSON answer. Untyped on purpose: tests look at what is really there. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly json: any;
}

interface CallOptions {
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a bearer key; the owner's where left out; null: none. */
  readonly key?: string | null;
}

/** A real API over real engines on a real socket. */
export interface ApiInTest {
  readonly server: ApiServer;
  readonly routes: readonly RegisteredRoute[];
  readonly catalog: Catalog;
  readonly warehouse: Warehouse;
  readonly log: EventLog;
  readonly port: number;
  /** Lines that the API logged. */
  readonly logged: readonly string[];
  /** UTC, milliseconds; may be set. */
  now: number;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** What an API stands on, which outlives it. */
type Engines = Pick<ApiInTest, 'catalog' | 'warehouse' | 'log'>;

/** One at a time in a process: there is one embedded ClickHouse. */
export async function startApi(changes: Partial<ApiDependencies> = {}, sample?: SampleSource): Promise<ApiInTest> {
  const inTest: { now: number } = { now: NOW };
  const directory = await mkdtemp(join(tmpdir(), 'readout-api-'));
  const catalog = await openCatalog({ kind: 'embedded', path: null }, () => inTest.now);
  const warehouse = await openWarehouse(
    { kind: 'embedded', path: join(directory, 'clickhouse') },
    // Not remembered: a test changes what counts and asks at once.
    async (publication) => {
      const { days, callsToAction } = await catalog.attribution(publication);
      return { windowMs: days * 86_400_000, callsToAction };
    },
  );
  const log = await openEmbeddedLog({
    directory: join(directory, 'log'),
    retention: { maxAgeMs: 1e9, maxBytes: 1e9 },
  });
  const files = { importsDirectory: join(directory, 'imports'), ...changes };
  return serve(inTest, { catalog, warehouse, log }, files, sample, async () => {
    await log.close();
    await warehouse.close();
    await catalog.close();
    await rm(directory, { recursive: true, force: true });
  });
}

/** A further API over the engines of one in test, as after a restart. Closing it leaves them open. */
export function startApiOver(
  engines: Engines,
  changes: Partial<ApiDependencies> = {},
  sample?: SampleSource,
): Promise<ApiInTest> {
  return serve({ now: NOW }, engines, changes, sample, async () => {});
}

async function serve(
  inTest: { now: number },
  { catalog, warehouse, log }: Engines,
  changes: Partial<ApiDependencies>,
  sample: SampleSource | undefined,
  letGo: () => Promise<void>,
): Promise<ApiInTest> {
  const logged: string[] = [];
  const { server, routes } = await buildApi(
    {
      catalog,
      warehouse,
      log,
      logger: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
      clock: () => inTest.now,
      publicUrl: 'https://read.example.com',
      setupCode: SETUP_CODE,
      ownerKey: OWNER_KEY,
      allowsReaderHistory: false,
      dashboardDirectory: null,
      render: renderReport,
      ready: async () => ({ ok: true, checks: { catalog: 'ok' } }),
      metrics: async () => 'readout_up 1\n',
      ingested: async () => {},
      collection: async () => NOTHING_WAITS,
      importsDirectory: null,
      requestsPerMinute: null,
      importMaxBytes: 100_000_000,
      delivery: NOTHING_LEAVES,
      keepsViews: false,
      ...changes,
    },
    sample,
  );
  const http = createServer((request, response) => server.handle(request, response));
  const port = await listening(http);
  return Object.assign(inTest, {
    server,
    routes,
    catalog,
    warehouse,
    log,
    port,
    logged,
    call: (method: string, path: string, options: CallOptions = {}) => call(port, method, path, options),
    async close() {
      await server.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await letGo();
    },
  });
}

function listening(http: Server): Promise<number> {
  return new Promise((resolve) => {
    http.listen(0, '127.0.0.1', () => resolve((http.address() as AddressInfo).port));
  });
}

/** With node:http rather than fetch, which refuses to send some headers. */
function call(port: number, method: string, path: string, options: CallOptions): Promise<Answer> {
  const { body, raw, headers = {}, key = OWNER_KEY } = options;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const all: Record<string, string | number> = {
    ...(payload === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', method, path, headers: all, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const json = /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(text) : null;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    request.on('error', reject);
    request.end(payload);
  });
}
