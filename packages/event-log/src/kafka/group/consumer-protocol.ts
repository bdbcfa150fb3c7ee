/**
 * What members tell each other through the broker, in Kafka's own form (ConsumerProtocolSubscription and
 * ConsumerProtocolAssignment, version 1), so that its tools show who reads what.
 */

/** A reader of another kind in the same group (another program by mistake) has another name, and cannot join. */
export const ASSIGNOR = 'readout-sticky';

const VERSION = 1;

export interface Subscription {
  /** Partitions that the member holds, or has not let go of yet. */
  readonly owned: readonly number[];
}

export function encodeSubscription(topic: string, { owned }: Subscription): Buffer {
  return new Writer()
    .int16(VERSION)
    .int32(1)
    .string(topic)
    .bytes(Buffer.alloc(0))
    .topicPartitions(topic, owned)
    .toBuffer();
}

/** Throws a RangeError for what is too short to be one. */
export function decodeSubscription(bytes: Buffer, topic: string): Subscription {
  const reader = new Reader(bytes);
  const version = reader.int16();
  for (let left = reader.int32(); left > 0; left--) reader.string();
  reader.bytes();
  return { owned: version >= 1 ? reader.topicPartitions(topic) : [] };
}

export function encodeAssignment(topic: string, partitions: readonly number[]): Buffer {
  return new Writer().int16(VERSION).topicPartitions(topic, partitions).bytes(Buffer.alloc(0)).toBuffer();
}

/** Whoever is given nothing is sent no bytes at all. Throws a RangeError for what is too short. */
export function decodeAssignment(bytes: Buffer, topic: string): readonly number[] {
  if (bytes.length === 0) return [];
  const reader = new Reader(bytes);
  reader.int16();
  return reader.topicPartitions(topic);
}

class Writer {
  readonly #parts: Buffer[] = [];

  int16(value: number): this {
    const bytes = Buffer.allocUnsafe(2);
    bytes.writeInt16BE(value);
    return this.#add(bytes);
  }

  int32(value: number): this {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeInt32BE(value);
    return this.#add(bytes);
  }

  string(text: string): this {
    const bytes = Buffer.from(text);
    return this.int16(bytes.length).#add(bytes);
  }

  bytes(bytes: Buffer): this {
    return this.int32(bytes.length).#add(bytes);
  }

  topicPartitions(topic: string, partitions: readonly number[]): this {
    this.int32(1).string(topic).int32(partitions.length);
    for (const partition of partitions) this.int32(partition);
    return this;
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #add(bytes: Buffer): this {
    this.#parts.push(bytes);
    return this;
  }
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  int16(): number {
    const value = this.#bytes.readInt16BE(this.#at);
    this.#at += 2;
    return value;
  }

  int32(): number {
    const value = this.#bytes.readInt32BE(this.#at);
    this.#at += 4;
    return value;
  }

  string(): string {
    const length = this.int16();
    this.#at += length;
    return this.#bytes.toString('utf8', this.#at - length, this.#at);
  }

  /** A length of -1 is none. */
  bytes(): void {
    const length = this.int32();
    this.#at += Math.max(0, length);
  }

  topicPartitions(wanted: string): number[] {
    const found: number[] = [];
    for (let topics = this.int32(); topics > 0; topics--) {
      const topic = this.string();
      for (let left = this.int32(); left > 0; left--) {
        const partition = this.int32();
        if (topic === wanted) found.push(partition);
      }
    }
    return found;
  }
}
