import { CompressionTypes, Partitioners, type Producer } from 'kafkajs';
import type { ForwardClient, ForwardSession, PartitionedMessage } from '../forward-sessions.ts';
import type { KafkaOptions } from '../options.ts';
import { checkTopic, ensureTopic } from '../topic.ts';
import { within } from '../within.ts';
import { type KafkaClient, kafkaClient } from './client.ts';
import { kafkajsTopicAdmin } from './topic-admin.ts';

/** A broker that has the request but not yet all replicas' word gives up after this, and kafkajs a little later. */
const ACKNOWLEDGE_WITHIN_MS = 8_000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * About 12 s of tries (0.2, 0.4, 0.8, 1.6 s, then every 3 s): a dead broker's partitions move in that time. Bounded,
 * unlike kafkajs's own for idempotent producers, whose reason is that a next send must not follow a failed one.
 */
const RETRY = { retries: 7, initialRetryTime: 200, multiplier: 2, maxRetryTime: 3_000, factor: 0.2 };

export function kafkajsForwarding(options: KafkaOptions): ForwardClient {
  return {
    session: () => new KafkajsForwardSession(options),
    async check(withinMs) {
      const client = kafkaClient(options, withinMs);
      const admin = client.kafka.admin();
      try {
        await within(
          withinMs,
          admin.connect().then(() => checkTopic(kafkajsTopicAdmin(admin), options)),
        );
      } finally {
        client.cut();
      }
    },
  };
}

/**
 * After a failed send kafkajs gives the next one the numbers of the failed one, and a broker that no longer knows the
 * producer's numbers would refuse it for good: reasons not to use it again.
 */
class KafkajsForwardSession implements ForwardSession {
  readonly #options: KafkaOptions;
  readonly #client: KafkaClient;
  readonly #producer: Producer;

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

  async start(): Promise<number> {
    const admin = this.#client.kafka.admin();
    try {
      await admin.connect();
      const partitions = await ensureTopic(kafkajsTopicAdmin(admin), this.#options);
      await this.#producer.connect();
      return partitions;
    } finally {
      await admin.disconnect();
    }
  }

  async send(messages: readonly PartitionedMessage[]): Promise<void> {
    const answers = await this.#producer.send({
      topic: this.#options.topic,
      acks: -1,
      timeout: ACKNOWLEDGE_WITHIN_MS,
      compression: CompressionTypes.GZIP,
      messages: [...messages],
    });
    // A partition whose broker dies may move to one that has answered for its own partitions already. kafkajs 2.2.4
    // then leaves it out of its next try (sendMessages.js asks brokers "without response" only) and resolves as if all
    // were written: seen in four of five kills of one of three brokers.
    const answered = new Set(answers.map(({ partition }) => partition));
    for (const { partition } of messages) {
      if (!answered.has(partition)) throw new Error(`no answer came for partition ${partition}`);
    }
  }

  cut(): void {
    this.#client.cut();
  }
}
