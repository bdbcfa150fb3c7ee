import type { ForwardedRecord, SpoolOrigin } from './downstream.ts';

/**
 * A record's form in Kafka, which consumers in other languages read too:
 *
 * - message key: the record's origin, twelve bytes: collector (4) · position (8), unsigned, big-endian;
 * - message value: the record's line in UTF-8, as it stands in the spool, without a newline.
 *
 * Messages with the same key are the same record, always in the same partition (partitionOf() the record's own key,
 * which the line holds and the message therefore does not: do not partition anew by the message's). Of fixed width
 * because any language reads that with two calls, and gzip makes less than four bytes of it, as neighbours differ in
 * their last bytes only. In the message's key and not in a header because kafkajs sends a fifth more records a second
 * so. Headers, and the timestamp (when it was forwarded), carry no meaning.
 */
export interface WireMessage {
  readonly key: Buffer;
  readonly value: Buffer;
}

const ORIGIN_BYTES = 12;
const COLLECTORS = 2 ** 32;

/** Throws a RangeError for an origin that no spool has. */
export function encodeMessage({ origin, line }: Pick<ForwardedRecord, 'origin' | 'line'>): WireMessage {
  return { key: encodeOrigin(origin), value: Buffer.from(line) };
}

/** What is read of a consumed message; kafkajs's messages are of this form. */
export interface ConsumedMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

export type DecodedMessage =
  | { readonly ok: true; readonly origin: SpoolOrigin; readonly line: string }
  | { readonly ok: false; readonly reason: string };

/** The record in a message. What was not forwarded by us is a value with its reason, for quarantine. */
export function decodeMessage({ key, value }: ConsumedMessage): DecodedMessage {
  if (key?.length !== ORIGIN_BYTES) return { ok: false, reason: `the key is not an origin of ${ORIGIN_BYTES} bytes` };
  const position = key.readUInt32BE(4) * 2 ** 32 + key.readUInt32BE(8);
  // Twelve letters, say.
  if (!Number.isSafeInteger(position))
    return { ok: false, reason: 'the key is not an origin: no position is so large' };
  if (value === null) return { ok: false, reason: 'no value' };
  return { ok: true, origin: { collector: key.readUInt32BE(0), position }, line: value.toString('utf8') };
}

function encodeOrigin({ collector, position }: SpoolOrigin): Buffer {
  if (!isUnsigned(position) || !isUnsigned(collector) || collector >= COLLECTORS) {
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
