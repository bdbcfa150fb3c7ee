import kafkajs, { type Admin } from 'kafkajs';
import type { TopicAdmin } from '../topic.ts';

// Node finds not all of kafkajs's exports by name.
const { ConfigResourceTypes } = kafkajs;

/** @param admin connected */
export function kafkajsTopicAdmin(admin: Admin): TopicAdmin {
  return {
    async find(topic) {
      if (!(await admin.listTopics()).includes(topic)) return null;
      // kafkajs swallows what the brokers said here and fails over the missing answer.
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] }).catch((cause: unknown) => {
        throw new Error(`Kafka tells nothing of the topic ${topic}: a partition may be without a leader`, { cause });
      });
      const partitions = topics.find(({ name }) => name === topic)?.partitions ?? [];
      return partitions.map(({ partitionId, leader, replicas, isr }) => ({
        partition: partitionId,
        leader,
        replicas: replicas.length,
        inSync: isr.length,
      }));
    },
    create(topic, numPartitions, replicationFactor, settings) {
      const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
      return admin.createTopics({
        waitForLeaders: false,
        topics: [{ topic, numPartitions, replicationFactor, configEntries }],
      });
    },
    async settings(topic, names) {
      const { resources } = await admin.describeConfigs({
        resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configNames: [...names] }],
        includeSynonyms: false,
      });
      const entries = resources.flatMap(({ configEntries }) => configEntries);
      return new Map(entries.map(({ configName, configValue }) => [configName, configValue]));
    },
  };
}
