import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicationList, sampleStatus } from '@readout/api-contract';
import { eventually, OWNER_KEY, RunningReadout, runToEnd, temporaryFolder } from './running-readout.ts';

describe('starting and stopping', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  test('prints its address and how to sign in, keeps everything over a restart, and stops cleanly on SIGTERM', async () => {
    const first = await RunningReadout.start(folder.path);
    expect(first.greeting).toMatch(/Readout runs at http:\/\/127\.0\.0\.1:\d+/);
    expect(first.greeting).toMatch(/\/welcome#code=\S{12}/);
    await first.createPublication('Kept');
    const exit = await first.kill('SIGTERM');
    expect({ code: exit.code, signal: exit.signal }).toEqual({ code: 0, signal: null });

    const second = await RunningReadout.start(folder.path);
    const { items } = await second.call(publicationList, '/publications');
    expect(items.map((one) => one.name)).toEqual(['Kept']);
    expect((await second.kill('SIGTERM')).code).toBe(0);
  }, 60_000);

  test('a port in use is one clear sentence and a failure', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    try {
      const exit = await runToEnd({ READOUT_DATA_DIR: folder.path, READOUT_PORT: String(address.port) });
      expect(exit.code).toBe(1);
      expect(exit.stderr.trim()).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use by another program\. .*READOUT_PORT/);
      expect(exit.stderr.trim().split('\n')).toHaveLength(1);
    } finally {
      other.close();
    }
  }, 60_000);

  test('a data folder in use by another Readout is one clear sentence, and harms the first in nothing', async () => {
    const first = await RunningReadout.start(folder.path);
    try {
      const exit = await runToEnd({ READOUT_DATA_DIR: folder.path, READOUT_PORT: '0' });
      expect(exit.code).toBe(1);
      expect(exit.stderr.trim().split('\n')).toHaveLength(1);
      expect(exit.stderr).toMatch(/in use by another/);
      expect((await first.fetch('/publications')).status).toBe(200);
    } finally {
      await first.kill('SIGTERM');
    }
  }, 60_000);

  test('a setting that cannot be used is named', async () => {
    const exit = await runToEnd({ READOUT_DATA_DIR: folder.path, READOUT_PORT: 'eighty', READOUT_API_KEY: OWNER_KEY });
    expect(exit.code).toBe(1);
    expect(exit.stderr).toContain('READOUT_PORT');
    expect(exit.stderr).not.toContain(OWNER_KEY);
  }, 60_000);

  test('stopped while it loads the sample, it stops cleanly, and starts again', async () => {
    const loading = await temporaryFolder();
    try {
      const readout = await RunningReadout.start(loading.path, 0, ['--sample']);
      await eventually(
        () => readout.call(sampleStatus, '/sample'),
        ({ done }) => done > 0,
        60_000,
      );
      const { code, signal, stderr } = await readout.kill('SIGINT');
      expect({ code, signal }).toEqual({ code: 0, signal: null });
      expect(stderr).not.toMatch(/^Error| {4}at /m);
      const again = await RunningReadout.start(loading.path);
      expect(await again.call(sampleStatus, '/sample')).toMatchObject({ state: 'failed' });
      await again.kill('SIGTERM');
    } finally {
      await loading.remove();
    }
  }, 120_000);

  test('a forgotten password is replaced on the command line, once Readout is stopped', async () => {
    const cli = join(import.meta.dirname, '../apps/readout/dist/cli.js');
    const env = { PATH: process.env.PATH ?? '', READOUT_DATA_DIR: folder.path };
    const reset = () => promisify(execFile)(process.execPath, [cli, 'reset-password'], { env });
    const first = await RunningReadout.start(folder.path);
    await expect(reset()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/in use by another Readout/),
    });
    await first.kill('SIGTERM');
    const { stdout } = await reset();
    const [, password = ''] = /is now (\S{16})\n/.exec(stdout) ?? [];
    const second = await RunningReadout.start(folder.path);
    const signIn = (attempt: string) => second.fetch('/session', { body: { password: attempt }, key: null });
    expect((await signIn(`${password}x`)).status).toBe(401);
    expect((await signIn(password)).status).toBe(200);
    await second.kill('SIGTERM');
  }, 90_000);

  test('a mistyped option is told with what there is', async () => {
    const { code, stderr } = await runToEnd({ READOUT_DATA_DIR: folder.path, READOUT_PORT: '0' }, ['--smaple']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/--smaple/);
    expect(stderr).toMatch(/--sample +load the sample/);
    expect(stderr).not.toContain('    at ');
  });

  test.each([
    ['versions', 'node', '18.20.8', /^Readout needs Node 20\.19 or newer, and this is Node 18\.20\.8\..*try again\.$/],
    ['', 'platform', 'win32', /^Readout runs on Linux and macOS .* and this is win32-\w+\. On Windows, .*WSL 2\.$/],
  ])('a machine it does not run on is told so in one sentence (%s %s %s)', async (object, name, value, sentence) => {
    const pretend = `Object.defineProperty(process${object && `.${object}`}, '${name}', { value: '${value}' });`;
    const start = JSON.stringify(join(import.meta.dirname, '../scripts/start.mjs'));
    const failed = promisify(execFile)(process.execPath, ['-e', `${pretend} import(${start})`]);
    await expect(failed).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^[^\n]+\n$/) });
    await expect(failed.catch(({ stderr }: { stderr: string }) => stderr.trim())).resolves.toMatch(sentence);
  });
});
