import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PublicId } from '@readout/events';
import { Refusal } from '../http/problem.ts';

/** Left free on the disk, for all else that is written meanwhile. */
const SPARE_BYTES = 268_435_456;
const PART = '.part';

/** The files of imports: a folder each, in which a file has its name only once all of it is there. */
export class ImportFiles {
  readonly #directory: string;
  readonly #maxBytes: number;

  constructor(directory: string, maxBytes: number) {
    this.#directory = directory;
    this.#maxBytes = maxBytes;
  }

  /** Whether the import's files are on this machine. */
  async isHere(id: PublicId): Promise<boolean> {
    return stat(this.#folder(id)).then(
      () => true,
      () => false,
    );
  }

  async make(id: PublicId): Promise<void> {
    await mkdir(this.#folder(id), { recursive: true, mode: 0o700 });
  }

  /** Where a file is. Its own name is not used for that: it comes from outside. */
  pathOf(id: PublicId, name: string): string {
    return join(this.#folder(id), createHash('sha256').update(name).digest('hex').slice(0, 32));
  }

  /**
   * Writes a file as it comes, in place of one of the same name. What breaks off leaves nothing.
   * @param expected How long it is said to be, bytes; null: nobody said.
   * @returns Its length.
   * @throws {Refusal} where it is too large, the disk is full, or it came short.
   */
  async write(id: PublicId, name: string, bytes: Readable, expected: number | null): Promise<number> {
    if (expected !== null && expected > this.#maxBytes) throw this.#tooLarge();
    await this.#checkRoom(expected ?? 0);
    const path = this.pathOf(id, name);
    const part = `${path}.${randomBytes(6).toString('hex')}${PART}`;
    let length = 0;
    const counting = new Transform({
      transform: (chunk: Buffer, _, done) => {
        length += chunk.length;
        if (length > this.#maxBytes) done(this.#tooLarge());
        else done(null, chunk);
      },
    });
    try {
      await pipeline(bytes, counting, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
      if (expected !== null && length !== expected) throw brokenOff();
      await synced(part);
      await rename(part, path);
      return length;
    } catch (error) {
      await rm(part, { force: true });
      throw understood(error);
    }
  }

  /** All files of an import. */
  async remove(id: PublicId): Promise<void> {
    await rm(this.#folder(id), { recursive: true, force: true });
  }

  /** Removes what broken-off uploads of a former process left, and folders of imports that `isKnown` knows nothing of. */
  async tidy(isKnown: (id: string) => boolean): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    for (const id of await readdir(this.#directory)) {
      const folder = join(this.#directory, id);
      if (!isKnown(id)) await rm(folder, { recursive: true, force: true });
      else {
        const parts = (await readdir(folder)).filter((name) => name.endsWith(PART));
        for (const name of parts) await rm(join(folder, name), { force: true });
      }
    }
  }

  #folder(id: PublicId): string {
    return join(this.#directory, id);
  }

  async #checkRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.#directory);
    if (bavail * bsize < bytes + SPARE_BYTES) throw full();
  }

  #tooLarge(): Refusal {
    const most = Math.round(this.#maxBytes / 1_048_576).toLocaleString('en');
    return new Refusal(
      'body_too_large',
      `The file has more than ${most} MB, which is as much as this server takes. The operator can raise READOUT_IMPORT_MAX_MB.`,
    );
  }
}

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function understood(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return full();
  return error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET' ? brokenOff() : error;
}

function full(): Refusal {
  return new Refusal(
    'storage_full',
    'The disk of the server has too little room for this file. Nothing of it was kept. Make room, and send it again.',
  );
}

function brokenOff(): Refusal {
  return new Refusal('malformed_request', 'The file came only in part. Nothing of it was kept; send it again.');
}
