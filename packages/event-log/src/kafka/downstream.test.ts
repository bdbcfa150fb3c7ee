import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import kafkajs, { Kafka, logLevel } from 'kafkajs';
import { brokersCanBeKilled, startKafka, type TestKafka } from '../testing/kafka-broker.ts';
import {
  expectedPositions,
  forwardUntilTaken,
  PARTITIONS,
  positionsIn,
  recordsFrom,
  withoutRepeats,
} from '../testing/kafka-forwarded.ts';
import { readTopic } from '../testing/kafka-topic.ts';
import { optionsInTest } from '../testing/options-in-test.ts';
import type { Downstream } from './downstream.ts';
import { openKafkaDownstream } from './open.ts';
import type { KafkaClientName, KafkaOptions } from './options.ts';
import { partitionOf } from './partition.ts';

// A killed broker is let in again only after a while.
const SLOW_MS = 120_000;
const faultTest = brokersCanBeKilled ? test : test.skip;
if (!brokersCanBeKilled) console.warn('KAFKA_BROKERS is set: the tests that kill brokers are SKIPPED.');

let kafka: TestKafka;
beforeAll(async () => {
  kafka = await startKafka({ brokers: 1 });
  // A broker just started has no producer numbers to give yet.
  await forwardUntilTaken((await open('kafkajs')).downstream, recordsFrom(0, 1));
}, SLOW_MS);
afterAll(() => kafka.stop());

const opened: Downstream[] = [];
const warnings: unknown[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((downstream) => downstream.close()));
  warnings.length = 0;
});

async function open(
  client: KafkaClientName,
  more: Partial<KafkaOptions> = {},
): Promise<{ topic: string; downstream: Downstream }> {
  const topic = more.topic ?? `forwarding-${randomUUID()}`;
  const options = optionsInTest({
    client,
    brokers: kafka.bootstrap,
    topic,
    partitions: PARTITIONS,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (fields, message) => warnings.push({ ...fields, message }),
    },
    ...more,
  });
  const downstream = await openKafkaDownstream(options);
  opened.push(downstream);
  return { topic, downstream };
}

