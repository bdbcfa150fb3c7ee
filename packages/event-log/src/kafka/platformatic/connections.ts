import { isIP } from 'node:net';
import {
  Base,
  type Connection,
  type createTopicsV7,
  type describeConfigsV4,
  fetchV13,
  type findCoordinatorV6,
  type heartbeatV4,
  type initProducerIdV5,
  type joinGroupV9,
  kGetApi,
  type leaveGroupV5,
  type listOffsetsV9,
  type metadataV12,
  type offsetCommitV9,
  type offsetFetchV9,
  produceV9,
  type SASLMechanismValue,
  type syncGroupV5,
} from '@platformatic/kafka';
import { KafkaRefusal } from '../group/group-protocol.ts';
import type { KafkaOptions } from '../options.ts';
import type { PartitionState } from '../topic.ts';
import { useFastGzip } from './gzip.ts';

const CONNECT_WITHIN_MS = 3_000;

/** The requests that are made, by their names in Kafka's protocol: what goes in and what comes out. */
interface Requests {
  Metadata: [metadataV12.MetadataRequest, metadataV12.MetadataResponse];
  CreateTopics: [createTopicsV7.CreateTopicsRequest, createTopicsV7.CreateTopicsResponse];
  DescribeConfigs: [describeConfigsV4.DescribeConfigsRequest, describeConfigsV4.DescribeConfigsResponse];
  InitProducerId: [initProducerIdV5.InitProducerIdRequest, initProducerIdV5.InitProducerIdResponse];
  Produce: [produceV9.ProduceRequest, produceV9.ProduceResponse | boolean];
  FindCoordinator: [findCoordinatorV6.FindCoordinatorRequest, findCoordinatorV6.FindCoordinatorResponse];
  JoinGroup: [joinGroupV9.JoinGroupRequest, joinGroupV9.JoinGroupResponse];
  SyncGroup: [syncGroupV5.SyncGroupRequest, syncGroupV5.SyncGroupResponse];
  Heartbeat: [heartbeatV4.HeartbeatRequest, heartbeatV4.HeartbeatResponse];
  LeaveGroup: [leaveGroupV5.LeaveGroupRequest, leaveGroupV5.LeaveGroupResponse];
  OffsetCommit: [offsetCommitV9.OffsetCommitRequest, offsetCommitV9.OffsetCommitResponse];
  OffsetFetch: [offsetFetchV9.OffsetFetchRequest, offsetFetchV9.OffsetFetchResponse];
  ListOffsets: [listOffsetsV9.ListOffsetsRequest, listOffsetsV9.ListOffsetsResponse];
  Fetch: [fetchV13.FetchRequest, fetchV13.FetchResponse];
}

export interface TopicState {
  readonly id: string;
  /** In the order of their numbers. */
  readonly partitions: readonly PartitionState[];
}

/**
 * Connections to brokers, by @platformatic/kafka, whose requests are used rather than its clients: its producer throws
 * where nobody can catch it when a partition has no leader, and for its consumer see group-reader.ts.
 *
 * After any failure but a broker's answer they are to be cut, and new ones made: a connection that an answer came too
 * late for is left in the middle of that answer (1.35, Connection's onData).
 */
export class Connections {
  readonly #base: Base;
  readonly #topic: string;
  readonly #bootstrap: readonly { readonly host: string; readonly port: number }[];
  #brokers = new Map<number, { readonly host: string; readonly port: number }>();
  #controller = -1;
  #isCut = false;

