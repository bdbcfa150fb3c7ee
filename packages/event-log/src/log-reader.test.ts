// What holds for every log that is read through a LogReader; what Kafka alone has is in kafka/group/group-reader.test.ts.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openEmbeddedLog } from './embedded/embedded-log.ts';
import { readEmbedded } from './embedded/embedded-reader.ts';
import type { LogReader, OwnedPartition } from './event-log.ts';
import { openKafkaDownstream, openKafkaReader } from './kafka/open.ts';
import type { KafkaClientName } from './kafka/options.ts';
import { Following, until } from './testing/following.ts';
import { startKafka, type TestKafka } from './testing/kafka-broker.ts';
import { forwardUntilTaken } from './testing/kafka-forwarded.ts';
import { optionsInTest } from './testing/options-in-test.ts';

const SLOW_MS = 60_000;
jest.setTimeout(SLOW_MS);

/** A log of one partition that lines can be written to. */
interface WrittenLog {
  append(lines: readonly string[]): Promise<void>;
  read(): Promise<LogReader>;
  remove(): Promise<void>;
}

async function embedded(): Promise<WrittenLog> {
  const directory = await mkdtemp(join(tmpdir(), 'readout-reader-'));
  const log = await openEmbeddedLog({ directory, retention: { maxAgeMs: 3_600_000, maxBytes: 1_000_000_000 } });
  return {
    append: (lines) => log.appendAll(lines),
    read: async () => readEmbedded(log),
    async remove() {
      await log.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

let kafka: TestKafka;
beforeAll(async () => {
  kafka = await startKafka({ brokers: 1 });
}, SLOW_MS);
afterAll(() => kafka.stop());

const inKafka = (client: KafkaClientName) => async (): Promise<WrittenLog> => {
  const options = optionsInTest({ client, brokers: kafka.bootstrap, topic: `log-${randomUUID()}` });
  const downstream = await openKafkaDownstream(options);
  let position = 0;
  return {
    append: (lines) =>
      forwardUntilTaken(
        downstream,
        lines.map((line) => ({ origin: { collector: 1, position: position++ }, line, key: 'one' })),
      ),
    read: () => openKafkaReader({ ...options, group: options.topic }),
    remove: () => downstream.close(),
  };
};

const numbered = (from: number, count: number) => Array.from({ length: count }, (_, at) => `line ${from + at}`);
const linesOf = (following: Following) => [...following.records.values()].flat().map(({ line }) => line);

/** The first partition that falls to the reader, and the iteration it came from. */
async function firstOwned(reader: LogReader, signal: AbortSignal) {
  const partitions = reader.partitions(signal)[Symbol.asyncIterator]();
  const { value, done } = await partitions.next();
  if (done === true) throw new Error('no partition was given');
  const owned: OwnedPartition = value;
  return { partitions, owned };
}

const LOGS: readonly (readonly [string, () => Promise<WrittenLog>])[] = [
  ['embedded', embedded],
  ['in Kafka, by kafkajs', inKafka('kafkajs')],
  ['in Kafka, by platformatic', inKafka('platformatic')],
];

describe.each(LOGS)('a log %s', (_, make) => {
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end().catch(() => undefined);
  });
  const written = async () => {
    const log = await make();
    ends.push(() => log.remove());
    return log;
  };
  const follow = async (log: WrittenLog, maxRecords: number) => {
    const following = new Following(await log.read(), { maxRecords });
    ends.push(() => following.stop());
    return following;
  };

  test('gives out what was written, in order and in batches as large as wanted, and then what comes', async () => {
    const log = await written();
    await log.append(numbered(0, 1_000));
    const sizes = new Set<number>();
    const following = new Following(await log.read(), {
      maxRecords: 90,
      deal: ({ records }) => void sizes.add(records.length),
    });
    ends.push(() => following.stop());
    await until('all is read', () => following.count === 1_000);
    await log.append(numbered(1_000, 100));
    await until('the rest is read', () => following.count === 1_100);
    expect(linesOf(following)).toEqual(numbered(0, 1_100));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(90);
    await until('nothing is left', async () => (await following.reader.lag()) === 0);
  });

  test('is read on from the last commit by the next reader', async () => {
    const log = await written();
    await log.append(numbered(0, 300));
    const first = await follow(log, 50);
    await until('all is read', () => first.count === 300);
    await first.stop();
    await log.append(numbered(300, 20));
    const second = await follow(log, 50);
    await until('the rest is read', () => second.count === 20);
    expect(linesOf(second)).toEqual(numbered(300, 20));
  });

  test('is given out again, from the last commit, when reading is broken off and begun anew', async () => {
    const log = await written();
    await log.append(numbered(0, 500));
    const reader = await log.read();
    const stop = new AbortController();
    const { owned } = await firstOwned(reader, stop.signal);
    ends.push(() => reader.close());
    const seen: string[] = [];
    for await (const { records } of owned.read({ maxRecords: 100 })) {
      seen.push(...records.map(({ line }) => line));
      break;
    }
    for await (const { records, next } of owned.read({ maxRecords: 100 })) {
      seen.push(...records.map(({ line }) => line));
      await owned.commit(next);
      if (seen.length >= 600) break;
    }
    expect(seen).toEqual([...numbered(0, 100), ...numbered(0, 500)]);
    owned.release();
  });

  test('ends for its reader when that is told to stop: the partition is lost, and both iterations finish', async () => {
    const log = await written();
    await log.append(numbered(0, 10));
    const reader = await log.read();
    const stop = new AbortController();
    const { partitions, owned } = await firstOwned(reader, stop.signal);
    expect(owned.lost.aborted).toBe(false);
    expect(await owned.end()).toBeGreaterThan(0);
    const reading = (async () => {
      for await (const _batch of owned.read({ maxRecords: 100 })) stop.abort();
    })();
    await reading;
    expect(owned.lost.aborted).toBe(true);
    await owned.commit(1);
    owned.release();
    expect(await partitions.next()).toMatchObject({ done: true });
    await reader.close();
  });

  test('ends for its reader when that is closed, too', async () => {
    const log = await written();
    await log.append(['the only line']);
    const reader = await log.read();
    const { partitions, owned } = await firstOwned(reader, new AbortController().signal);
    const batches = owned.read({ maxRecords: 10 })[Symbol.asyncIterator]();
    expect(await batches.next()).toMatchObject({ done: false, value: { records: [{ line: 'the only line' }] } });
    const reading = batches.next();
    owned.lost.addEventListener('abort', () => owned.release());
    await reader.close();
    expect(await reading).toMatchObject({ done: true });
    expect(await partitions.next()).toMatchObject({ done: true });
  });
});
