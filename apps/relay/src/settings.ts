import type { Config } from '@readout/config';
import { having } from '@readout/program';

export type RelayProcessConfig = ReturnType<typeof checked>;

/** @throws a sentence for each setting that a relay by itself cannot do without. */
export function checked(config: Config) {
  return having(config, {
    relay:
      'A relay listens for mail: set READOUT_RELAY_PORT, and READOUT_RELAY_NEXT_HOST to the server that it passes on to.',
    kafka: 'A relay by itself sends what it is told on to Kafka: set KAFKA_BROKERS to host:port of its brokers.',
    databaseUrl:
      'A relay by itself looks up keys and issues in PostgreSQL: set DATABASE_URL to the one that the API uses.',
    publicUrl: 'A relay by itself has to know where readers reach the collector: set READOUT_PUBLIC_URL.',
  });
}
