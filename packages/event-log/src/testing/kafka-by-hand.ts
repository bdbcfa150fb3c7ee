// What a test wants to know of Kafka, or to do to it, beside the ways that we use it.
import { type Admin, Kafka, logLevel } from 'kafkajs';

export class KafkaByHand {
  readonly #client: Kafka;
  readonly #topic: string;
  #admin: Admin | null = null;

  constructor(bootstrap: string[], topic: string) {
    this.#client = new Kafka({ brokers: bootstrap, logLevel: logLevel.NOTHING });
    this.#topic = topic;
  }

  /** Messages that the topic holds and the group has not committed. */
  async behind(groupId: string): Promise<number> {
    return this.#asking(async (admin) => {
      const ends = await admin.fetchTopicOffsets(this.#topic);
      const [committed] = await admin.fetchOffsets({ groupId, topics: [this.#topic] });
      const upTo = new Map(committed?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      // Nothing committed is -1: reading begins at the oldest.
      const behind = ends.map(
        ({ partition, low, high }) => Number(high) - Math.max(Number(low), upTo.get(partition) ?? 0),
      );
      return behind.reduce((sum, one) => sum + one, 0);
    });
  }

  /** What the group has committed of each partition; -1: nothing. */
  async committed(groupId: string): Promise<ReadonlyMap<number, number>> {
    return this.#asking(async (admin) => {
      const [found] = await admin.fetchOffsets({ groupId, topics: [this.#topic] });
      return new Map(found?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
    });
  }

  /** The node that leads a partition; -1: none. */
  async leader(partition: number): Promise<number> {
    return this.#asking(async (admin) => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [this.#topic] });
      return topics[0]?.partitions.find(({ partitionId }) => partitionId === partition)?.leader ?? -1;
    });
  }

  /** Members of the group, and whether it is at rest. */
  async members(groupId: string): Promise<{ readonly count: number; readonly isStable: boolean }> {
    return this.#asking(async (admin) => {
      const { groups } = await admin.describeGroups([groupId]);
      return { count: groups[0]?.members.length ?? 0, isStable: groups[0]?.state === 'Stable' };
    });
  }

  /** Puts a message into a partition that none of ours would make. */
  async send(partition: number, value: string): Promise<void> {
    const producer = this.#client.producer();
    await producer.connect();
    await producer.send({ topic: this.#topic, messages: [{ partition, value }], acks: -1 });
    await producer.disconnect();
  }

  async close(): Promise<void> {
    await this.#admin?.disconnect();
    this.#admin = null;
  }

  /** A connection that broke is made anew with the next question. */
  async #asking<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      if (this.#admin === null) {
        this.#admin = this.#client.admin();
        await this.#admin.connect();
      }
      return await ask(this.#admin);
    } catch (error) {
      await this.close().catch(() => undefined);
      throw error;
    }
  }
}
