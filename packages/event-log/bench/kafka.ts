// How many records a second go to Kafka and come back, with either client: one broker on this machine, acks of all
// replicas, lines of 300 bytes, batches as the forwarder sends them, each awaited before the next. Rounds alternate.
import { randomBytes } from 'node:crypto';
import { type ForwardedRecord, type KafkaClientName, openKafkaDownstream, openKafkaReader } from '@readout/event-log';
import { startKafka } from '../src/testing/kafka-broker.ts';
import { optionsInTest } from '../src/testing/options-in-test.ts';

const ROUNDS = 3;
const RECORDS = 300_000;
/** The broker's compiler and Node's get warm first. */
const WARM_UP = 100_000;
/** As in packages/forwarding. */
const SENT_AT_ONCE = 500;
/** As in the ingester. */
const READ_AT_ONCE = 20_000;
const PARTITIONS = 12;
const CLIENTS: readonly KafkaClientName[] = ['kafkajs', 'platformatic'];

/** Records a second, and microseconds of this process's processor for each. */
interface Figures {
  readonly perSecond: number;
  readonly processor: number;
}

/** 300 bytes like a hit's: half of it out of few values, half of it random. */
function lineOf(position: number): string {
  const reader = randomBytes(16).toString('base64url');
  const agent = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/${100 + (position % 40)}.0.0.0`;
  const line = `{"v":1,"kind":"opened","at":${1_790_000_000_000 + position * 13},"reader":"${reader}","agent":"${agent}","mac":"`;
  const random = randomBytes(200).toString('base64url');
  return `${line}${random.slice(0, 298 - line.length)}"}`;
}

/** A morning's mix of publications. */
function recordsOf(count: number): ForwardedRecord[] {
  return Array.from({ length: count }, (_, position) => ({
    origin: { collector: 1, position },
    line: lineOf(position),
    key: `publication/${1 + (position % 60)}`,
  }));
}

async function measured(records: number, work: () => Promise<void>): Promise<Figures> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { perSecond: (records * 1_000) / (performance.now() - began), processor: (user + system) / records };
}

async function produce(options: Parameters<typeof openKafkaDownstream>[0], records: number): Promise<Figures> {
  const downstream = await openKafkaDownstream(options);
  const batches = Array.from({ length: 20 }, () => recordsOf(SENT_AT_ONCE));
  await downstream.forward(recordsOf(1));
  const figures = await measured(records, async () => {
    for (let sent = 0; sent < records; sent += SENT_AT_ONCE) {
      await downstream.forward(batches[(sent / SENT_AT_ONCE) % batches.length] ?? []);
    }
  });
  await downstream.close();
  return figures;
}

/** From the first record that comes: joining a group takes its time, and is not what is asked. */
async function consume(options: Parameters<typeof openKafkaReader>[0], records: number): Promise<Figures> {
  const reader = await openKafkaReader(options);
  const stop = new AbortController();
  let read = 0;
  let began: { readonly at: number; readonly read: number; readonly usage: NodeJS.CpuUsage } | null = null;
  const reading: Promise<void>[] = [];
  for await (const owned of reader.partitions(stop.signal)) {
    reading.push(
      (async () => {
        for await (const batch of owned.read({ maxRecords: READ_AT_ONCE })) {
          read += batch.records.length;
          began ??= { at: performance.now(), read, usage: process.cpuUsage() };
          await owned.commit(batch.next);
          if (read >= records) stop.abort();
        }
        owned.release();
      })(),
    );
  }
  const { at, read: first, usage } = began ?? { at: 0, read: 0, usage: process.cpuUsage() };
  const elapsed = performance.now() - at;
  const { user, system } = process.cpuUsage(usage);
  await Promise.all(reading);
  await reader.close();
  return { perSecond: ((read - first) * 1_000) / elapsed, processor: (user + system) / (read - first) };
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const figures = new Map<string, Figures[]>();
const kafka = await startKafka({ brokers: 1 });
try {
  for (let round = 0; round <= ROUNDS; round++) {
    const records = round === 0 ? WARM_UP : RECORDS;
    for (const client of CLIENTS) {
      const topic = `bench-${client}-${round}-${Date.now()}`;
      const options = optionsInTest({ client, brokers: kafka.bootstrap, topic, partitions: PARTITIONS });
      const [sent, got] = [await produce(options, records), await consume({ ...options, group: topic }, records)];
      if (round === 0) continue;
      figures.set(`produce ${client}`, [...(figures.get(`produce ${client}`) ?? []), sent]);
      figures.set(`consume ${client}`, [...(figures.get(`consume ${client}`) ?? []), got]);
    }
  }
} finally {
  await kafka.stop();
}

console.log(`Medians of ${ROUNDS} alternating rounds of ${RECORDS} records, one broker, ${PARTITIONS} partitions\n`);
console.log('| what | client | records/s | of kafkajs | processor µs a record |');
console.log('|---|---|---|---|---|');
for (const what of ['produce', 'consume']) {
  const base = median((figures.get(`${what} kafkajs`) ?? []).map(({ perSecond }) => perSecond));
  for (const client of CLIENTS) {
    const rounds = figures.get(`${what} ${client}`) ?? [];
    const perSecond = median(rounds.map((one) => one.perSecond));
    const processor = median(rounds.map((one) => one.processor));
    const cells = [what, client, perSecond.toFixed(0), (perSecond / base).toFixed(2), processor.toFixed(1)];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
// The test broker's clients may hold the process open.
process.exit(0);
