import { setTimeout as sleep } from 'node:timers/promises';
import { NumericMap } from '@platformatic/kafka';
import type { ForwardClient, ForwardSession, PartitionedMessage } from '../forward-sessions.ts';
import { KafkaRefusal } from '../group/group-protocol.ts';
import type { KafkaOptions } from '../options.ts';
import { checkTopic, ensureTopic } from '../topic.ts';
import { within } from '../within.ts';
import { Connections } from './connections.ts';
import { topicAdmin } from './topic-admin.ts';

/** A broker that has the request but not yet all replicas' word gives up after this, and the client a little later. */
const ACKNOWLEDGE_WITHIN_MS = 8_000;
const ANSWER_WITHIN_MS = 10_000;
const LEADERS_WITHIN_MS = 10_000;
const ALL_IN_SYNC = -1;
/** A dead broker's partitions move in that time. */
const SEND_WITHIN_MS = 12_000;
const AGAIN_AFTER_MS = 200;
/** Unknown topic or partition, no leader, not the leader, too few replicas in sync (and the same, found out later). */
const NOT_WRITTEN: ReadonlySet<number> = new Set([3, 5, 6, 19, 20]);
/** Between looks whether a topic that was just created has leaders. */
const LOOK_EVERY_MS = 100;

export function platformaticForwarding(options: KafkaOptions): ForwardClient {
  return {
    session: () => new PlatformaticForwardSession(options),
    async check(withinMs) {
      const connections = new Connections(options, withinMs);
      try {
        await within(withinMs, checkTopic(topicAdmin(connections), options));
      } finally {
        connections.cut();
      }
    },
  };
}

/**
 * Tries again, under the same numbers, what a broker says it did not write: leaders move, and a new topic has none for a
 * moment. Any other failure ends the session, and its successor writes repeats at worst.
 */
class PlatformaticForwardSession implements ForwardSession {
  readonly #options: KafkaOptions;
  readonly #connections: Connections;
  /** By partition, once they are known. */
  #leaders: readonly number[] = [];
  #producer = { producerId: -1n, producerEpoch: -1 };
  /** How many messages were written, by topic and partition in the form that the client expects. */
  readonly #sequences = new NumericMap();

  constructor(options: KafkaOptions) {
    this.#options = options;
    this.#connections = new Connections(options, ANSWER_WITHIN_MS);
  }

  async start(): Promise<number> {
    const partitions = await ensureTopic(topicAdmin(this.#connections), this.#options);
    this.#leaders = await this.#findLeaders();
    const connection = await this.#connections.any();
    const request = [null, ACKNOWLEDGE_WITHIN_MS, -1n, -1] as const;
    const { producerId, producerEpoch } = await this.#connections.request(connection, 'InitProducerId', ...request);
    this.#producer = { producerId, producerEpoch };
    return partitions;
  }

  async send(messages: readonly PartitionedMessage[]): Promise<void> {
    for (const until = Date.now() + SEND_WITHIN_MS; ; await sleep(AGAIN_AFTER_MS)) {
      try {
        await this.#sendAll(messages);
        break;
      } catch (error) {
        if (!(error instanceof KafkaRefusal && NOT_WRITTEN.has(error.errorCode)) || Date.now() > until) throw error;
        this.#leaders = await this.#findLeaders();
      }
    }
    for (const { partition } of messages) this.#sequences.postIncrement(`${this.#options.topic}:${partition}`, 1, 0);
  }

  async #sendAll(messages: readonly PartitionedMessage[]): Promise<void> {
    const byNode = new Map<number, PartitionedMessage[]>();
    for (const message of messages) {
      const leader = this.#leaders[message.partition] ?? -1;
      const some = byNode.get(leader);
      if (some === undefined) byNode.set(leader, [message]);
      else some.push(message);
    }
    // All have to end before any is tried again.
    const outcomes = await Promise.allSettled([...byNode].map(([node, some]) => this.#sendTo(node, some)));
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
    const worst = failed.find((reason) => !(reason instanceof KafkaRefusal)) ?? failed[0];
    if (worst !== undefined) throw worst;
  }

  cut(): void {
    this.#connections.cut();
  }

  async #sendTo(node: number, messages: readonly PartitionedMessage[]): Promise<void> {
    const { topic } = this.#options;
    const answer = await this.#connections.request(
      await this.#connections.node(node),
      'Produce',
      ALL_IN_SYNC,
      ACKNOWLEDGE_WITHIN_MS,
      messages.map((message) => ({ ...message, topic })),
      { compression: 'gzip', ...this.#producer, sequences: this.#sequences },
    );
    const answers = typeof answer === 'boolean' ? [] : answer.responses.flatMap((one) => one.partitionResponses);
    const answered = new Set(answers.map(({ index }) => index));
    for (const { partition } of messages) {
      if (!answered.has(partition)) throw new Error(`no answer came for partition ${partition}`);
    }
  }

  /** A new topic gets its leaders a moment after it is created. */
  async #findLeaders(): Promise<readonly number[]> {
    for (const until = Date.now() + LEADERS_WITHIN_MS; ; await sleep(LOOK_EVERY_MS)) {
      const topic = await this.#connections.topic();
      const leaders = topic?.partitions.map(({ leader }) => leader) ?? [];
      if (leaders.length > 0 && leaders.every((leader) => leader >= 0)) return leaders;
      if (Date.now() > until) throw new Error(`partitions of the Kafka topic ${this.#options.topic} have no leader`);
    }
  }
}
