import { Kafka, logLevel } from 'kafkajs';
import { type DecodedMessage, decodeMessage } from '../kafka/message.ts';

/** Everything that stands in a topic now, by partition, in order. */
export async function readTopic(bootstrap: string[], topic: string): Promise<Map<number, DecodedMessage[]>> {
  const client = new Kafka({ brokers: bootstrap, logLevel: logLevel.NOTHING });
  const admin = client.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  let missing = offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  const read = new Map<number, DecodedMessage[]>();
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
        const messages = read.get(batch.partition) ?? [];
        read.set(batch.partition, messages);
        for (const message of batch.messages) messages.push(decodeMessage(message));
        missing -= batch.messages.length;
        if (missing <= 0) resolve();
      },
    });
    running.catch(reject);
  });
  await consumer.disconnect();
  return read;
}
