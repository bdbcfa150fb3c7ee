import { randomInt } from 'node:crypto';
import { open, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeFrame, HEADER_BYTES } from '../../packages/event-log/src/embedded/frame.ts';
import { listSegments, walk } from '../../packages/event-log/src/embedded/segment.ts';

export interface Frame {
  readonly path: string;
  /** First position and how many records. */
  readonly first: number;
  readonly records: number;
  /** Where it stands in its file. */
  readonly start: number;
  readonly end: number;
}

/** The frames of a log that nobody has open, oldest first. */
export async function framesOf(directory: string): Promise<Frame[]> {
  const frames: Frame[] = [];
  for (const { path } of await listSegments(directory)) {
    for (const found of walk(await readFile(path), 0)) {
      if (found.kind !== 'frame') continue;
      const { first, records } = found.header;
      frames.push({ path, first, records, start: found.start, end: found.end });
    }
  }
  return frames;
}

/** How many records can be asked for, whether or not their verdicts are settled, as the log remembers it. */
export async function dealtWith(directory: string): Promise<number> {
  const names = await readdir(directory);
  if (!names.includes('committed.json')) return 0;
  const { shown } = JSON.parse(await readFile(join(directory, 'committed.json'), 'utf8')) as { shown: number };
  return shown;
}

/**
 * Leaves behind what a crash in the middle of a write does: the beginning of a frame, of any length, behind the
 * last one that is whole. Nobody was answered for it.
 */
export async function tearLastWrite(directory: string): Promise<void> {
  const last = await lastFrame(directory);
  const frame = encodeFrame('{"never":"answered"}\n'.repeat(20).trimEnd(), last.first + last.records, 20);
  const file = await open(last.path, 'r+');
  try {
    await file.write(frame, 0, randomInt(1, frame.length), last.end);
  } finally {
    await file.close();
  }
}

/**
 * Cuts the log in the middle of its last whole frame, answered or not, as only a disk can that says "on disk" and
 * does not mean it. Gives the frame that is lost.
 * @param bytes how many of its own are left; left out: any number.
 */
export async function cutLastFrame(directory: string, bytes?: number): Promise<Frame> {
  const last = await lastFrame(directory);
  await truncate(last.path, last.start + (bytes ?? randomInt(last.end - last.start)));
  return last;
}

/** Flips one bit of a frame's payload. */
export async function flipByte(frame: Frame): Promise<void> {
  const at = frame.start + HEADER_BYTES + randomInt(frame.end - frame.start - HEADER_BYTES);
  const file = await open(frame.path, 'r+');
  try {
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, at);
    byte.writeUInt8(byte.readUInt8(0) ^ 0x10, 0);
    await file.write(byte, 0, 1, at);
  } finally {
    await file.close();
  }
}

async function lastFrame(directory: string): Promise<Frame> {
  const last = (await framesOf(directory)).at(-1);
  if (last === undefined) throw new Error('the log holds nothing');
  return last;
}
