import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { faultOfFolder, putIntoFolder } from './folder.ts';

let base = '';
let root = '';
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'readout-folder-'));
  root = join(base, 'root');
  await mkdir(root);
});
afterEach(() => rm(base, { recursive: true }));

async function file(text: string) {
  const path = join(base, 'made');
  await writeFile(path, text);
  return { name: 'march.csv', mediaType: 'text/csv', path, bytes: text.length, sha256: '' };
}

describe('a folder', () => {
  test('gets a file under its own name, and the same name gets what came last', async () => {
    expect(await putIntoFolder(root, ['p', 'weekly'], [await file('one')])).toEqual({ kind: 'done', note: null });
    await putIntoFolder(root, ['p', 'weekly'], [await file('two')]);
    expect(await readdir(join(root, 'p', 'weekly'))).toEqual(['march.csv']);
    expect(await readFile(join(root, 'p', 'weekly', 'march.csv'), 'utf8')).toBe('two');
  });

  test('is never one that a link leads to outside', async () => {
    const outside = join(base, 'outside');
    await mkdir(outside);
    await symlink(outside, join(root, 'p'));
    const put = await putIntoFolder(root, ['p'], [await file('one')]);
    expect(put).toMatchObject({ kind: 'failed', again: false, why: expect.stringContaining('leads out') });
    expect(await readdir(outside)).toEqual([]);
  });

  test('does not follow a link that stands where a file is written', async () => {
    const target = join(base, 'target');
    await writeFile(target, 'kept');
    await symlink(target, join(root, '.march.csv.part'));
    await symlink(target, join(root, 'march.csv'));
    expect(await putIntoFolder(root, [], [await file('one')])).toMatchObject({ kind: 'done' });
    expect(await readFile(target, 'utf8')).toBe('kept');
    expect(await readFile(join(root, 'march.csv'), 'utf8')).toBe('one');
  });

  test('that cannot be written to says so, without the name of the operator’s folder', async () => {
    await writeFile(join(root, 'p'), 'no folder');
    const put = await putIntoFolder(root, ['p'], [await file('one')]);
    expect(put).toMatchObject({ kind: 'failed', again: true, why: expect.stringMatching(/\((EEXIST|ENOTDIR)\)/) });
    expect(JSON.stringify(put)).not.toContain(base);
  });

  test.each(['', 'reports', 'reports/weekly', 'Año 2026/por semana'])('may be called %p', (name) => {
    expect(faultOfFolder(name)).toBeNull();
  });

  test.each(['..', '../x', 'a/../b', '/etc', 'a//b', '.hidden', 'a/', 'a\\b', 'a\0b', 'a ', 'a/b/c/d/e/f'])(
    'may not be called %p',
    (name) => {
      expect(faultOfFolder(name)).not.toBeNull();
    },
  );
});
