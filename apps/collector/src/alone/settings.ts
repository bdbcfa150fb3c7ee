import { mkdir } from 'node:fs/promises';
import type { Config } from '@readout/config';
import { having } from '@readout/program';

export type AloneConfig = ReturnType<typeof checked>;

/** @throws a sentence for each setting that a collector by itself cannot do without. */
export function checked(config: Config) {
  return having(config, {
    kafka: 'A collector by itself sends its events on to Kafka: set KAFKA_BROKERS to host:port of its brokers.',
    databaseUrl:
      'A collector by itself takes its links from PostgreSQL: set DATABASE_URL to the one that the API uses.',
  });
}

export async function dataFolder({ dataDirectory }: Config): Promise<string> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  return dataDirectory;
}
