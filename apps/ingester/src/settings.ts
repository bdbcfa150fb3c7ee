import type { Config } from '@readout/config';
import { having } from '@readout/program';

export type IngesterConfig = ReturnType<typeof checked>;

/** @throws a sentence for each setting that an ingester by itself cannot do without. */
export function checked(config: Config) {
  return having(config, {
    kafka: 'An ingester by itself reads its events from Kafka: set KAFKA_BROKERS to host:port of its brokers.',
    clickhouse:
      'An ingester by itself writes to a ClickHouse server: set CLICKHOUSE_URL to its http:// or https:// address.',
    databaseUrl:
      'An ingester by itself looks up issues and links in PostgreSQL: set DATABASE_URL to the one that the API uses.',
  });
}