  /** Connects to nothing yet. `answerWithinMs` bounds each request. */
  constructor(options: KafkaOptions, answerWithinMs: number) {
    useFastGzip();
    this.#topic = options.topic;
    this.#bootstrap = options.brokers.map(addressOf);
    // A name that is an address cannot be asked for in TLS.
    const tlsServerName = this.#bootstrap.every(({ host }) => isIP(host) === 0);
    this.#base = new Base({
      clientId: options.clientId,
      bootstrapBrokers: [...options.brokers],
      connectTimeout: CONNECT_WITHIN_MS,
      requestTimeout: answerWithinMs,
      // Requests to a broker that a connection has under way at once; none is to wait behind one that takes long.
      maxInflights: 100,
      retries: 0,
      ...(options.tls === null ? {} : { tls: options.tls, tlsServerName }),
      ...(options.sasl === null ? {} : { sasl: { ...options.sasl, mechanism: MECHANISMS[options.sasl.mechanism] } }),
    });
    // A failure that nobody is told of would end the process; whoever waits for an answer is told.
    this.#base.connections.on('connecting', ({ connection }) => connection.on('error', () => undefined));
  }

  /** What the brokers know of the topic now; null: there is none. */
  async topic(): Promise<TopicState | null> {
    const { brokers, topics, controllerId } = await this.#metadata();
    this.#controller = controllerId;
    this.#brokers = new Map(brokers.map(({ nodeId, host, port }) => [nodeId, { host, port }]));
    const topic = topics.find(({ name }) => name === this.#topic);
    if (topic === undefined || topic.errorCode === UNKNOWN_TOPIC) return null;
    const partitions = topic.partitions.map(({ partitionIndex, leaderId, replicaNodes, isrNodes }) => ({
      partition: partitionIndex,
      leader: leaderId,
      replicas: replicaNodes.length,
      inSync: isrNodes.length,
    }));
    return { id: topic.topicId, partitions: partitions.sort((a, b) => a.partition - b.partition) };
  }

  async node(nodeId: number): Promise<Connection> {
    if (this.#brokers.size === 0) await this.topic();
    const broker = this.#brokers.get(nodeId);
    if (broker === undefined) throw new Error(`no broker has the number ${nodeId} now`);
    return this.#base.connections.get(broker);
  }

  /** To the broker that makes topics, or passes on to who does. */
  async controller(): Promise<Connection> {
    await this.topic();
    return this.node(this.#controller);
  }

  /** To a broker that answers. */
  any(): Promise<Connection> {
    return this.#base.connections.getFirstAvailable(this.#addresses());
  }

  /** In the newest version of the request that both sides know, or the one it is pinned to. */
  async request<Name extends keyof Requests>(
    connection: Connection,
    name: Name,
    ...request: Requests[Name][0]
  ): Promise<Requests[Name][1]> {
    if (this.#isCut) throw new Error('the connection was given up');
    const api = await this.#api(name);
    try {
      return await api.async(connection, ...request);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }

  cut(): void {
    this.#isCut = true;
    const connections = [...this.#base.connections].map(([, connection]) => connection);
    for (const { socket } of connections) socket?.destroy();
    this.#base.close().catch(() => undefined);
  }

  async #metadata(): Promise<metadataV12.MetadataResponse> {
    try {
      return await this.request(await this.any(), 'Metadata', [this.#topic], false, false);
    } catch (error) {
      // Some partition has no leader, or there is no such topic: the answer says which.
      if (!(error instanceof KafkaRefusal) || !SAID_BY_METADATA.has(error.errorCode)) throw error;
      const response = responseOf(error.cause);
      if (response === null) throw error;
      return response;
    }
  }

  #api<Name extends keyof Requests>(name: Name): Promise<Api<Name>> {
    const pinned: { readonly [Each in keyof Requests]?: Api<Each> } = PINNED;
    const known: Api<Name> | undefined = pinned[name];
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      this.#base[kGetApi]<Requests[Name][0], Requests[Name][1]>(name, (error, found) => {
        if (found === undefined) reject(error ?? new Error(`the broker does not know ${name}`));
        else resolve(found);
      });
    });
  }

  #addresses() {
    return [...this.#bootstrap, ...this.#brokers.values()];
  }
}

type Api<Name extends keyof Requests> = {
  readonly async: (connection: Connection, ...request: Requests[Name][0]) => Promise<Requests[Name][1]>;
};

/**
 * The newest versions whose answers hold no tagged fields, which @platformatic/kafka 1.35 misreads: from Produce 10 and
 * Fetch 16 on a broker that does not lead a partition says in one who does. Kafka has had them since 2.8 and 3.1.
 */
const PINNED = { Produce: produceV9.api, Fetch: fetchV13.api };

const MECHANISMS: Readonly<Record<NonNullable<KafkaOptions['sasl']>['mechanism'], SASLMechanismValue>> = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
};

const UNKNOWN_TOPIC = 3;
/** The same, no leader, and a replica that is away. */
const SAID_BY_METADATA: ReadonlySet<number> = new Set([UNKNOWN_TOPIC, 5, 9]);

function addressOf(broker: string) {
  const [host = '', port] = broker.split(':');
  return { host, port: Number(port) };
}

/** The first thing that a broker said, by its number; null: no broker said anything. */
function refusalOf(error: unknown): KafkaRefusal | null {
  for (const one of causesOf(error)) {
    const code: unknown = Reflect.get(one, 'apiCode');
    if (typeof code === 'number') return new KafkaRefusal(code, one.message, { cause: error });
  }
  return null;
}

function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[...inner, error.cause].flatMap(causesOf)];
}

/** An answer that has an error in it is kept with the error, without a type. */
function responseOf(error: unknown): metadataV12.MetadataResponse | null {
  if (typeof error !== 'object' || error === null || !('response' in error)) return null;
  return error.response as metadataV12.MetadataResponse;
}

/** The member id that a broker gives along with refusing who has none; null: it did not. */
export function memberIdOf(error: unknown): string | null {
  for (const one of causesOf(error)) {
    const id: unknown = Reflect.get(one, 'memberId');
    if (typeof id === 'string' && id !== '') return id;
  }
  return null;
}
