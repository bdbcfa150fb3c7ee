import type Cluster from 'kafkajs/src/cluster/index.js';
import type { Broker, Message } from 'kafkajs/src/cluster/index.js';
import { ASSIGNOR } from '../group/consumer-protocol.ts';
import {
  FETCH_BYTES,
  type Fetched,
  type GroupProtocol,
  type Joined,
  KafkaRefusal,
  type Member,
  PARTITION_BYTES,
  type Place,
  REBALANCE_WITHIN_MS,
} from '../group/group-protocol.ts';
import { type Line, Lines } from '../group/lines.ts';
import type { KafkaOptions } from '../options.ts';
import { kafkaClient, READ_UNCOMMITTED } from './client.ts';

/** Longer than any request but joining may take, which kafkajs gives as long as the group waits. */
const ANSWER_WITHIN_MS = 10_000;

interface Connected {
  readonly cluster: Promise<Cluster>;
  coordinator: Promise<Broker> | null;
  cut(): void;
}

/** @param sessionMs see SESSION_MS */
export function kafkajsGroupProtocol(options: KafkaOptions, group: string, sessionMs: number): GroupProtocol {
  return new KafkajsGroupProtocol(options, group, sessionMs);
}

class KafkajsGroupProtocol implements GroupProtocol {
  readonly #options: KafkaOptions;
  readonly #groupId: string;
  readonly #sessionMs: number;
  readonly #lines: Lines<Connected>;

  constructor(options: KafkaOptions, group: string, sessionMs: number) {
    this.#options = options;
    this.#groupId = group;
    this.#sessionMs = sessionMs;
    this.#lines = new Lines(() => connect(options), refusalOf);
  }

