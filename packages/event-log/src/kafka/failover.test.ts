import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Following, together, until } from '../testing/following.ts';
import { brokersCanBeKilled, startKafka, type TestKafka } from '../testing/kafka-broker.ts';
import {
  expectedPositions,
  forwardUntilTaken,
  PARTITIONS,
  positionsIn,
  recordsFrom,
  withoutRepeats,
} from '../testing/kafka-forwarded.ts';
import { optionsInTest } from '../testing/options-in-test.ts';
import { openKafkaDownstream, openKafkaReader } from './open.ts';
import type { KafkaClientName } from './options.ts';

const SLOW_MS = 120_000;
const BATCH = 500;
const faultTest = brokersCanBeKilled ? test : test.skip;
if (!brokersCanBeKilled) console.warn('KAFKA_BROKERS is set: the tests that kill brokers are SKIPPED.');

let kafka: TestKafka | null = null;
beforeAll(async () => {
  if (brokersCanBeKilled) kafka = await startKafka({ brokers: 3 });
}, SLOW_MS);
afterAll(() => kafka?.stop());

describe.each<KafkaClientName>(['kafkajs', 'platformatic'])(
  'forwarding to three brokers, and reading, with %s',
  (client) => {
    faultTest(
      'one is killed, its partitions move to the others, and nothing is missing or out of order',
      async () => {
        if (kafka === null) throw new Error('the brokers were started');
        const topic = `failover-${randomUUID()}`;
        const options = optionsInTest({
          client,
          brokers: kafka.bootstrap,
          topic,
          partitions: PARTITIONS,
          replicationFactor: 3,
          minInSyncReplicas: 2,
        });
        const downstream = await openKafkaDownstream(options);
        const following = new Following(await openKafkaReader({ ...options, group: topic }));
        let sent = 0;
        const forwardSome = async (batches: number) => {
          for (let batch = 0; batch < batches; batch++, sent += BATCH) {
            await forwardUntilTaken(downstream, recordsFrom(sent, BATCH));
          }
        };
        await forwardSome(10);
        // With four partitions over three brokers each leads one at least.
        await Promise.all([kafka.broker(1).kill('SIGKILL'), forwardSome(10)]);
        await kafka.broker(1).start();
        await Promise.all([kafka.broker(2).kill('SIGKILL'), forwardSome(10)]);
        await kafka.broker(2).start();
        await downstream.close();
        // The group's coordinator and the partitions' leaders have moved while it was read.
        const read = () => [...together(following).values()].reduce((sum, list) => sum + list.length, 0);
        await until('all is read', () => read() === sent, 60_000);
        expect(together(following)).toEqual(expectedPositions(sent));
        await following.stop();
        expect(withoutRepeats(await positionsIn(kafka.bootstrap, topic))).toEqual(expectedPositions(sent));
      },
      SLOW_MS,
    );
  },
);
