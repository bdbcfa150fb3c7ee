import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { MAX_RECORD_BYTES } from '@readout/events';
import { Kafka, logLevel } from 'kafkajs';
import { Following, isInOrder, together, until } from '../../testing/following.ts';
import { ACCOUNT, brokersCanBeKilled, startKafka, type TestKafka } from '../../testing/kafka-broker.ts';
import { expectedPositions, forwardUntilTaken, PARTITIONS, recordsFrom } from '../../testing/kafka-forwarded.ts';
import { optionsInTest } from '../../testing/options-in-test.ts';
import { kafkajsGroupProtocol } from '../kafkajs/group-protocol.ts';
import { openKafkaDownstream, openKafkaReader } from '../open.ts';
import type { KafkaClientName, KafkaOptions } from '../options.ts';
import { platformaticGroupProtocol } from '../platformatic/group-protocol.ts';
import type { GroupProtocol } from './group-protocol.ts';
import { GroupReader } from './group-reader.ts';

const SLOW_MS = 120_000;
jest.setTimeout(SLOW_MS);
/** As short as a broker takes. */
const TIMES = { sessionMs: 6_000, heartbeatMs: 250 };
const faultTest = brokersCanBeKilled ? test : test.skip;
if (!brokersCanBeKilled) console.warn('KAFKA_BROKERS is set: the tests that kill brokers are SKIPPED.');

let kafka: TestKafka;
beforeAll(async () => {
  kafka = await startKafka({ brokers: 1 });
  await forward(`warm-${randomUUID()}`, 0, 1);
}, SLOW_MS);
afterAll(() => kafka.stop());

const followings: Following[] = [];
const warnings: { message: string }[] = [];
afterEach(async () => {
  await Promise.all(followings.splice(0).map((following) => following.stop().catch(() => undefined)));
  warnings.length = 0;
}, SLOW_MS);

