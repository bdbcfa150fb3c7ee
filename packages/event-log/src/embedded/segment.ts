import { constants } from 'node:fs';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FrameHeader, findMagic, HEADER_BYTES, isIntact, readHeader } from './frame.ts';
import { syncDirectory } from './replace-file.ts';

/** A file of the log. Its name is its first position; what it holds ends where the next one begins. */
export interface Segment {
  readonly first: number;
  readonly path: string;
}

const NAME = /^(\d{20})\.log$/;

export function segmentPath(directory: string, first: number): string {
  return join(directory, `${String(first).padStart(20, '0')}.log`);
}

/** The segments of a directory, oldest first. */
export async function listSegments(directory: string): Promise<Segment[]> {
  const firsts = (await readdir(directory)).flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
  return firsts.sort((a, b) => a - b).map((first) => ({ first, path: segmentPath(directory, first) }));
}

/** For writing, each write on disk when it returns (as after fdatasync). */
const WRITING = constants.O_RDWR | constants.O_DSYNC;

/** Makes a new, empty segment whose name survives a power cut. */
export async function createSegment(directory: string, first: number): Promise<FileHandle> {
  const file = await open(segmentPath(directory, first), WRITING | constants.O_CREAT | constants.O_TRUNC, 0o600);
  await syncDirectory(directory);
  return file;
}

export function continueSegment(segment: Segment): Promise<FileHandle> {
  return open(segment.path, WRITING);
}

export async function removeSegment(segment: Segment): Promise<void> {
  await rm(segment.path, { force: true });
}

/** What a stretch of bytes holds: intact frames, and gaps that are not. */
export type Found =
  | { readonly kind: 'frame'; readonly header: FrameHeader; readonly start: number; readonly end: number }
  | { readonly kind: 'gap'; readonly start: number; readonly end: number };

/**
 * Walks over whole frames from `start` on. What is not an intact frame is a gap up to the next one that is; a
 * gap without any such behind it ends the walk and reaches to the end of the bytes.
 */
export function* walk(bytes: Buffer, start: number): Generator<Found> {
  let at = start;
  while (at < bytes.length) {
    const header = readHeader(bytes, at);
    if (header !== null && isIntact(bytes, at, header)) {
      const end = at + HEADER_BYTES + header.payloadBytes;
      yield { kind: 'frame', header, start: at, end };
      at = end;
      continue;
    }
    const next = nextIntact(bytes, at + 1);
    yield { kind: 'gap', start: at, end: next };
    at = next;
  }
}

function nextIntact(bytes: Buffer, from: number): number {
  for (let at = findMagic(bytes, from); at !== -1; at = findMagic(bytes, at + 1)) {
    const header = readHeader(bytes, at);
    if (header !== null && isIntact(bytes, at, header)) return at;
  }
  return bytes.length;
}
