import { crc32 } from 'node:zlib';

/**
 * A frame is one group commit:
 *
 *     magic (4) · payload bytes (4) · crc32 (4) · records (4) · first position (8) · payload
 *
 * The checksum covers everything after itself and the payload's length; the payload is the records' lines in
 * UTF-8, joined by newlines. Numbers are big-endian.
 */
export const HEADER_BYTES = 24;
const MAGIC = 0x524f_4c31; // "ROL1"
const MAGIC_BYTES = Buffer.from('ROL1', 'latin1');

/** No frame is written larger than this; a header that claims more is damaged. */
export const MOST_PAYLOAD_BYTES = 8 * 1_048_576;

export interface FrameHeader {
  readonly payloadBytes: number;
  readonly crc: number;
  readonly records: number;
  readonly first: number;
}

export function encodeFrame(payload: string, first: number, records: number): Buffer {
  const size = Buffer.byteLength(payload);
  const frame = Buffer.allocUnsafe(HEADER_BYTES + size);
  frame.writeUInt32BE(MAGIC, 0);
  frame.writeUInt32BE(size, 4);
  frame.writeUInt32BE(records, 12);
  frame.writeBigUInt64BE(BigInt(first), 16);
  frame.write(payload, HEADER_BYTES, 'utf8');
  frame.writeUInt32BE(checksum(frame, 0, size), 8);
  return frame;
}

/** The header at `at`, if there is one that could be true; says nothing about the payload. */
export function readHeader(bytes: Buffer, at: number): FrameHeader | null {
  if (at + HEADER_BYTES > bytes.length || bytes.readUInt32BE(at) !== MAGIC) return null;
  const payloadBytes = bytes.readUInt32BE(at + 4);
  if (payloadBytes > MOST_PAYLOAD_BYTES) return null;
  const first = Number(bytes.readBigUInt64BE(at + 16));
  if (!Number.isSafeInteger(first)) return null;
  return { payloadBytes, crc: bytes.readUInt32BE(at + 8), records: bytes.readUInt32BE(at + 12), first };
}

/** Whether the whole frame at `at` is there and as it was written. */
export function isIntact(bytes: Buffer, at: number, header: FrameHeader): boolean {
  const end = at + HEADER_BYTES + header.payloadBytes;
  return end <= bytes.length && checksum(bytes, at, header.payloadBytes) === header.crc;
}

/** Where the next frame may begin, at or after `from`; -1 where none does. */
export function findMagic(bytes: Buffer, from: number): number {
  return bytes.indexOf(MAGIC_BYTES, from);
}

function checksum(bytes: Buffer, at: number, payloadBytes: number): number {
  const head = crc32(bytes.subarray(at + 4, at + 8));
  return crc32(bytes.subarray(at + 12, at + HEADER_BYTES + payloadBytes), head);
}
