import type { ForwardedRecord, SpoolOrigin } from './downstream.ts';

/**
 * The form that records have in Kafka, which consumers in other languages read too. A message holds records of one
 * collector, in the order of their positions, that belong into one partition:
 *
 * - message key: the first record's origin, twelve bytes: collector (4) · position (8), unsigned, big-endian;
 * - message value: UTF-8, a line for each record: by how much its position is above the first's, in decimal, a space,
 *   and the record's line as it stands in the spool. Lines are separated by a newline; none is at the end.
 *
 * Several to a message because a client's work, and the garbage that it leaves, are by the message.
 *
 * Where a repeat is cut into messages differently, each record still has its origin, in the same partition
 * (`partitionOf` the record's own key, which the line holds: do not partition anew by the message's). Headers, and
 * the timestamp (when it was forwarded), carry no meaning.
 */
export interface WireMessage {
  readonly key: Buffer;
  readonly value: Buffer;
}

type WireRecord = Pick<ForwardedRecord, 'origin' | 'line'>;

const ORIGIN_BYTES = 12;
const COLLECTORS = 2 ** 32;

/** A message with more is cut: what is damaged or foreign goes to quarantine by the message. */
const MOST_RECORDS = 200;
/** In characters, save for a single record that is longer. */
const MOST_LENGTH = 65_536;

/** Throws a RangeError for an origin that no spool has. The records are of one collector, in order, for one partition. */
export function encodeMessages(records: readonly WireRecord[]): readonly WireMessage[] {
  const messages: WireMessage[] = [];
  let first: SpoolOrigin | null = null;
  let text = '';
  let count = 0;
  const finish = () => {
    if (first !== null) messages.push({ key: encodeOrigin(first), value: Buffer.from(text) });
  };
  for (const { origin, line } of records) {
    if (first === null || count === MOST_RECORDS || text.length + line.length > MOST_LENGTH) {
      finish();
      first = origin;
      text = `0 ${line}`;
      count = 1;
    } else {
      text += `\n${distance(first, origin)} ${line}`;
      count += 1;
    }
  }
  finish();
  return messages;
}

function distance(first: SpoolOrigin, origin: SpoolOrigin): number {
  const above = origin.position - first.position;
  if (!isUnsigned(above) || origin.collector !== first.collector) {
    throw new RangeError('a message holds records of one collector in the order of their positions');
  }
  return above;
}

/** What is read of a consumed message; kafkajs's messages are of this form. */
export interface ConsumedMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

export type DecodedMessage =
  | { readonly ok: true; readonly records: readonly WireRecord[] }
  | { readonly ok: false; readonly reason: string };

/** The records in a message. What was not forwarded by us is a value with its reason, for quarantine. */
export function decodeMessage({ key, value }: ConsumedMessage): DecodedMessage {
  if (key?.length !== ORIGIN_BYTES) return { ok: false, reason: `the key is not an origin of ${ORIGIN_BYTES} bytes` };
  const collector = key.readUInt32BE(0);
  const first = key.readUInt32BE(4) * 2 ** 32 + key.readUInt32BE(8);
  if (collector === 0) return { ok: false, reason: 'the key is not an origin: no collector has the number 0' };
  // Twelve letters, say.
  if (!Number.isSafeInteger(first)) return { ok: false, reason: 'the key is not an origin: no position is so large' };
  if (value === null) return { ok: false, reason: 'no value' };
  const records: WireRecord[] = [];
  let last = -1;
  for (const line of value.toString('utf8').split('\n')) {
    const space = line.indexOf(' ');
    const above = space > 0 ? Number(line.slice(0, space)) : Number.NaN;
    const position = first + above;
    if (!isUnsigned(above) || above <= last || !Number.isSafeInteger(position)) {
      return { ok: false, reason: `line ${records.length + 1} does not begin with its place above the first` };
    }
    last = above;
    records.push({ origin: { collector, position }, line: line.slice(space + 1) });
  }
  return { ok: true, records };
}

function encodeOrigin({ collector, position }: SpoolOrigin): Buffer {
  if (!isUnsigned(position) || !isUnsigned(collector) || collector === 0 || collector >= COLLECTORS) {
    throw new RangeError(`no spool has a record ${position} of collector ${collector}`);
  }
  const bytes = Buffer.allocUnsafe(ORIGIN_BYTES);
  bytes.writeUInt32BE(collector, 0);
  bytes.writeUInt32BE(Math.floor(position / 2 ** 32), 4);
  bytes.writeUInt32BE(position % 2 ** 32, 8);
  return bytes;
}

function isUnsigned(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
