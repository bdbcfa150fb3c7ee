import { CompressionTypes, Partitioners, type Producer } from 'kafkajs';
import { type KafkaClient, kafkaClient } from './client.ts';
import type { ForwardedRecord } from './downstream.ts';
import { encodeMessages } from './message.ts';
import type { KafkaOptions } from './options.ts';
import { partitionOf } from './partition.ts';
import { ensureTopic } from './topic.ts';

/** A broker that has the request but not yet all replicas' word gives up after this, and kafkajs a little later. */
const ACKNOWLEDGE_WITHIN_MS = 8_000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * About 12 s of tries (0.2, 0.4, 0.8, 1.6 s, then every 3 s): a dead broker's partitions move in that time. Bounded,
 * unlike kafkajs's own for idempotent producers, whose reason is that a next send must not follow a failed one.
 */
const RETRY = { retries: 7, initialRetryTime: 200, multiplier: 2, maxRetryTime: 3_000, factor: 0.2 };

/**
 * One idempotent producer, from its connecting to its first failure; then it has to be cut and succeeded by another.
 *
 * While it lives, what is tried again is numbered as before, and the broker drops the repeat. After a failed send
 * kafkajs gives the next send the numbers of the failed one: were that one written after all, the broker would take
 * the next for its repeat, and acknowledge without writing it. And a broker that no longer knows the producer's
 * numbers would refuse it for good. A new producer is free of both, and the repeats that it writes are harmless.
 */
export class ProducerSession {
  readonly #options: KafkaOptions;
  readonly #client: KafkaClient;
  readonly #producer: Producer;
  #partitions = 0;

  constructor(options: KafkaOptions) {
    this.#options = options;
    this.#client = kafkaClient(options, ANSWER_WITHIN_MS);
    this.#producer = this.#client.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: RETRY,
      // Takes the partition that the message names.
      createPartitioner: Partitioners.DefaultPartitioner,
    });
  }

  async start(): Promise<void> {
    const admin = this.#client.kafka.admin();
    try {
      await admin.connect();
      this.#partitions = await ensureTopic(admin, this.#options);
    } finally {
      await admin.disconnect();
    }
    await this.#producer.connect();
  }

  /** Resolves when all in-sync replicas have all of the records, which together fit into one batch. */
  async send(records: readonly ForwardedRecord[]): Promise<void> {
    const byPartition = this.#byPartition(records);
    const messages = [...byPartition].flatMap(([partition, some]) =>
      encodeMessages(some).map((message) => ({ ...message, partition })),
    );
    const answers = await this.#producer.send({
      topic: this.#options.topic,
      acks: -1,
      timeout: ACKNOWLEDGE_WITHIN_MS,
      compression: CompressionTypes.GZIP,
      messages,
    });
    // A partition whose broker dies may move to one that has answered for its own partitions already. kafkajs 2.2.4
    // then leaves it out of its next try (sendMessages.js asks brokers "without response" only) and resolves as if all
    // were written: seen in four of five kills of one of three brokers.
    const answered = new Set(answers.map(({ partition }) => partition));
    for (const partition of byPartition.keys()) {
      if (!answered.has(partition)) throw new Error(`no answer came for partition ${partition}`);
    }
  }

  /** Each partition's records, in their order. */
  #byPartition(records: readonly ForwardedRecord[]): ReadonlyMap<number, ForwardedRecord[]> {
    const byKey = new Map<string, ForwardedRecord[]>();
    const byPartition = new Map<number, ForwardedRecord[]>();
    for (const record of records) {
      let some = byKey.get(record.key);
      if (some === undefined) {
        const partition = partitionOf(record.key, this.#partitions);
        some = byPartition.get(partition) ?? [];
        byPartition.set(partition, some);
        byKey.set(record.key, some);
      }
      some.push(record);
    }
    return byPartition;
  }

  /** Whatever is under way rejects. */
  cut(): void {
    this.#client.cut();
  }
}
