import { Kafka, logLevel } from 'kafkajs';
import type { ForwardedRecord } from '../kafka/downstream.ts';
import { decodeMessage } from '../kafka/message.ts';

/** A record of the topic, or why a message is none of ours. */
export type ReadRecord =
  | ({ readonly ok: true } & Pick<ForwardedRecord, 'origin' | 'line'>)
  | { readonly ok: false; readonly reason: string };

/** Everything that stands in a topic now, by partition, in order. */
export async function readTopic(bootstrap: string[], topic: string): Promise<Map<number, ReadRecord[]>> {
  const client = new Kafka({ brokers: bootstrap, logLevel: logLevel.NOTHING });
  const admin = client.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  let missing = offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  const read = new Map<number, ReadRecord[]>();
  if (missing === 0) return read;

  const consumer = client.consumer({ groupId: `${topic}-${Math.random()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) reject(payload.error);
    });
    const running = consumer.run({
      eachBatch: async ({ batch }) => {
        const records = read.get(batch.partition) ?? [];
        read.set(batch.partition, records);
        for (const message of batch.messages) {
          const decoded = decodeMessage(message);
          if (!decoded.ok) records.push(decoded);
          else for (const record of decoded.records) records.push({ ok: true, ...record });
        }
        missing -= batch.messages.length;
        if (missing <= 0) resolve();
      },
    });
    running.catch(reject);
  });
  await consumer.disconnect();
  return read;
}
