import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Following, until } from '../testing/following.ts';
import { ACCOUNT, brokersCanBeKilled, startKafka, type TestKafka } from '../testing/kafka-broker.ts';
import { forwardUntilTaken, PARTITIONS, recordsFrom } from '../testing/kafka-forwarded.ts';
import { optionsInTest } from '../testing/options-in-test.ts';
import { openKafkaDownstream, openKafkaReader } from './open.ts';
import type { KafkaClientName, KafkaOptions } from './options.ts';

const SLOW_MS = 120_000;
jest.setTimeout(SLOW_MS);
const ownTest = brokersCanBeKilled ? test : test.skip;
if (!brokersCanBeKilled) console.warn('KAFKA_BROKERS is set: the tests of TLS and SCRAM are SKIPPED.');

let kafka: TestKafka;
beforeAll(async () => {
  kafka = await startKafka({ brokers: 1 });
}, SLOW_MS);
afterAll(() => kafka.stop());

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const options = (client: KafkaClientName, more: Partial<KafkaOptions> = {}): KafkaOptions =>
  optionsInTest({
    client,
    brokers: kafka.secured,
    topic: `secured-${randomUUID()}`,
    partitions: PARTITIONS,
    tls: { ca: kafka.authority },
    sasl: { ...ACCOUNT, mechanism: 'scram-sha-256' },
    ...more,
  });

/** What forwarding one record came to. */
async function attempt(chosen: KafkaOptions): Promise<unknown> {
  const downstream = await openKafkaDownstream(chosen);
  closers.push(() => downstream.close());
  return downstream.forward(recordsFrom(0, 1)).then(
    () => 'taken',
    (error: unknown) => error,
  );
}

describe.each<KafkaClientName>(['kafkajs', 'platformatic'])('Kafka over TLS with %s', (client) => {
  ownTest.each(['scram-sha-256', 'scram-sha-512'] as const)(
    'records go there and come back with %s',
    async (mechanism) => {
      const chosen = options(client, { sasl: { ...ACCOUNT, mechanism } });
      const downstream = await openKafkaDownstream(chosen);
      closers.push(() => downstream.close());
      await forwardUntilTaken(downstream, recordsFrom(0, 200));
      const reader = await openKafkaReader({ ...chosen, group: chosen.topic });
      const following = new Following(reader);
      closers.push(() => following.stop());
      await until('everything is read', async () => following.count === 200);
    },
  );

  ownTest('a wrong password is refused', async () => {
    const answer = await attempt(
      options(client, { sasl: { ...ACCOUNT, mechanism: 'scram-sha-256', password: 'wrong' } }),
    );
    expect(answer).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  ownTest('a certificate that no usual authority signed is refused', async () => {
    expect(await attempt(options(client, { tls: {} }))).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  ownTest('a certificate for another name is refused, whoever signed it', async () => {
    const brokers = kafka.secured.map((address) => address.replace('127.0.0.1', 'localhost'));
    expect(await attempt(options(client, { brokers }))).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  ownTest('who comes without TLS is not understood', async () => {
    expect(await attempt(options(client, { tls: null }))).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });
});
