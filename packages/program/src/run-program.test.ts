import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

const PROGRAM = join(import.meta.dirname, 'testing/some-program.ts');

/** @param signal sent once it is up. */
async function run(fate: string, signal?: NodeJS.Signals) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, fate], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (signal !== undefined) child.stdout.once('data', () => child.kill(signal));
  const [[code], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it in order, and what it logged is written',
  async (signal) => {
    const { code, stdout, stderr } = await run('fine', signal);
    expect(code).toBe(0);
    expect(stdout).toBe('up\nstopped in order\n');
    // All of it is written; on a busy machine what is flushed in the end may overtake a write that is under way.
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).msg)
        .sort(),
    ).toEqual(['stopped', 'stopping']);
  },
  30_000,
);

test.each([
  ['thrown later', 'nobody caught it'],
  ['failed later', 'it cannot go on'],
])(
  'what nobody foresaw (%s) is logged and ends it, in order',
  async (fate, message) => {
    const { code, stdout, stderr } = await run(fate);
    expect(code).toBe(1);
    expect(stdout).toContain('stopped in order');
    expect(stderr).toContain(message);
  },
  30_000,
);

test('where it cannot stop in order, its end says so', async () => {
  const { code, stderr } = await run('stops badly', 'SIGTERM');
  expect(code).toBe(1);
  expect(stderr).toContain('it sticks');
}, 30_000);

test('a known failure to start is told in its sentence, another one with where it came from', async () => {
  expect(await run('known failure')).toEqual({ code: 1, stdout: '', stderr: 'The cellar is locked.\n' });
  const { code, stderr } = await run('unknown failure');
  expect(code).toBe(1);
  expect(stderr).toContain('some-program.ts');
}, 30_000);
