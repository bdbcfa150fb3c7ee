import type { ConsumedMessage } from '../message.ts';

/**
 * What reading in a group asks of Kafka: a thin skin over each client's requests. The clients' own consumers are not
 * used (see group-reader.ts for why), so this is all in which they differ.
 *
 * Every call is bounded in time. It rejects with KafkaRefusal where a broker answered with an error, and with any other
 * error where none answered; the next call then connects anew, to whoever is there.
 */
export interface GroupProtocol {
  /** The node that leads each partition, by the partition's number; -1: none at the moment. */
  leaders(): Promise<readonly number[]>;
  /** Waits until all members have joined, at most REBALANCE_WITHIN_MS. `memberId` is '' for who has none yet. */
  join(memberId: string, subscription: Buffer): Promise<Joined>;
  /** The leader gives everybody's assignment, the others nothing; answers with this member's own. */
  sync(member: Member, assignments: ReadonlyMap<string, Buffer>): Promise<Buffer>;
  heartbeat(member: Member): Promise<void>;
  leave(memberId: string): Promise<void>;
  commit(member: Member, offsets: ReadonlyMap<number, number>): Promise<void>;
  /** Of the partitions asked about, those for which the group has committed something. */
  committed(partitions: readonly number[]): Promise<ReadonlyMap<number, number>>;
  offsets(which: 'oldest' | 'end', partitions: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** From partitions that `node` leads; waits up to `waitMs` until there is something, and may leave partitions out. */
  fetch(node: number, wanted: readonly Place[], waitMs: number): Promise<readonly Fetched[]>;
  /** Every connection ends now, and what waits for an answer rejects. */
  cut(): void;
}

export interface Member {
  readonly memberId: string;
  readonly generation: number;
}

export interface Joined extends Member {
  /** The subscriptions of all members where this one was chosen to lead; otherwise null. */
  readonly members: ReadonlyMap<string, Buffer> | null;
}

export interface Place {
  readonly partition: number;
  readonly offset: number;
}

/** Messages of a partition, from `offset` on, in order. */
export interface Fetched extends Place {
  readonly messages: readonly FetchedMessage[];
  /** Read on from here: what lies before it was in the answer, or is nothing that a reader sees. */
  readonly next: number;
}

export interface FetchedMessage extends ConsumedMessage {
  readonly offset: number;
}

/** A broker's answer was an error; by the numbers of Kafka's protocol. */
export class KafkaRefusal extends Error {
  readonly errorCode: number;

  constructor(errorCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.errorCode = errorCode;
  }
}

/** https://kafka.apache.org/protocol.html#protocol_error_codes */
export const REFUSED = {
  offsetOutOfRange: 1,
  unknownTopicOrPartition: 3,
  coordinatorLoading: 14,
  coordinatorNotAvailable: 15,
  notCoordinator: 16,
  illegalGeneration: 22,
  unknownMember: 25,
  rebalanceInProgress: 27,
  topicAuthorizationFailed: 29,
  groupAuthorizationFailed: 30,
  memberIdRequired: 79,
} as const;

export function refusedWith(error: unknown, ...names: (keyof typeof REFUSED)[]): boolean {
  return error instanceof KafkaRefusal && names.some((name) => REFUSED[name] === error.errorCode);
}

/** A member that is not heard of for so long is taken for dead, and its partitions go to others. */
export const SESSION_MS = 20_000;
export const HEARTBEAT_MS = 2_000;
/** How long a joining group waits for a member. Nobody drains in that time, so this is patience with a slow network. */
export const REBALANCE_WITHIN_MS = 20_000;
/** How long a partition that is to go is waited for (`OwnedPartition.release`) before it goes anyhow. */
export const RELEASE_WITHIN_MS = 10_000;

/**
 * At most so much of a partition is fetched at once, as it lies in Kafka, that is compressed. A single batch that is
 * larger is given out whole; ours are at most 1 MiB before they are compressed.
 */
export const PARTITION_BYTES = 524_288;
/** Of all partitions of a broker together. */
export const FETCH_BYTES = 8_388_608;