  leaders(): Promise<readonly number[]> {
    const { topic } = this.#options;
    return this.#over('asking', async (cluster) => {
      const { topicMetadata } = await (await cluster.findControllerBroker()).metadata([topic]);
      const leaders: number[] = [];
      for (const { partitionId, leader } of topicMetadata.find((one) => one.topic === topic)?.partitionMetadata ?? []) {
        leaders[partitionId] = leader;
      }
      return leaders;
    });
  }

  join(memberId: string, subscription: Buffer): Promise<Joined> {
    return this.#withCoordinator('membership', async (coordinator) => {
      const joined = await coordinator.joinGroup({
        groupId: this.#groupId,
        sessionTimeout: this.#sessionMs,
        rebalanceTimeout: REBALANCE_WITHIN_MS,
        memberId,
        groupProtocols: [{ name: ASSIGNOR, metadata: subscription }],
      });
      const isLeader = joined.leaderId === joined.memberId;
      return {
        memberId: joined.memberId,
        generation: joined.generationId,
        members: isLeader ? new Map(joined.members.map((one) => [one.memberId, one.memberMetadata])) : null,
      };
    });
  }

  sync({ memberId, generation }: Member, assignments: ReadonlyMap<string, Buffer>): Promise<Buffer> {
    return this.#withCoordinator('membership', async (coordinator) => {
      const { memberAssignment } = await coordinator.syncGroup({
        groupId: this.#groupId,
        generationId: generation,
        memberId,
        groupAssignment: [...assignments].map(([to, assignment]) => ({ memberId: to, memberAssignment: assignment })),
      });
      return memberAssignment;
    });
  }

  async heartbeat({ memberId, generation }: Member): Promise<void> {
    await this.#withCoordinator('membership', (coordinator) =>
      coordinator.heartbeat({ groupId: this.#groupId, groupGenerationId: generation, memberId }),
    );
  }

  async leave(memberId: string): Promise<void> {
    await this.#withCoordinator('asking', (coordinator) =>
      coordinator.leaveGroup({ groupId: this.#groupId, memberId }),
    );
  }

  async commit({ memberId, generation }: Member, offsets: ReadonlyMap<number, number>): Promise<void> {
    const partitions = [...offsets].map(([partition, offset]) => ({ partition, offset: String(offset) }));
    await this.#withCoordinator('asking', (coordinator) =>
      coordinator.offsetCommit({
        groupId: this.#groupId,
        groupGenerationId: generation,
        memberId,
        topics: [{ topic: this.#options.topic, partitions }],
      }),
    );
  }

  async committed(partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const topics = [{ topic: this.#options.topic, partitions: partitions.map((partition) => ({ partition })) }];
    const { responses } = await this.#withCoordinator('asking', (coordinator) =>
      coordinator.offsetFetch({ groupId: this.#groupId, topics }),
    );
    const found = offsetsOf(responses);
    // Nothing is committed: -1.
    return new Map([...found].filter(([, offset]) => offset >= 0));
  }

  async offsets(which: 'oldest' | 'end', partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const asked = partitions.map((partition) => ({ partition }));
    const fromBeginning = which === 'oldest';
    return offsetsOf(
      await this.#over('asking', async (cluster) => {
        // Leaders may have moved since it was connected.
        await cluster.refreshMetadata();
        return cluster.fetchTopicsOffset([{ topic: this.#options.topic, partitions: asked, fromBeginning }]);
      }),
    );
  }

  async fetch(node: number, wanted: readonly Place[], waitMs: number): Promise<readonly Fetched[]> {
    const { responses } = await this.#over('fetching', async (cluster) =>
      (await cluster.findBroker({ nodeId: node })).fetch({
        maxWaitTime: waitMs,
        minBytes: 1,
        maxBytes: FETCH_BYTES,
        isolationLevel: READ_UNCOMMITTED,
        topics: [
          {
            topic: this.#options.topic,
            partitions: wanted.map(({ partition, offset }) => ({
              partition,
              fetchOffset: String(offset),
              maxBytes: PARTITION_BYTES,
            })),
          },
        ],
      }),
    );
    const messages = new Map(
      responses.flatMap(({ partitions }) => partitions.map((one) => [one.partition, one.messages] as const)),
    );
    return wanted.map((place) => fetchedOf(place, messages.get(place.partition) ?? []));
  }

  cut(): void {
    this.#lines.cut();
  }

  #withCoordinator<T>(line: Line, work: (coordinator: Broker) => Promise<T>): Promise<T> {
    return this.#lines.over(line, async (connected) => {
      const cluster = await connected.cluster;
      connected.coordinator ??= cluster.findGroupCoordinator({ groupId: this.#groupId });
      return work(await connected.coordinator);
    });
  }

  #over<T>(line: Line, work: (cluster: Cluster) => Promise<T>): Promise<T> {
    return this.#lines.over(line, async ({ cluster }) => work(await cluster));
  }
}

function connect(options: KafkaOptions): Connected {
  const client = kafkaClient(options, ANSWER_WITHIN_MS);
  const connecting = async () => {
    const cluster = client.cluster();
    await cluster.connect();
    await cluster.addTargetTopic(options.topic);
    return cluster;
  };
  return { cluster: connecting(), coordinator: null, cut: () => client.cut() };
}

function refusalOf(error: unknown): KafkaRefusal | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code: unknown = Reflect.get(one, 'code');
    if (typeof code === 'number' && 'type' in one) return new KafkaRefusal(code, one.message, { cause: error });
  }
  return null;
}

function offsetsOf(
  topics: readonly { readonly partitions: readonly { readonly partition: number; readonly offset: string }[] }[],
): ReadonlyMap<number, number> {
  return new Map(
    topics.flatMap(({ partitions }) => partitions.map(({ partition, offset }) => [partition, Number(offset)] as const)),
  );
}

function fetchedOf(place: Place, messages: readonly Message[]): Fetched {
  const last = messages.at(-1);
  // A batch reaches to its last offset even where its last messages were removed from it.
  const batch = last?.batchContext;
  const end = batch === undefined ? Number(last?.offset) : Number(batch.firstOffset) + batch.lastOffsetDelta;
  return {
    ...place,
    next: last === undefined ? place.offset : Math.max(place.offset, end + 1),
    // The batch that holds the wanted one comes as a whole.
    messages: messages.flatMap(({ offset, key, value, isControlRecord }) =>
      isControlRecord || Number(offset) < place.offset ? [] : [{ offset: Number(offset), key, value }],
    ),
  };
}
