import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lockFolder } from './folder-lock.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-lock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const IN_USE = { code: 'FOLDER_IN_USE', message: expect.stringMatching(/in use by another Readout.*READOUT_DATA_DIR/) };
const HOLD = join(import.meta.dirname, 'testing/hold-lock.ts');

describe('the lock of a data folder', () => {
  test('is held by one at a time, and leaves nothing behind', async () => {
    const first = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject(IN_USE);
    await first.close();
    const second = await lockFolder(folder);
    await second.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of a process that was killed is free at once', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', HOLD, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    await once(child.stdout, 'data');
    await expect(lockFolder(folder)).rejects.toMatchObject(IN_USE);
    child.kill('SIGKILL');
    await once(child, 'close');
    const after = await lockFolder(folder);
    await after.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test('goes to one of many who ask in the same moment', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    const held = asked.filter((one) => one.status === 'fulfilled');
    expect(held).toHaveLength(1);
    for (const one of held) await one.value.close();
  });

  test('works for a folder whose path is longer than a socket may have', async () => {
    const long = join(folder, 'x'.repeat(120));
    await mkdir(long);
    const first = await lockFolder(long);
    await expect(lockFolder(long)).rejects.toMatchObject(IN_USE);
    await first.close();
  });
});
