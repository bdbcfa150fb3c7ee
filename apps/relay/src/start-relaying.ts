import { join } from 'node:path';
import { openCatalog } from '@readout/catalog';
import { openOutbox } from '@readout/forwarding';
import { openPatiently, openServer, type Running, readiness, type Surroundings, statusRoom } from '@readout/program';
import { type Relay, startRelay } from '@readout/relay';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { RelayProcessConfig } from './settings.ts';

export interface RunningRelay extends Running {
  /** Where its state is told. */
  readonly address: string;
  /** Where it takes mail, once PostgreSQL was there. */
  readonly mailAddress: string;
}

/**
 * The relay as a process of its own. There may be several, each with a data folder of its own. It begins when PostgreSQL
 * is there, which may be away from then on; Kafka may be away for as long as it likes.
 */
export async function startRelaying(
  config: RelayProcessConfig,
  { logger, fail, stopping }: Omit<Surroundings, 'config'>,
): Promise<RunningRelay> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const outbox = await openOutbox({
    ...config,
    name: 'relay',
    retention: config.eventLog,
    registry,
    logger,
    onFailure: fail,
  });
  const catalog = openPatiently('PostgreSQL', () => openCatalog({ kind: 'server', url: config.databaseUrl }), {
    logger,
    signal: stopping,
    awayCode: 'CATALOG_UNAVAILABLE',
  });
  let relay: Relay | null = null;
  const server = await openServer(
    config.host,
    config.port,
    statusRoom({
      ready: () =>
        readiness({
          relay: async () => {
            if (relay === null) throw new Error('not taking mail yet');
            await relay.ping();
          },
        }),
      metrics: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
      key: config.apiKey,
    }),
  );
  const closeAll = async () => {
    await relay?.close();
    await outbox.close();
    await catalog.close();
    await server.close();
  };
  try {
    relay = await startRelay({
      config: config.relay,
      folder: join(config.dataDirectory, 'relay'),
      catalog: await catalog.opened,
      log: outbox.spool,
      publicUrl: config.publicUrl,
      ownerKey: config.apiKey,
      registry,
      logger,
      onFailure: fail,
    });
    return { address: server.address, mailAddress: `${config.relay.host}:${relay.port}`, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
