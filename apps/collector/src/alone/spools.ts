import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FolderLock, lockFolder } from '@readout/folder-lock';

/** A log may still be held by a worker whose primary was killed: it ends as soon as it notices. */
const LOCK_ATTEMPTS = 50;
const LOCK_EVERY_MS = 100;

/** Takes the folder of a process's log for this process. */
export async function takeSpool(
  dataDirectory: string,
  index: number,
): Promise<{ directory: string; lock: FolderLock }> {
  const directory = join(dataDirectory, 'spool', String(index));
  await mkdir(directory, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt++) {
    try {
      return { directory, lock: await lockFolder(directory) };
    } catch (error) {
      if (attempt === LOCK_ATTEMPTS) throw error;
      await sleep(LOCK_EVERY_MS);
    }
  }
}

/** The logs that processes left behind when there were more of them, and that this one sends on beside its own. */
export async function leftBehind(dataDirectory: string, index: number, workers: number): Promise<readonly number[]> {
  const names = await readdir(join(dataDirectory, 'spool'));
  return names.map(Number).filter((other) => other >= workers && other % workers === index);
}
