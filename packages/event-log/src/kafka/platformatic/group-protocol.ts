import type { Connection, RecordsBatch } from '@platformatic/kafka';
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
  REFUSED,
  refusedWith,
} from '../group/group-protocol.ts';
import { type Line, Lines } from '../group/lines.ts';
import type { KafkaOptions } from '../options.ts';
import { within } from '../within.ts';
import { Connections, memberIdOf, type TopicState } from './connections.ts';

const ANSWER_WITHIN_MS = 10_000;
/** Whoever joins waits for all the others. */
const JOIN_WITHIN_MS = REBALANCE_WITHIN_MS + 5_000;

const CONSUMERS = 'consumer';
const GROUP_COORDINATOR = 0;
/** See READ_UNCOMMITTED in kafkajs/client.ts. */
const READ_UNCOMMITTED = 0;
const NOT_KNOWN = -1;
const CONSUMER_IS_NO_REPLICA = -1;
const [OLDEST, END] = [-2n, -1n];
/** Of a batch's attributes: what it holds is the broker's own. */
const CONTROL = 0x20;

interface Connected {
  readonly connections: Connections;
  /** Node id. */
  coordinator: Promise<number> | null;
  topic: Promise<TopicState> | null;
  cut(): void;
}

/** @param sessionMs see SESSION_MS */
export function platformaticGroupProtocol(options: KafkaOptions, group: string, sessionMs: number): GroupProtocol {
  return new PlatformaticGroupProtocol(options, group, sessionMs);
}

class PlatformaticGroupProtocol implements GroupProtocol {
  readonly #options: KafkaOptions;
  readonly #groupId: string;
  readonly #sessionMs: number;
  readonly #lines: Lines<Connected>;

