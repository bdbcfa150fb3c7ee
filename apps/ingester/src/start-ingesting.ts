import { openCatalog } from '@readout/catalog';
import type { KafkaConfig } from '@readout/config';
import { openDownstream, openReader } from '@readout/forwarding';
import { openPatiently, openServer, type Running, readiness, type Surroundings, statusRoom } from '@readout/program';
import { openWarehouse } from '@readout/warehouse';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Ingester } from './ingester.ts';
import { IngesterMetrics } from './metrics.ts';
import type { IngesterConfig } from './settings.ts';

/** In the brokers' logs and quotas. */
const CLIENT_ID = 'readout-ingester';

export interface RunningIngester extends Running {
  /** Where its state is told. */
  readonly address: string;
}

/**
 * An ingester as a process of its own: from Kafka into ClickHouse. There may be several, which share the topic's
 * partitions. Each begins, and goes on, whenever all that it needs is there.
 */
export async function startIngesting(
  config: IngesterConfig,
  { logger, fail, stopping }: Omit<Surroundings, 'config'>,
): Promise<RunningIngester> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const metrics = new IngesterMetrics(registry);
  const reader = await openReader(config.kafka, logger, CLIENT_ID);
  const behind = { logger, signal: stopping };
  const warehouse = openPatiently('ClickHouse', () => openWarehouse({ kind: 'server', ...config.clickhouse }), {
    ...behind,
    awayCode: 'WAREHOUSE_UNAVAILABLE',
  });
  const catalog = openPatiently('PostgreSQL', () => openCatalog({ kind: 'server', url: config.databaseUrl }), {
    ...behind,
    awayCode: 'CATALOG_UNAVAILABLE',
  });
  const topic = openPatiently('Kafka', () => seeToTopic(config.kafka, logger), {
    ...behind,
    awayCode: 'DOWNSTREAM_UNAVAILABLE',
  });
  let ingester: Ingester | null = null;
  const lag = async () => {
    // Kafka is first asked when there is somewhere to put what it says.
    if (ingester === null) throw new Error('not reading yet');
    await ingester.lag();
  };
  const status = statusRoom({
    ready: () => readiness({ kafka: lag, warehouse: warehouse.ping, catalog: catalog.ping }),
    metrics: async () => {
      // Where nobody knows at present, the last figure stands.
      await lag().catch(() => undefined);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
    key: config.apiKey,
  });
  const server = await openServer(config.host, config.port, status);

  const begin = async () => {
    const [into, directory] = await Promise.all([warehouse.opened, catalog.opened, topic.opened]);
    await topic.close();
    ingester = new Ingester({
      reader,
      warehouse: into,
      directory,
      metrics,
      logger,
      now: Date.now,
      settlesAfterMs: config.settlesAfterMs,
    });
    ingester.start(fail);
  };
  const begun = begin().catch((error: unknown) => {
    if (!stopping.aborted) fail(error);
  });
  return {
    address: server.address,
    async stop() {
      await begun;
      await ingester?.stop();
      await reader.close();
      await Promise.all([warehouse.close(), catalog.close()]);
      await server.close();
    },
  };
}

/** The topic is made with the first forward, be it of nothing. There is nothing to share out without it. */
async function seeToTopic(kafka: KafkaConfig, logger: Logger) {
  const downstream = await openDownstream(kafka, logger, CLIENT_ID);
  try {
    await downstream.forward([]);
    return downstream;
  } catch (error) {
    await downstream.close();
    throw error;
  }
}
