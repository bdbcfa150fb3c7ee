import { type Downstream, DownstreamUnavailableError, type ForwardedRecord } from './downstream.ts';
import { encodeMessages, type WireMessage } from './message.ts';
import { partitionOf } from './partition.ts';
import { MOST_BATCH_BYTES } from './topic.ts';
import { within } from './within.ts';

/** Connecting, and each batch thereafter, is given up after this. */
const STEP_WITHIN_MS = 30_000;
const PING_WITHIN_MS = 5_000;

/** Of a batch's bytes before compression; the rest is for its frame, and for data that gzip makes larger. */
const BATCH_BYTES = MOST_BATCH_BYTES - 100_000;
/** A record's origin, lengths and offsets beside its line, at most. */
const OVERHEAD_BYTES = 40;
/** More are no faster, and this process answers nobody while a client encodes them (some 10 ms). */
const BATCH_RECORDS = 1_000;

/**
 * One idempotent producer of either client, from its connecting to its first failure; then it has to be cut and
 * succeeded by another. While it lives, what is tried again is numbered as before, and the broker drops the repeat. A
 * failed send may or may not have been written, so its number tells nothing any more: the next send could be taken for
 * its repeat and acknowledged without being written. A new producer begins with new numbers, and the repeats that it
 * writes are harmless.
 */
export interface ForwardSession {
  /** Connects and sees to the topic; answers into how many partitions records go. */
  start(): Promise<number>;
  /** Resolves when all in-sync replicas have all of it. */
  send(messages: readonly PartitionedMessage[]): Promise<void>;
  /** Whatever is under way rejects, and the connections end. */
  cut(): void;
}

export interface PartitionedMessage extends WireMessage {
  readonly partition: number;
}

export interface ForwardClient {
  session(): ForwardSession;
  /** Over connections of its own: a failing check disturbs no forward, and an old connection vouches for nothing. */
  check(withinMs: number): Promise<void>;
}

/**
 * Kafka as the place that a spool is sent on to, in gzipped batches. Does not connect yet: each forward tries, so it
 * does not matter whether a broker answers now.
 */
export class KafkaDownstream implements Downstream {
  readonly #client: ForwardClient;
  #session: ForwardSession | null = null;
  #partitions = 0;
  #forwarding = false;
  #closed = false;

  constructor(client: ForwardClient) {
    this.#client = client;
  }

  async forward(records: readonly ForwardedRecord[]): Promise<void> {
    // A second call's records would overtake those of a first that fails.
    if (this.#forwarding) throw new Error('forward() is called again before its last call has settled');
    this.#forwarding = true;
    try {
      const session = await this.#connected();
      // One after the other: a batch is under way only when all before it are acknowledged, so whatever a broken
      // connection still brings to the broker later stands in order, or is a repeat.
      for (const batch of batchesOf(records)) {
        await within(STEP_WITHIN_MS, session.send(messagesOf(batch, this.#partitions)));
      }
    } catch (error) {
      this.#session?.cut();
      this.#session = null;
      throw unavailable(error);
    } finally {
      this.#forwarding = false;
    }
  }

  async ping(): Promise<void> {
    try {
      await this.#client.check(PING_WITHIN_MS);
    } catch (error) {
      throw unavailable(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#session?.cut();
  }

  async #connected(): Promise<ForwardSession> {
    if (this.#closed) throw new Error('the connection to Kafka is closed');
    if (this.#session !== null) return this.#session;
    const session = this.#client.session();
    this.#session = session;
    this.#partitions = await within(STEP_WITHIN_MS, session.start());
    return session;
  }
}

/** As much at once as fits into one batch of one partition, whatever the partitions: no batch is too big. */
function* batchesOf(records: readonly ForwardedRecord[]): Generator<readonly ForwardedRecord[]> {
  let from = 0;
  let bytes = 0;
  for (const [at, { line }] of records.entries()) {
    const size = Buffer.byteLength(line) + OVERHEAD_BYTES;
    if (at > from && (bytes + size > BATCH_BYTES || at - from === BATCH_RECORDS)) {
      yield records.slice(from, at);
      from = at;
      bytes = 0;
    }
    bytes += size;
  }
  if (from < records.length) yield records.slice(from);
}

/** Each partition's records stay in their order. */
function messagesOf(records: readonly ForwardedRecord[], partitions: number): readonly PartitionedMessage[] {
  const byKey = new Map<string, ForwardedRecord[]>();
  const byPartition = new Map<number, ForwardedRecord[]>();
  for (const record of records) {
    let some = byKey.get(record.key);
    if (some === undefined) {
      const partition = partitionOf(record.key, partitions);
      some = byPartition.get(partition) ?? [];
      byPartition.set(partition, some);
      byKey.set(record.key, some);
    }
    some.push(record);
  }
  return [...byPartition].flatMap(([partition, some]) =>
    encodeMessages(some).map((message) => ({ ...message, partition })),
  );
}

/** By the name, the type or the id that a client gives an error. */
const ADVICE: Readonly<Record<string, string>> = {
  CLUSTER_AUTHORIZATION_FAILED: 'The account may not create topics or write idempotently: grant it that in Kafka.',
  INVALID_REPLICATION_FACTOR: 'There are fewer brokers than the topic is to have replicas.',
  KafkaJSSASLAuthenticationError: 'Kafka refused the user name, the password or the SASL mechanism.',
  PLT_KFK_AUTHENTICATION: 'Kafka refused the user name, the password or the SASL mechanism.',
  MESSAGE_TOO_LARGE: `The topic's max.message.bytes is below ${MOST_BATCH_BYTES}: raise it.`,
  NOT_ENOUGH_REPLICAS: 'Fewer replicas are in sync than min.insync.replicas asks for: bring the other brokers back.',
  TOPIC_AUTHORIZATION_FAILED: 'The account may not write to the topic: grant it that in Kafka.',
};

function unavailable(error: unknown): DownstreamUnavailableError {
  const signs = signsOf(error);
  const advice = signs.map((sign) => ADVICE[sign]).find((sentence) => sentence !== undefined);
  const said = hasMessage(error) ? error.message : String(error);
  const sentence = `Kafka could not be reached or did not take it (${said}). ${advice ?? ''}`;
  return new DownstreamUnavailableError(sentence.trim(), { cause: error });
}

/** Names, types, codes and ids of an error and of those that it came of; clients wrap the telling one. */
function signsOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const own = ['name', 'type', 'code', 'apiId'].flatMap((field) => {
    const sign: unknown = Reflect.get(error, field);
    return typeof sign === 'string' ? [sign] : [];
  });
  const inner: unknown[] = [
    Reflect.get(error, 'cause'),
    ...('errors' in error && Array.isArray(error.errors) ? error.errors : []),
  ];
  return [...own, ...inner.flatMap(signsOf)];
}

function hasMessage(error: unknown): error is { readonly message: string } {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}
