// Measures how many records a second are forwarded to one broker with acks all, each batch awaited before the next:
//   node_modules/.bin/tsx packages/event-log/src/testing/kafka-throughput.ts
import { randomBytes } from 'node:crypto';
import type { ForwardedRecord } from '../kafka/downstream.ts';
import { openKafkaDownstream } from '../kafka/forwarding.ts';
import { startKafka } from './kafka-broker.ts';

const RECORDS = 400_000;
/** The broker's JIT and kafkajs's get warm first. */
const WARM_UP = 200_000;
const PARTITIONS = 12;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** 300 bytes like a hit's: half of it out of few values, half of it random. */
function lineOf(position: number): string {
  const reader = randomBytes(16).toString('base64url');
  const agent = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/${100 + (position % 40)}.0.0.0`;
  const line = `{"v":1,"kind":"opened","at":${1_790_000_000_000 + position * 13},"reader":"${reader}","agent":"${agent}","mac":"`;
  return `${line}${randomBytes(200)
    .toString('base64url')
    .slice(0, 298 - line.length)}"}`;
}

/** A morning's mix: a few issues have nearly all of the hits. */
function recordsOf(count: number): ForwardedRecord[] {
  return Array.from({ length: count }, (_, position) => ({
    origin: { collector: 1, position },
    line: lineOf(position),
    key: `publication/${1 + (position % 60)}`,
  }));
}

const kafka = await startKafka({ brokers: 1 });
try {
  for (const size of [1_000, 2_000, 5_000]) {
    const downstream = await openKafkaDownstream({
      brokers: kafka.bootstrap,
      topic: `throughput-${size}-${Date.now()}`,
      partitions: PARTITIONS,
      replicationFactor: 1,
      minInSyncReplicas: 1,
      retentionMs: 3_600_000,
      clientId: 'throughput',
      tls: null,
      sasl: null,
      logger: silent,
    });
    const records = recordsOf(size);
    let begun = 0;
    for (let sent = -WARM_UP; sent < RECORDS; sent += size) {
      if (sent === 0) begun = performance.now();
      await downstream.forward(records);
    }
    const seconds = (performance.now() - begun) / 1_000;
    process.stdout.write(`batches of ${size}: ${Math.round(RECORDS / seconds)} records/s\n`);
    await downstream.close();
  }
} finally {
  await kafka.stop();
}
