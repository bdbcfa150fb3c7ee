import { mkdir } from 'node:fs/promises';
import type { Config, KafkaConfig } from '@readout/config';

/** Settings that a collector by itself cannot do without. */
class CollectorConfigError extends Error {
  readonly code = 'COLLECTOR_CONFIGURATION';
}

export type AloneConfig = Config & { readonly kafka: KafkaConfig; readonly databaseUrl: string };

/** @throws {CollectorConfigError} naming what is missing. */
export function checked(config: Config): AloneConfig {
  const { kafka, databaseUrl } = config;
  if (kafka === null) {
    throw new CollectorConfigError(
      'A collector by itself sends its events on to Kafka: set KAFKA_BROKERS to host:port of its brokers.',
    );
  }
  if (databaseUrl === null) {
    throw new CollectorConfigError(
      'A collector by itself takes its links from PostgreSQL: set DATABASE_URL to the one that the API uses.',
    );
  }
  return { ...config, kafka, databaseUrl };
}

export async function dataFolder({ dataDirectory }: Config): Promise<string> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  return dataDirectory;
}
