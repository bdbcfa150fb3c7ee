import { createHash, randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, realpath, rm, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process has the folder. */
class FolderInUseError extends Error {
  readonly code = 'FOLDER_IN_USE';
}

export interface FolderLock {
  close(): Promise<void>;
}

/** Longest name of a Unix socket that Linux and macOS take, less what a name of our own adds. */
const LONGEST_PATH = 80;
const ATTEMPTS = 5;

/**
 * Keeps a folder for this process. The lock is a socket that this process listens at: the kernel closes it with
 * the process however that ends, so a lock left behind by `kill -9` is told from a live one by knocking.
 * @throws {FolderInUseError}
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const lock = await socketPath(folder);
  const own = `${lock}.${randomBytes(4).toString('hex')}`;
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(own, resolve);
  });
  server.unref();
  const socket = await stat(own);
  try {
    await claim(own, lock, socket, folder);
    // A second name would be left behind by every kill.
    await rm(own, { force: true });
  } catch (error) {
    await closed(server);
    throw error;
  }
  return {
    async close() {
      if (await isFile(lock, socket)) await rm(lock, { force: true });
      await closed(server);
    },
  };
}

/** Takes the lock's name by a hard link, which fails where it is taken; a name that nobody answers at is removed. */
async function claim(own: string, lock: string, socket: Stats, folder: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      await link(own, lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (await isAnswered(lock)) break;
      await rm(lock, { force: true });
      continue;
    }
    // Another one that started in the same moment may have taken our fresh lock for a stale one.
    if (await isFile(lock, socket)) return;
  }
  throw new FolderInUseError(
    `The data folder ${folder} is in use by another Readout. Stop that one, or choose another folder with READOUT_DATA_DIR.`,
  );
}

async function socketPath(folder: string): Promise<string> {
  const within = join(await realpath(folder), 'lock');
  if (Buffer.byteLength(within) <= LONGEST_PATH) return within;
  return join(tmpdir(), `readout-${createHash('sha256').update(within).digest('hex').slice(0, 16)}`);
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

async function isFile(path: string, { ino, dev }: Stats): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.ino === ino && found.dev === dev;
}

/** Closing removes the socket's own name. */
function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