function optionsOf(client: KafkaClientName, topic: string, more: Partial<KafkaOptions> = {}): KafkaOptions {
  return optionsInTest({
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
}

async function forward(topic: string, from: number, count: number): Promise<void> {
  const downstream = await openKafkaDownstream(optionsOf('kafkajs', topic));
  await forwardUntilTaken(downstream, recordsFrom(from, count));
  await downstream.close();
}

function protocolOf(client: KafkaClientName, topic: string, group: string): GroupProtocol {
  const make = client === 'kafkajs' ? kafkajsGroupProtocol : platformaticGroupProtocol;
  return make(optionsOf(client, topic), group, TIMES.sessionMs);
}

interface Member {
  readonly following: Following;
  readonly protocol: GroupProtocol;
  /** As if the process were gone: its connections end, and it does not say goodbye. */
  kill(): void;
}

function join(
  client: KafkaClientName,
  topic: string,
  group: string,
  options: ConstructorParameters<typeof Following>[1] = {},
): Member {
  const protocol = protocolOf(client, topic, group);
  const following = new Following(new GroupReader(protocol, optionsOf(client, topic), TIMES), options);
  followings.push(following);
  return { following, protocol, kill: () => protocol.cut() };
}

const named = () => ({ topic: `reading-${randomUUID()}`, group: `group-${randomUUID()}` });

function expectInOrder(following: Following, count: number): void {
  const expected = expectedPositions(count);
  for (const { partition, positions } of following.stays) {
    expect({ partition, inOrder: isInOrder(positions, expected.get(partition) ?? []) }).toEqual({
      partition,
      inOrder: true,
    });
  }
}

describe.each<KafkaClientName>(['kafkajs', 'platformatic'])('a consumer group with %s', (client) => {
  test('one reader has all partitions, gives out every record in order, and says how much is left', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 5_000);
    const { following } = join(client, topic, group, { maxRecords: 70 });
    await until('all is read', () => following.count === 5_000);
    await until('nothing is left', async () => (await following.reader.lag()) === 0);
    expect(following.positions).toEqual(expectedPositions(5_000));
    await forward(topic, 5_000, 1_000);
    await until('what came later is read', () => following.count === 6_000);
    expect(following.positions).toEqual(expectedPositions(6_000));
  });

  test('after a restart it goes on from the last commit', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 4_000);
    const first = join(client, topic, group);
    await until('all is read', () => first.following.count === 4_000);
    await first.following.stop();
    await forward(topic, 4_000, 500);
    const { following } = join(client, topic, group);
    await until('the rest is read', () => together(first.following, following).size > 0 && following.count >= 500);
    await sleep(300);
    expect(following.count).toBe(500);
    expect(together(first.following, following)).toEqual(expectedPositions(4_500));
  });

  test('readers share the partitions; one that joins gets some, while the others read on, and one that leaves gives them back', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 2_000);
    const one = join(client, topic, group);
    await until('one has all', () => one.following.owned.size === PARTITIONS);
    const two = join(client, topic, group);
    await until('both have half', () => one.following.owned.size === 2 && two.following.owned.size === 2);
    // What stayed with the first one was never taken away.
    expect([...one.following.owned].map((partition) => one.following.gained.get(partition))).toEqual([1, 1]);
    await forward(topic, 2_000, 2_000);
    await until('all is read', () => one.following.count + two.following.count >= 4_000);
    await two.following.stop();
    await until('one has all again', () => one.following.owned.size === PARTITIONS);
    await forward(topic, 4_000, 2_000);
    await until(
      'all is read',
      () => [...together(one.following, two.following).values()].reduce((sum, list) => sum + list.length, 0) === 6_000,
    );
    expect(together(one.following, two.following)).toEqual(expectedPositions(6_000));
    for (const { following } of [one, two]) expectInOrder(following, 6_000);
  });

  test('a partition that goes is waited for until its reader has released it', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 2_000);
    const writing = new Set<number>();
    const overlaps: number[] = [];
    let hold = true;
    const deal = async (_batch: unknown, { partition }: { partition: number }) => {
      if (writing.has(partition)) overlaps.push(partition);
      writing.add(partition);
      while (hold) await sleep(20);
      writing.delete(partition);
    };
    const one = join(client, topic, group, { deal, maxRecords: 100 });
    await until('all are being written', () => writing.size === PARTITIONS);
    const two = join(client, topic, group, { deal });
    await until('two are lost', () => one.following.owned.size === 2);
    await sleep(1_500);
    expect(two.following.owned.size).toBe(0);
    hold = false;
    await until('they are handed on', () => two.following.owned.size === 2);
    await until(
      'all is read',
      () => [...together(one.following, two.following).values()].reduce((sum, list) => sum + list.length, 0) === 2_000,
    );
    expect(overlaps).toEqual([]);
    expect(together(one.following, two.following)).toEqual(expectedPositions(2_000));
  });

  test('a reader that is gone without a word is missed after its session, and nothing is lost', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 1_000);
    const one = join(client, topic, group);
    const two = join(client, topic, group);
    await until('both have half', () => one.following.owned.size === 2 && two.following.owned.size === 2);
    two.kill();
    await forward(topic, 1_000, 1_000);
    await until('one has all', () => one.following.owned.size === PARTITIONS, 30_000);
    await until(
      'all is read',
      () => [...together(one.following, two.following).values()].reduce((sum, list) => sum + list.length, 0) === 2_000,
    );
    expect(together(one.following, two.following)).toEqual(expectedPositions(2_000));
    // It cannot know any better than by the time.
    await until('the one that was cut off gives up', () => two.following.owned.size === 0);
  });

  test('joining that breaks off on the way is tried again, and partitions change hands as ever', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 1_000);
    const one = join(client, topic, group);
    await until('one has all', () => one.following.owned.size === PARTITIONS);
    const joining = one.protocol.join.bind(one.protocol);
    let tries = 0;
    one.protocol.join = async (...request) => {
      if (tries++ % 2 === 0) throw new Error('the connection broke');
      return joining(...request);
    };
    const two = join(client, topic, group);
    await until('both have half', () => one.following.owned.size === 2 && two.following.owned.size === 2);
    expect(tries).toBeGreaterThanOrEqual(4);
    await until('all is read', () => one.following.count + two.following.count >= 1_000);
    expect(together(one.following, two.following)).toEqual(expectedPositions(1_000));
  });

  test('what is not ours is given out with its fault, and what is around it as ever', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 1_000);
    const producer = new Kafka({ brokers: kafka.bootstrap, logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    const key = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7]);
    const tooLong = 'ü'.repeat(MAX_RECORD_BYTES);
    await producer.send({
      topic,
      messages: [
        { partition: 0, key: null, value: '{"some":\n"body"}' },
        { partition: 0, key, value: `0 fine\n1 ${tooLong}\n2 fine too` },
        { partition: 1, key: 'else', value: null },
        { partition: 1, key: 'else', value: 'x'.repeat(100_000) },
      ],
    });
    await producer.disconnect();
    await forward(topic, 1_000, 1_000);
    const { following } = join(client, topic, group);
    await until('all is read', () => following.count === 2_000 + 6);
    const faults = [...following.records.values()].flat().filter(({ fault }) => fault !== undefined);
    expect(faults.map(({ origin, line }) => [origin.partition, origin.collector, line.slice(0, 16)]).sort()).toEqual([
      [0, 0, '{"some": "body"}'],
      [0, 0, 'ü'.repeat(16)],
      [1, 0, ''],
      [1, 0, 'x'.repeat(16)],
    ]);
    for (const { line } of faults) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MAX_RECORD_BYTES);
    expect(faults.every(({ origin }, at) => at === 0 || origin.position !== faults[at - 1]?.origin.position)).toBe(
      true,
    );
  });

  test('who writes slowly is not given more ahead, and holds up no other partition', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 40_000);
    let asked = 0;
    const protocol = protocolOf(client, topic, group);
    const fetch = protocol.fetch.bind(protocol);
    protocol.fetch = async (...request) => {
      const answers = await fetch(...request);
      asked += answers.filter(({ partition, messages }) => partition === SLOW && messages.length > 0).length;
      return answers;
    };
    // The partition that most of it is in.
    const bySize = [...expectedPositions(40_000)].sort(([, a], [, b]) => b.length - a.length);
    const SLOW = bySize[0]?.[0] ?? 0;
    let go = false;
    const deal = async (_batch: unknown, { partition }: { partition: number }) => {
      while (partition === SLOW && !go) await sleep(20);
    };
    const following = new Following(new GroupReader(protocol, optionsOf(client, topic), TIMES), {
      deal,
      maxRecords: 10,
    });
    followings.push(following);
    const others = bySize.slice(1).reduce((sum, [, list]) => sum + list.length, 0);
    await until('the others are read', () => following.count === others + 10);
    // It gave out ten records of one answer, and has read nothing ahead of what is left of that.
    await sleep(1_000);
    expect(asked).toBe(1);
    go = true;
    await until('all is read', () => following.count === 40_000);
    expect(following.positions).toEqual(expectedPositions(40_000));
  });

  test('a batch that takes longer than a session does not end the membership', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 400);
    let go = false;
    const deal = async () => {
      while (!go) await sleep(50);
    };
    const { following } = join(client, topic, group, { deal });
    await until('all is being written', () => following.owned.size === PARTITIONS && following.count === 400);
    await sleep(TIMES.sessionMs + 2_000);
    go = true;
    await until('nothing is left', async () => (await following.reader.lag()) === 0);
    expect(following.count).toBe(400);
    expect([...following.gained.values()]).toEqual([1, 1, 1, 1]);
  });

  test('what Kafka removed before it was read is told as lost, and reading goes on from the oldest', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 1_000);
    const first = join(client, topic, group);
    await until('all is read', () => first.following.count === 1_000);
    await first.following.stop();
    await forward(topic, 1_000, 1_000);
    const admin = new Kafka({ brokers: kafka.bootstrap, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({
      topic,
      partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
    });
    await admin.disconnect();
    await forward(topic, 2_000, 1_000);
    const { following } = join(client, topic, group);
    await until('what is left is read', () => following.count === 1_000);
    expect(Math.min(...[...following.positions.values()].flat())).toBe(2_000);
    expect(following.damaged).toHaveLength(PARTITIONS);
    expect(following.damaged.every(({ collector, first, last }) => collector === 0 && last >= first)).toBe(true);
    expect(warnings).toContainEqual(expect.objectContaining({ message: 'Kafka removed what was not read yet' }));
  });

  test('the other client reads in the same group', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 1_000);
    const one = join(client, topic, group);
    const two = join(client === 'kafkajs' ? 'platformatic' : 'kafkajs', topic, group);
    await until('both have half', () => one.following.owned.size === 2 && two.following.owned.size === 2);
    await until('all is read', () => one.following.count + two.following.count >= 1_000);
    expect(together(one.following, two.following)).toEqual(expectedPositions(1_000));
  });

  test('a topic that is not there yet is waited for', async () => {
    const { topic, group } = named();
    const { following } = join(client, topic, group);
    await until('it is told', () => warnings.length > 0);
    await expect(following.reader.lag()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    await forward(topic, 0, 100);
    await until('all is read', () => following.count === 100);
  });

  test('nobody there is told and not thrown; what cannot work is refused at once', async () => {
    const { topic, group } = named();
    const away = optionsOf(client, topic, { brokers: ['127.0.0.1:9'] });
    const following = new Following(await openKafkaReader({ ...away, group }));
    followings.push(following);
    await until('it is told', () => warnings.length > 0);
    await expect(following.reader.lag()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    const refused = openKafkaReader({ ...away, group: 'two words' });
    await expect(refused).rejects.toMatchObject({ code: 'KAFKA_CONFIGURATION' });
  });

  faultTest(
    'a wrong password is told and not thrown, by reading and by forwarding; the right one is let in',
    async () => {
      const { topic, group } = named();
      await forward(topic, 0, 100);
      const wrong = optionsOf(client, topic, { brokers: kafka.guarded, sasl: { ...ACCOUNT, password: 'wrong' } });
      const shutOut = new Following(await openKafkaReader({ ...wrong, group }));
      followings.push(shutOut);
      await until('it is told', () => warnings.length > 0);
      await expect(shutOut.reader.lag()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
      const downstream = await openKafkaDownstream(wrong);
      await expect(downstream.forward(recordsFrom(100, 1))).rejects.toThrow(
        'Kafka refused the user name, the password',
      );
      await downstream.close();
      const right = optionsOf(client, topic, { brokers: kafka.guarded, sasl: ACCOUNT });
      const following = new Following(await openKafkaReader({ ...right, group }));
      followings.push(following);
      await until('all is read', () => following.count === 100);
    },
  );

  faultTest('while the broker is away lag() rejects, and when it is back everything is read', async () => {
    const { topic, group } = named();
    await forward(topic, 0, 1_000);
    const { following } = join(client, topic, group);
    await until('all is read', () => following.count === 1_000);
    await kafka.broker(1).kill('SIGKILL');
    await expect(following.reader.lag()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    await sleep(1_000);
    await kafka.broker(1).start();
    await forward(topic, 1_000, 1_000);
    await until('the rest is read', () => [...together(following).values()].flat().length === 2_000, 60_000);
    await until('nothing is left', async () => (await following.reader.lag().catch(() => -1)) === 0, 60_000);
    expect(together(following)).toEqual(expectedPositions(2_000));
    expectInOrder(following, 2_000);
  });
});
