import { constants } from 'node:fs';
import { copyFile, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Delivered, partOf } from './outcome.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** Letters, digits, spaces and a few marks; none that begins with a dot, so that nothing leads upwards or hides. */
const PART = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]{0,79}$/u;
const MOST_PARTS = 5;

/** What is wrong with a folder below the operator's, in a sentence; null: nothing. Empty is the operator's own. */
export function faultOfFolder(text: string): string | null {
  if (text === '') return null;
  const parts = text.split('/');
  if (parts.length > MOST_PARTS) return `A folder has at most ${MOST_PARTS} parts.`;
  const isFine = parts.every((part) => PART.test(part) && !part.endsWith(' ') && !part.endsWith('.'));
  return isFine ? null : 'Not a folder below the one that the operator set. Example: reports/weekly.';
}

/**
 * Puts files into a folder: under another name first, and under its own once all of it is on the disk. One that has its
 * name already is replaced.
 * @param root the operator's folder
 * @param below parts of a path below it
 */
export async function putIntoFolder(
  root: string,
  below: readonly string[],
  files: readonly OutgoingFile[],
): Promise<Delivered> {
  try {
    const folder = join(root, ...below);
    await mkdir(folder, { recursive: true });
    const [real, realRoot] = await Promise.all([realpath(folder), realpath(root)]);
    if (real !== realRoot && !real.startsWith(`${realRoot}${sep}`)) {
      return { kind: 'failed', why: `${below.join('/')} leads out of the folder that the operator set.`, again: false };
    }
    for (const { name, path } of files) await put(path, real, name);
    await flushed(real);
    return { kind: 'done', note: null };
  } catch (error) {
    // Its message names folders of the operator's; the code says enough.
    return { kind: 'failed', why: `The folder cannot be written to (${partOf(error, 'code')}).`, again: true };
  }
}

async function put(from: string, folder: string, name: string): Promise<void> {
  const part = join(folder, `.${name}.part`);
  try {
    // A link of that name would lead elsewhere.
    await rm(part, { force: true });
    await copyFile(from, part, constants.COPYFILE_EXCL);
    await flushed(part);
    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
