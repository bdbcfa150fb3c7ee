import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LogUnavailableError } from '../event-log.ts';
import { replaceFile } from './replace-file.ts';

/** Largest number that a log gives itself: what fits 31 bits. */
const MOST = 0x7fff_ffff;

/**
 * The number by which this log is told from every other one, now and ever: drawn when the log is made and kept
 * beside its records. It has to go when they go: a log that began anew at position 0 under an old number would
 * have its records taken for repeats. Never 0, which stands for what no log wrote (`LoggedRecord.fault`). Two of a thousand logs draw the same one with a chance of 1 in 4,000.
 */
export async function collectorNumber(directory: string, isNew: boolean): Promise<number> {
  const path = join(directory, 'collector');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (!isNew) {
    const number = Number(/^(\d{1,10})\n$/.exec(text)?.[1] ?? 0);
    if (number >= 1 && number <= MOST) return number;
    throw new LogUnavailableError(
      `The event log in ${directory} has lost the file "collector" with its number, without which nothing could tell what was counted already. Put it back from a backup, or move the folder away to begin a new log.`,
    );
  }
  const drawn = randomInt(1, MOST + 1);
  await replaceFile(path, `${drawn}\n`);
  return drawn;
}
