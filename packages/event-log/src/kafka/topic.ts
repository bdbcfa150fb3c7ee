import type { KafkaOptions } from './options.ts';

/** Kafka's own default, as a topic's setting: the brokers may have a smaller one. */
export const MOST_BATCH_BYTES = 1_048_588;

/** What seeing to the topic asks of a client. */
export interface TopicAdmin {
  /** Null: there is no such topic. */
  find(topic: string): Promise<readonly PartitionState[] | null>;
  /** False: there is one by now. */
  create(topic: string, partitions: number, replicas: number, settings: TopicSettings): Promise<boolean>;
  /** Those of the named settings that the account may see. */
  settings(topic: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface PartitionState {
  readonly partition: number;
  /** Node id; -1: none. */
  readonly leader: number;
  readonly replicas: number;
  readonly inSync: number;
}

type TopicSettings = Readonly<Record<string, string>>;

/**
 * Sees to it that the topic exists, and says into how many of its partitions records go: as many as configured, or
 * all that there are where there are fewer. Partitions and settings of a topic that exists are its operator's:
 * what differs is logged, not changed.
 */
export async function ensureTopic(admin: TopicAdmin, options: KafkaOptions): Promise<number> {
  const { topic, partitions, replicationFactor, logger } = options;
  const settings = settingsOf(options);
  let existing = await admin.find(topic);
  if (existing === null) {
    // The producer itself waits until the new topic has leaders.
    if (await admin.create(topic, partitions, replicationFactor, settings)) {
      logger.info({ topic, partitions, replicationFactor, ...settings }, 'Kafka topic created');
      return partitions;
    }
    existing = (await admin.find(topic)) ?? [];
  }
  if (existing.length === 0) throw new Error(`the Kafka topic ${topic} shows no partitions`);
  const differ = (setting: string, configured: unknown, is: unknown) =>
    logger.warn({ topic, setting, configured, existing: is }, `The Kafka topic's ${setting} is not as configured`);
  if (existing.length !== partitions) differ('number of partitions', partitions, existing.length);
  const replicas = Math.min(...existing.map((partition) => partition.replicas));
  if (replicas !== replicationFactor) differ('replication factor', replicationFactor, replicas);
  const found = await settingsFound(admin, options, Object.keys(settings));
  for (const [name, value] of Object.entries(settings)) {
    const is = found.get(name);
    if (is !== undefined && is !== value) differ(name, value, is);
  }
  return Math.min(partitions, existing.length);
}

/** Throws when the topic exists and a record could not be written to each of its partitions now. */
export async function checkTopic(admin: TopicAdmin, { topic, minInSyncReplicas }: KafkaOptions): Promise<void> {
  for (const { partition, leader, inSync } of (await admin.find(topic)) ?? []) {
    if (leader < 0) throw new Error(`partition ${partition} of ${topic} has no leader`);
    if (inSync < minInSyncReplicas)
      throw new Error(`partition ${partition} of ${topic} has ${inSync} replicas in sync`);
  }
}

function settingsOf({ minInSyncReplicas, retentionMs }: KafkaOptions): TopicSettings {
  return {
    'cleanup.policy': 'delete',
    // Gzip, as it is sent: kafkajs reads nothing else.
    'compression.type': 'producer',
    'max.message.bytes': String(MOST_BATCH_BYTES),
    'min.insync.replicas': String(minInSyncReplicas),
    'retention.ms': String(retentionMs),
  };
}

/** Empty where the account may write to the topic but not look at its settings. */
async function settingsFound(admin: TopicAdmin, { topic, logger }: KafkaOptions, names: readonly string[]) {
  try {
    return await admin.settings(topic, names);
  } catch (error) {
    logger.warn({ topic, error: String(error) }, "The Kafka topic's settings could not be compared");
    return new Map<string, string>();
  }
}