  constructor(options: KafkaOptions, group: string, sessionMs: number) {
    this.#options = options;
    this.#groupId = group;
    this.#sessionMs = sessionMs;
    // What a broker says is told apart already by `Connections`.
    this.#lines = new Lines(
      (line) => connect(options, line),
      () => null,
    );
  }

  leaders(): Promise<readonly number[]> {
    return this.#lines.over('asking', async ({ connections }) => {
      return (await existing(connections)).partitions.map(({ leader }) => leader);
    });
  }

  join(memberId: string, subscription: Buffer): Promise<Joined> {
    const joinAs = (id: string) =>
      this.#withCoordinator('membership', async (connections, coordinator) => {
        const joined = await connections.request(
          coordinator,
          'JoinGroup',
          this.#groupId,
          this.#sessionMs,
          REBALANCE_WITHIN_MS,
          id,
          null,
          CONSUMERS,
          [{ name: ASSIGNOR, metadata: subscription }],
          null,
        );
        const members = joined.members.map((one) => [one.memberId, one.metadata ?? Buffer.alloc(0)] as const);
        return {
          memberId: joined.memberId ?? id,
          generation: joined.generationId,
          members: joined.leader === joined.memberId ? new Map(members) : null,
        };
      });
    return joinAs(memberId).catch((error: unknown) => {
      const given = refusedWith(error, 'memberIdRequired') ? memberIdOf(error) : null;
      if (given === null) throw error;
      return joinAs(given);
    });
  }

  sync({ memberId, generation }: Member, assignments: ReadonlyMap<string, Buffer>): Promise<Buffer> {
    return this.#withCoordinator('membership', async (connections, coordinator) => {
      const given = [...assignments].map(([to, assignment]) => ({ memberId: to, assignment }));
      const { assignment } = await connections.request(
        coordinator,
        'SyncGroup',
        this.#groupId,
        generation,
        memberId,
        null,
        CONSUMERS,
        ASSIGNOR,
        given,
      );
      return assignment;
    });
  }

  async heartbeat({ memberId, generation }: Member): Promise<void> {
    await this.#withCoordinator('membership', (connections, coordinator) =>
      within(
        ANSWER_WITHIN_MS,
        connections.request(coordinator, 'Heartbeat', this.#groupId, generation, memberId, null),
      ),
    );
  }

  async leave(memberId: string): Promise<void> {
    await this.#withCoordinator('asking', (connections, coordinator) =>
      connections.request(coordinator, 'LeaveGroup', this.#groupId, [{ memberId }]),
    );
  }

  async commit({ memberId, generation }: Member, offsets: ReadonlyMap<number, number>): Promise<void> {
    const partitions = [...offsets].map(([partitionIndex, offset]) => ({
      partitionIndex,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: NOT_KNOWN,
      committedMetadata: null,
    }));
    const topics = [{ name: this.#options.topic, partitions }];
    await this.#withCoordinator('asking', (connections, coordinator) =>
      connections.request(coordinator, 'OffsetCommit', this.#groupId, generation, memberId, null, topics),
    );
  }

  async committed(partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const topics = [{ name: this.#options.topic, partitionIndexes: [...partitions] }];
    const asked = [{ groupId: this.#groupId, memberId: null, memberEpoch: NOT_KNOWN, topics }];
    const { groups } = await this.#withCoordinator('asking', (connections, coordinator) =>
      connections.request(coordinator, 'OffsetFetch', asked, false),
    );
    const found = groups.flatMap((group) => group.topics).flatMap((topic) => topic.partitions);
    return new Map(
      found.flatMap(({ partitionIndex, committedOffset }) =>
        committedOffset >= 0n ? [[partitionIndex, Number(committedOffset)] as const] : [],
      ),
    );
  }

  offsets(which: 'oldest' | 'end', partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
    return this.#lines.over('asking', async ({ connections }) => {
      const topic = await existing(connections);
      const byNode = new Map<number, number[]>();
      for (const partition of partitions) {
        const leader = topic.partitions[partition]?.leader ?? NOT_KNOWN;
        byNode.set(leader, [...(byNode.get(leader) ?? []), partition]);
      }
      const timestamp = which === 'oldest' ? OLDEST : END;
      const answers = await Promise.all(
        [...byNode].map(async ([node, some]) => {
          const asked = some.map((partitionIndex) => ({ partitionIndex, currentLeaderEpoch: NOT_KNOWN, timestamp }));
          const topics = [{ name: this.#options.topic, partitions: asked }];
          const connection = await connections.node(node);
          return connections.request(connection, 'ListOffsets', CONSUMER_IS_NO_REPLICA, READ_UNCOMMITTED, topics);
        }),
      );
      const found = answers.flatMap((answer) => answer.topics).flatMap((one) => one.partitions);
      return new Map(found.map(({ partitionIndex, offset }) => [partitionIndex, Number(offset)]));
    });
  }

  async fetch(node: number, wanted: readonly Place[], waitMs: number): Promise<readonly Fetched[]> {
    const { responses } = await this.#lines.over('fetching', async (connected) => {
      const { connections } = connected;
      connected.topic ??= existing(connections);
      const { id } = await connected.topic;
      const partitions = wanted.map(({ partition, offset }) => ({
        partition,
        currentLeaderEpoch: NOT_KNOWN,
        fetchOffset: BigInt(offset),
        lastFetchedEpoch: NOT_KNOWN,
        partitionMaxBytes: PARTITION_BYTES,
      }));
      const topics = [{ topicId: id, partitions }];
      const connection = await connections.node(node);
      return connections.request(connection, 'Fetch', waitMs, 1, FETCH_BYTES, READ_UNCOMMITTED, 0, 0, topics, [], '');
    });
    const found = new Map(responses.flatMap(({ partitions }) => partitions.map((one) => [one.partitionIndex, one])));
    return wanted.map((place) => fetchedOf(place, found.get(place.partition)?.records ?? []));
  }

  cut(): void {
    this.#lines.cut();
  }

  async #withCoordinator<T>(
    line: Line,
    work: (connections: Connections, coordinator: Connection) => Promise<T>,
  ): Promise<T> {
    return this.#lines.over(line, async (connected) => {
      const { connections } = connected;
      connected.coordinator ??= this.#findCoordinator(connections);
      return work(connections, await connections.node(await connected.coordinator));
    });
  }

  async #findCoordinator(connections: Connections): Promise<number> {
    const connection = await connections.any();
    const { coordinators } = await connections.request(connection, 'FindCoordinator', GROUP_COORDINATOR, [
      this.#groupId,
    ]);
    const found = coordinators[0];
    if (found === undefined || found.errorCode !== 0) {
      throw new KafkaRefusal(
        found?.errorCode ?? REFUSED.coordinatorNotAvailable,
        "the group's coordinator is not known",
      );
    }
    return found.nodeId;
  }
}

function connect(options: KafkaOptions, line: Line): Connected {
  const connections = new Connections(options, line === 'membership' ? JOIN_WITHIN_MS : ANSWER_WITHIN_MS);
  return { connections, coordinator: null, topic: null, cut: () => connections.cut() };
}

async function existing(connections: Connections): Promise<TopicState> {
  const topic = await connections.topic();
  if (topic === null) throw new KafkaRefusal(REFUSED.unknownTopicOrPartition, 'there is no such topic');
  return topic;
}

function fetchedOf(place: Place, batches: readonly RecordsBatch[]): Fetched {
  let next = place.offset;
  const messages = batches.flatMap(({ firstOffset, lastOffsetDelta, attributes, records }) => {
    const first = Number(firstOffset);
    next = Math.max(next, first + lastOffsetDelta + 1);
    if ((attributes & CONTROL) !== 0) return [];
    // The batch that holds the wanted one comes as a whole.
    return records
      .map(({ offsetDelta, key, value }) => ({ offset: first + offsetDelta, key, value }))
      .filter(({ offset }) => offset >= place.offset);
  });
  return { ...place, next, messages };
}
