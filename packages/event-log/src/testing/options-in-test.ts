import type { KafkaOptions } from '../kafka/options.ts';

type Needed = Pick<KafkaOptions, 'client' | 'brokers' | 'topic'>;

/** Options for a topic on brokers of our own: one replica, no guard, and nobody listens to what the client says. */
export function optionsInTest(options: Needed & Partial<KafkaOptions>): KafkaOptions {
  return {
    partitions: 1,
    replicationFactor: 1,
    minInSyncReplicas: 1,
    retentionMs: 3_600_000,
    clientId: 'test',
    tls: null,
    sasl: null,
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined },
    ...options,
  };
}
