import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  attributionBy,
  collectionState,
  createApi,
  DASHBOARD,
  deliverySettings,
  setupCodeOf,
  welcomeAt,
} from '@readout/api';
import { openCatalog } from '@readout/catalog';
import { CatalogCopy, CatalogSync, FrontDoor, startCollecting } from '@readout/collector';
import type { Config } from '@readout/config';
import { readEmbedded } from '@readout/event-log';
import { lockFolder } from '@readout/folder-lock';
import { caughtUp, Ingester, IngesterMetrics } from '@readout/ingester';
import { addressOf, readiness } from '@readout/program';
import { startRelay } from '@readout/relay';
import { renderersInThreads } from '@readout/reports';
import { openWarehouse } from '@readout/warehouse';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';

export interface Deployment {
  /** Where a browser reaches it. */
  readonly address: string;
  /** Where the relay takes mail; null: there is none. */
  readonly relay: { readonly host: string; readonly port: number } | null;
  /** Where the first person signs in; null where an owner is there already. */
  readonly welcome: string | null;
  loadSample(): Promise<void>;
  /** Lets requests finish, writes out what is under way, closes the stores. */
  stop(): Promise<void>;
}

/** The folder for the data can't be used. */
class DataDirectoryError extends Error {
  readonly code = 'DATA_DIRECTORY';
}

/**
 * Runs everything in this process.
 * @param onFailure hears of what must end the process.
 */
export async function startEmbedded(
  config: Config,
  logger: Logger,
  onFailure: (error: unknown) => void,
): Promise<Deployment> {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  const opened = <T extends { close(): Promise<void> }>(thing: T): T => {
    closers.push(() => thing.close());
    return thing;
  };

  try {
    const door = opened(new FrontDoor());
    const { port } = await door.listen(config.host, config.port);
    const address = addressOf(config.host, port);

    const folder = await dataFolder(config.dataDirectory);
    opened(await lockFolder(folder));
    const catalog = opened(
      await openCatalog(
        config.databaseUrl === null
          ? { kind: 'embedded', path: join(folder, 'catalog') }
          : { kind: 'server', url: config.databaseUrl },
      ),
    );
    const warehouse = opened(
      await openWarehouse(
        config.clickhouse === null
          ? { kind: 'embedded', path: join(folder, 'warehouse') }
          : { kind: 'server', ...config.clickhouse },
        attributionBy(catalog),
      ),
    );
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const copy = opened(new CatalogCopy(join(folder, 'catalog-copy')));
    const sync = new CatalogSync(catalog, copy, logger, Date.now);
    await sync.start();
    closers.push(() => sync.stop());
    const collecting = opened(
      await startCollecting(config, {
        directory: join(folder, 'log'),
        spentTokens: join(folder, 'spent-tokens'),
        copy,
        bring: async (id) => (await sync.findLink(id)) !== null,
        registry,
        logger,
      }),
    );
    const { log } = collecting;

    const stopping = new AbortController();
    const ingester = new Ingester({
      reader: readEmbedded(log),
      warehouse,
      directory: catalog,
      metrics: new IngesterMetrics(registry),
      logger,
      now: Date.now,
      settlesAfterMs: config.settlesAfterMs,
    });
    ingester.start(onFailure);
    closers.push(() => {
      stopping.abort();
      return ingester.stop();
    });

    const publicUrl = config.publicUrl ?? address;
    const relay =
      config.relay === null
        ? null
        : opened(
            await startRelay({
              config: config.relay,
              folder: join(folder, 'relay'),
              catalog,
              log,
              publicUrl,
              ownerKey: config.apiKey,
              registry,
              logger,
              onFailure,
            }),
          );

    const setupCode = await setupCodeOf(catalog);
    const api = opened(
      await createApi({
        catalog,
        warehouse,
        log,
        logger,
        clock: Date.now,
        publicUrl,
        setupCode,
        ownerKey: config.apiKey,
        allowsReaderHistory: config.allowsReaderHistory,
        dashboardDirectory: DASHBOARD,
        render: renderersInThreads(2),
        ready: () =>
          readiness({
            catalog: () => catalog.ping(),
            warehouse: () => warehouse.ping(),
            ...(relay === null ? {} : { relay: () => relay.ping() }),
          }),
        metrics: async () => {
          await ingester.lag();
          return registry.metrics();
        },
        ingested: () => caughtUp(log, ingester, stopping.signal),
        importsDirectory: join(folder, 'imports'),
        requestsPerMinute: config.requestsPerMinute,
        importMaxBytes: config.importMaxBytes,
        delivery: deliverySettings(config, folder),
        keepsViews: config.clickhouse !== null,
        collection: async () => collectionState(log.state(), Date.now()),
      }),
    );
    // Requests end before anything that they need does: the api's streams first, then the door, then the rest.
    closers.push(async () => {
      const closing = door.close();
      await api.close();
      await closing;
    });
    door.open({
      ...collecting.keeping,
      rooms: [
        (request, response) => {
          api.handle(request, response);
          return true;
        },
      ],
    });
    return {
      address,
      relay: config.relay === null || relay === null ? null : { host: config.relay.host, port: relay.port },
      welcome: welcomeAt(address, setupCode),
      loadSample: () => api.loadSample(),
      stop: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function dataFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataDirectoryError(
      `The data folder ${path} cannot be used (${reason}). Choose another with READOUT_DATA_DIR.`,
    );
  }
}
