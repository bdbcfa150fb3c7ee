import { KafkaRefusal } from '../group/group-protocol.ts';
import type { TopicAdmin } from '../topic.ts';
import type { Connections } from './connections.ts';

const CREATE_WITHIN_MS = 5_000;
/** Kafka's numbers: an error, and a kind of thing that has settings. */
const TOPIC_EXISTS = 36;
const TOPIC: 2 = 2;

/** @param connections of the topic that is asked about */
export function topicAdmin(connections: Connections): TopicAdmin {
  return {
    async find() {
      return (await connections.topic())?.partitions ?? null;
    },
    async create(name, numPartitions, replicationFactor, settings) {
      const configs = Object.entries(settings).map(([setting, value]) => ({ name: setting, value }));
      const wanted = { name, numPartitions, replicationFactor, assignments: [], configs };
      try {
        await connections.request(await connections.controller(), 'CreateTopics', [wanted], CREATE_WITHIN_MS, false);
        return true;
      } catch (error) {
        if (error instanceof KafkaRefusal && error.errorCode === TOPIC_EXISTS) return false;
        throw error;
      }
    },
    async settings(resourceName, names) {
      const asked = [{ resourceType: TOPIC, resourceName, configurationKeys: [...names] }];
      const { results } = await connections.request(await connections.any(), 'DescribeConfigs', asked, false, false);
      const found = results.flatMap(({ configs }) => configs);
      return new Map(
        found.flatMap(({ name, value }) => (value === null || value === undefined ? [] : [[name, value]])),
      );
    },
  };
}
