import { write } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { createSegment } from './segment.ts';

/** The operations that can fail, as the writer uses them; tests put faults in their place. */
export interface SegmentFile {
  /** Resolves when the bytes, and that the file is long enough for them, are on disk. */
  write(bytes: Buffer, at: number): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}
export type OpenSegment = (directory: string, first: number) => Promise<SegmentFile>;

export const openOnDisk: OpenSegment = async (directory, first) => onDisk(await createSegment(directory, first));

/** @param file opened with O_DSYNC: each write then is on disk when it returns, in one call instead of two. */
export function onDisk(file: FileHandle): SegmentFile {
  return {
    write: (bytes, at) =>
      new Promise((resolve, reject) => {
        const go = (done: number) =>
          // Not the handle's own `write`: its promises cost more than the call they stand for.
          write(file.fd, bytes, done, bytes.length - done, at + done, (error, written) => {
            if (error !== null) reject(error);
            else if (done + written < bytes.length) go(done + written);
            else resolve();
          });
        go(0);
      }),
    truncate: (size) => file.truncate(size),
    close: () => file.close(),
  };
}
