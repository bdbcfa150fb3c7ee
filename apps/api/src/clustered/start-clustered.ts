import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { openCatalog } from '@readout/catalog';
import { openOutbox } from '@readout/forwarding';
import { openPatiently, openServer, type Running, readiness, type Surroundings, statusRoom } from '@readout/program';
import { renderersInThreads } from '@readout/reports';
import { type AttributionOf, openWarehouse } from '@readout/warehouse';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { type ApiServer, createApi } from '../api.ts';
import { collectionState } from '../collection/collection-state.ts';
import { DASHBOARD } from '../dashboard-folder.ts';
import { attributionBy } from '../growth/attribution-by.ts';
import { deliverySettings } from '../schedules/delivery-settings.ts';
import { setupCodeOf, welcomeAt } from '../session/setup-code.ts';
import { Arrival } from './arrival.ts';
import type { ClusteredConfig } from './settings.ts';

export interface RunningApi extends Running {
  /** Where a browser reaches it. */
  readonly address: string;
  /**
   * Where the first person signs in, once that is known; null where an owner is there already, and where the process
   * ends before.
   */
  readonly welcome: Promise<string | null>;
}

/**
 * The API with the dashboard as a process of its own; there may be several. It listens at once, and says that it is
 * starting until ClickHouse and PostgreSQL are there. Kafka may be away for as long as it likes: what it is told waits.
 */
export async function startClustered(
  config: ClusteredConfig,
  { logger, fail, stopping }: Omit<Surroundings, 'config'>,
): Promise<RunningApi> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const behind = { logger, signal: stopping };
  const outbox = await openOutbox({
    ...config,
    name: 'api',
    retention: config.eventLog,
    registry,
    logger,
    onFailure: fail,
  });
  const catalog = openPatiently('PostgreSQL', () => openCatalog({ kind: 'server', url: config.databaseUrl }), {
    ...behind,
    awayCode: 'CATALOG_UNAVAILABLE',
  });
  const attributed = catalog.opened.then(attributionBy);
  attributed.catch(() => undefined);
  const attribution: AttributionOf = async (publication) => (await attributed)(publication);
  const warehouse = openPatiently(
    'ClickHouse',
    () => openWarehouse({ kind: 'server', ...config.clickhouse }, attribution),
    { ...behind, awayCode: 'WAREHOUSE_UNAVAILABLE' },
  );
  const ready = () => readiness({ catalog: catalog.ping, warehouse: warehouse.ping });
  let answer: RequestListener = starting(
    statusRoom({
      ready,
      metrics: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
      key: config.apiKey,
    }),
  );
  const server = await openServer(config.host, config.port, (request, response) => answer(request, response));
  let api: ApiServer | null = null;

  const begin = async (): Promise<string | null> => {
    const opened = { warehouse: await warehouse.opened, catalog: await catalog.opened };
    const setupCode = await setupCodeOf(opened.catalog);
    const arrival = new Arrival({
      outbox,
      warehouse: opened.warehouse,
      publicationExists: (id) => opened.catalog.publicationExists(id),
      signal: stopping,
    });
    const created = await createApi({
      ...opened,
      log: outbox.spool,
      logger,
      clock: Date.now,
      publicUrl: config.publicUrl ?? server.address,
      setupCode,
      ownerKey: config.apiKey,
      allowsReaderHistory: config.allowsReaderHistory,
      dashboardDirectory: DASHBOARD,
      render: renderersInThreads(2),
      ready,
      metrics: () => registry.metrics(),
      ingested: () => arrival.ofEverything(),
      importsDirectory: join(config.dataDirectory, 'imports'),
      requestsPerMinute: config.requestsPerMinute,
      importMaxBytes: config.importMaxBytes,
      delivery: deliverySettings(config, config.dataDirectory),
      keepsViews: true,
      collection: async () => collectionState(outbox.spool.state(), Date.now()),
    });
    api = created;
    answer = (request, response) => created.handle(request, response);
    return welcomeAt(config.publicUrl ?? server.address, setupCode);
  };
  const welcome = begin().catch((error: unknown) => {
    if (!stopping.aborted) fail(error);
    return null;
  });
  return {
    address: server.address,
    welcome,
    async stop() {
      await welcome;
      const closing = server.close();
      await api?.close();
      await closing;
      await outbox.close();
      await Promise.all([warehouse.close(), catalog.close()]);
    },
  };
}

const STATUS_PATHS = new Set(['/healthz', '/readyz', '/metrics']);

/** Until the API is there: its state is told, and everybody else is asked to come back in a moment. */
function starting(status: RequestListener): RequestListener {
  return (request, response) => {
    if (STATUS_PATHS.has(request.url ?? '')) {
      status(request, response);
      return;
    }
    response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
    response.end('Readout is starting. Please try again in a moment.\n');
  };
}
