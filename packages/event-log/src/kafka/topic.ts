import kafkajs, { type Admin } from 'kafkajs';
import type { KafkaOptions } from './options.ts';

// Node finds not all of kafkajs's exports by name.
const { ConfigResourceTypes } = kafkajs;

/** Kafka's own default, as a topic's setting: the brokers may have a smaller one. */
export const MOST_BATCH_BYTES = 1_048_588;

/**
 * Sees to it that the topic exists, and says into how many of its partitions records go: as many as configured, or
 * all that there are where there are fewer. Partitions and settings of a topic that exists are its operator's:
 * what differs is logged, not changed.
 */
export async function ensureTopic(admin: Admin, options: KafkaOptions): Promise<number> {
  const { topic, partitions, replicationFactor, logger } = options;
  const settings = settingsOf(options);
  if (!(await admin.listTopics()).includes(topic)) {
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    // The producer itself waits until the new topic has leaders.
    const created = await admin.createTopics({
      waitForLeaders: false,
      topics: [{ topic, numPartitions: partitions, replicationFactor, configEntries }],
    });
    if (created) {
      logger.info({ topic, partitions, replicationFactor, ...settings }, 'Kafka topic created');
      return partitions;
    }
  }
  const existing = await partitionsOf(admin, topic);
  const differ = (setting: string, configured: unknown, is: unknown) =>
    logger.warn({ topic, setting, configured, existing: is }, `The Kafka topic's ${setting} is not as configured`);
  if (existing.length !== partitions) differ('number of partitions', partitions, existing.length);
  const replicas = Math.min(...existing.map((partition) => partition.replicas.length));
  if (replicas !== replicationFactor) differ('replication factor', replicationFactor, replicas);
  const found = await settingsFound(admin, options, Object.keys(settings));
  for (const [name, value] of Object.entries(settings)) {
    const is = found.get(name);
    if (is !== undefined && is !== value) differ(name, value, is);
  }
  return Math.min(partitions, existing.length);
}

/** Throws when the topic exists and a record could not be written to each of its partitions now. */
export async function checkTopic(admin: Admin, { topic, minInSyncReplicas }: KafkaOptions): Promise<void> {
  if (!(await admin.listTopics()).includes(topic)) return;
  for (const { partitionId, leader, isr } of await partitionsOf(admin, topic)) {
    if (leader < 0) throw new Error(`partition ${partitionId} of ${topic} has no leader`);
    if (isr.length < minInSyncReplicas) {
      throw new Error(`partition ${partitionId} of ${topic} has ${isr.length} replicas in sync`);
    }
  }
}

function settingsOf({ minInSyncReplicas, retentionMs }: KafkaOptions): Readonly<Record<string, string>> {
  return {
    'cleanup.policy': 'delete',
    'max.message.bytes': String(MOST_BATCH_BYTES),
    'min.insync.replicas': String(minInSyncReplicas),
    'retention.ms': String(retentionMs),
  };
}

async function partitionsOf(admin: Admin, topic: string) {
  // kafkajs swallows what the brokers said here and fails over the missing answer.
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] }).catch((cause: unknown) => {
    throw new Error(`Kafka tells nothing of the topic ${topic}: a partition may be without a leader`, { cause });
  });
  const partitions = topics.find(({ name }) => name === topic)?.partitions ?? [];
  if (partitions.length === 0) throw new Error(`the Kafka topic ${topic} shows no partitions`);
  return partitions;
}

/** Empty where the account may write to the topic but not look at its settings. */
async function settingsFound(admin: Admin, { topic, logger }: KafkaOptions, names: string[]) {
  const found = new Map<string, string>();
  try {
    const resource = { type: ConfigResourceTypes.TOPIC, name: topic, configNames: names };
    const { resources } = await admin.describeConfigs({ resources: [resource], includeSynonyms: false });
    for (const { configEntries } of resources) {
      for (const { configName, configValue } of configEntries) found.set(configName, configValue);
    }
  } catch (error) {
    logger.warn({ topic, error: String(error) }, "The Kafka topic's settings could not be compared");
  }
  return found;
}
