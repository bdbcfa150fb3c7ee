import type { Config } from '@readout/config';
import { having } from '@readout/program';

export type ClusteredConfig = ReturnType<typeof checked>;

/** @throws a sentence for each setting that an API by itself cannot do without. */
export function checked(config: Config) {
  return having(config, {
    kafka: 'An API by itself sends what it is told on to Kafka: set KAFKA_BROKERS to host:port of its brokers.',
    clickhouse: 'An API by itself asks a ClickHouse server: set CLICKHOUSE_URL to its http:// or https:// address.',
    databaseUrl: 'An API by itself keeps its catalog in PostgreSQL: set DATABASE_URL to its postgres:// address.',
  });
}