async function withAdmin<T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
  const admin = new Kafka({ brokers: kafka.bootstrap, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

describe.each<KafkaClientName>(['kafkajs', 'platformatic'])('forwarding to Kafka with %s', (client) => {
  test('records arrive in order, each key in one partition, with their origins', async () => {
    const { topic, downstream } = await open(client);
    await downstream.forward(recordsFrom(0, 4_000));
    await downstream.forward([]);
    await downstream.forward(recordsFrom(4_000, 1_000));
    expect(await positionsIn(kafka.bootstrap, topic)).toEqual(expectedPositions(5_000));
  });

  test('a repeat arrives as a repeat, with the same origin in the same partition, from another process too', async () => {
    const { topic, downstream } = await open(client);
    await downstream.forward(recordsFrom(0, 100));
    await downstream.forward(recordsFrom(0, 100));
    await (await open(client, { topic })).downstream.forward(recordsFrom(0, 100));
    const twiceMore = new Map(
      [...expectedPositions(100)].map(([partition, list]) => [partition, [...list, ...list, ...list]]),
    );
    expect(await positionsIn(kafka.bootstrap, topic)).toEqual(twiceMore);
  });

  test('the longest lines, all of one key and hardly to be compressed, are taken in one call', async () => {
    const { topic, downstream } = await open(client);
    const records = recordsFrom(0, 1_000).map((record) => {
      let line = '';
      while (line.length < 4_096) line += randomUUID();
      return { ...record, key: 'one', line: line.slice(0, 4_096) };
    });
    await downstream.forward(records);
    const read = await readTopic(kafka.bootstrap, topic);
    const lines = read.get(partitionOf('one', PARTITIONS))?.map((message) => message.ok && message.line);
    expect(lines).toEqual(records.map(({ line }) => line));
  });

  test('the topic is created as configured', async () => {
    const { topic, downstream } = await open(client);
    await downstream.forward(recordsFrom(0, 1));
    const { topics, settings } = await withAdmin(async (admin) => {
      const { resources } = await admin.describeConfigs({
        resources: [
          {
            type: kafkajs.ConfigResourceTypes.TOPIC,
            name: topic,
            configNames: ['min.insync.replicas', 'retention.ms', 'cleanup.policy'],
          },
        ],
        includeSynonyms: false,
      });
      const entries = resources.flatMap(({ configEntries }) => configEntries);
      return {
        ...(await admin.fetchTopicMetadata({ topics: [topic] })),
        settings: Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue])),
      };
    });
    expect(topics[0]?.partitions).toHaveLength(PARTITIONS);
    expect(settings).toEqual({ 'min.insync.replicas': '1', 'retention.ms': '3600000', 'cleanup.policy': 'delete' });
    expect(warnings).not.toContainEqual(expect.objectContaining({ setting: expect.anything() }));
  });

  test('a topic that exists is used as it is, and what differs is said', async () => {
    const { topic, downstream } = await open(client, { partitions: 6, retentionMs: -1 });
    await withAdmin((admin) => admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }] }));
    await forwardUntilTaken(downstream, recordsFrom(0, 500));
    expect(await positionsIn(kafka.bootstrap, topic)).toEqual(expectedPositions(500));
    expect(warnings).toContainEqual(
      expect.objectContaining({ setting: 'number of partitions', configured: 6, existing: PARTITIONS }),
    );
    expect(warnings).toContainEqual(expect.objectContaining({ setting: 'retention.ms', configured: '-1' }));
  });

  test('a second call before the first has settled is refused', async () => {
    const { downstream } = await open(client);
    const first = downstream.forward(recordsFrom(0, 10));
    await expect(downstream.forward(recordsFrom(10, 10))).rejects.toThrow('before its last call has settled');
    await first;
  });

  test('wrong settings are told at once', async () => {
    await expect(open(client, { brokers: ['kafka'] })).rejects.toMatchObject({ code: 'KAFKA_CONFIGURATION' });
  });

  test('more replicas than brokers, and a closed connection, reject with what to do', async () => {
    const { downstream } = await open(client, { replicationFactor: 30 });
    await expect(downstream.forward(recordsFrom(0, 1))).rejects.toThrow(
      'fewer brokers than the topic is to have replicas',
    );
    await expect(downstream.ping()).resolves.toBeUndefined();
    await downstream.close();
    await expect(downstream.forward(recordsFrom(0, 1))).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  faultTest(
    'a broker killed in the middle, started again, and halted for seconds: everything arrives, in order',
    async () => {
      const { topic, downstream } = await open(client);
      const total = 50_000;
      const size = 1_000;
      const broker = kafka.broker(1);
      const faults = new Map([
        [10_000, () => broker.kill('SIGKILL').then(() => broker.start())],
        [
          30_000,
          () =>
            broker
              .kill('SIGSTOP')
              .then(() => sleep(3_000))
              .then(() => broker.kill('SIGCONT')),
        ],
      ]);
      const begun: Promise<void>[] = [];
      for (let from = 0; from < total; from += size) {
        const forwarding = forwardUntilTaken(downstream, recordsFrom(from, size));
        const fault = faults.get(from);
        if (fault !== undefined) begun.push(fault());
        await forwarding;
      }
      await Promise.all(begun);
      expect(withoutRepeats(await positionsIn(kafka.bootstrap, topic))).toEqual(expectedPositions(total));
    },
    SLOW_MS,
  );

  faultTest(
    'without a broker forward and ping reject in time, and work once there is one',
    async () => {
      await kafka.broker(1).kill('SIGKILL');
      const { topic, downstream } = await open(client);
      const begun = Date.now();
      await expect(downstream.ping()).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
      await expect(downstream.forward(recordsFrom(0, 10))).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
      expect(Date.now() - begun).toBeLessThan(45_000);
      await kafka.broker(1).start();
      await downstream.ping();
      await forwardUntilTaken(downstream, recordsFrom(0, 10));
      await downstream.ping();
      expect(withoutRepeats(await positionsIn(kafka.bootstrap, topic))).toEqual(expectedPositions(10));
    },
    SLOW_MS,
  );
});
