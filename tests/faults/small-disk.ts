import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHUNK = Buffer.alloc(65_536, 1);
/** Kept in one page, so that the disk is full to the last. */
const LEAST_CHUNK = 4_096;

const REMOUNT_ATTEMPTS = 100;
const REMOUNT_EVERY_MS = 50;

/** A file system of its own for one folder, small enough to be filled. */
export class SmallDisk {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether this machine lets the tests mount anything. */
  static async isPossible(): Promise<boolean> {
    const folder = await mkdtemp(join(tmpdir(), 'readout-mount-'));
    try {
      const disk = await SmallDisk.mount(folder, 1);
      await disk.unmount();
      return true;
    } catch {
      return false;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** @param megabytes its size. */
  static async mount(folder: string, megabytes: number): Promise<SmallDisk> {
    await mkdir(folder, { recursive: true });
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'readout-small-disk', folder]);
    return new SmallDisk(folder);
  }

  /** Takes all the room that there is; gives how many bytes that were. */
  async fill(): Promise<number> {
    let filled = 0;
    const file = await open(this.#filler, 'a');
    try {
      for (let size = CHUNK.length; size >= LEAST_CHUNK; ) {
        try {
          filled += (await file.write(CHUNK, 0, size)).bytesWritten;
        } catch (error) {
          if (!isFull(error)) throw error;
          size /= 2;
        }
      }
    } finally {
      await file.close();
    }
    return filled;
  }

  async makeRoom(): Promise<void> {
    await rm(this.#filler);
  }

  /** Waits for who has a file open for writing just then: until they close it the disk counts as busy. */
  async remount(how: 'ro' | 'rw'): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await run('mount', ['-o', `remount,${how}`, this.#folder]);
        return;
      } catch (error) {
        if (attempt === REMOUNT_ATTEMPTS) throw error;
        await sleep(REMOUNT_EVERY_MS);
      }
    }
  }

  async unmount(): Promise<void> {
    await run('umount', [this.#folder]);
  }

  get #filler(): string {
    return join(this.#folder, 'filler');
  }
}

function isFull(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC';
}
