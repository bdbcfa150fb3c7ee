import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { Sink } from './testing/sink.ts';

const KEY = 'k'.repeat(30);
const ROUNDS = 4;
const SENDERS = 4;
const KEPT_A_ROUND = 8;

let folder: string;
let sink: Sink;
let child: ChildProcess;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-relay-kill-'));
  sink = new Sink();
  await sink.open();
});
afterEach(async () => {
  child.kill('SIGKILL');
  await sink.close();
  await rm(folder, { recursive: true, force: true });
});

async function startRelay(): Promise<number> {
  const program = join(import.meta.dirname, 'testing/relay-until-killed.ts');
  child = spawn(process.execPath, ['--import', 'tsx', program, folder, String(sink.port), KEY], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  if (child.stdout === null) throw new Error('it has an output');
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data');
  return Number(port);
}

/** Sends one message after the other until the relay is gone. */
async function sendOn(port: number, name: string, kept: Set<string>): Promise<void> {
  const auth = { user: '1'.repeat(12), pass: KEY };
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, auth, pool: true, maxConnections: 1 });
  transport.on('error', () => undefined);
  try {
    for (let at = 0; ; at++) {
      const id = `${name}-${at}@tide.example`;
      await transport.sendMail({
        envelope: { from: 'letters@tide.example', to: `${id}` },
        raw: `From: letters@tide.example\r\nMessage-ID: <${id}>\r\nSubject: ${id}\r\n\r\nHello ${id}\r\n`,
      });
      kept.add(id);
    }
  } catch {
    // It was killed.
  } finally {
    transport.close();
  }
}

test('kill -9 at any moment: every message that was answered for arrives, and at most the one that was under way twice', async () => {
  const kept = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const port = await startRelay();
    const sending = Array.from({ length: SENDERS }, (_, n) => sendOn(port, `r${round}-s${n}`, kept));
    const before = kept.size;
    while (kept.size < before + KEPT_A_ROUND) await sleep(5);
    await sleep(Math.random() * 200);
    child.kill('SIGKILL');
    await Promise.all([once(child, 'close'), ...sending]);
  }
  expect(kept.size).toBeGreaterThanOrEqual(ROUNDS * KEPT_A_ROUND);
  await startRelay();
  while ((await readdir(join(folder, 'waiting'))).length > 0) await sleep(50);

  const arrived = sink.arrived.flatMap(({ to }) => to);
  const seen = new Set(arrived);
  expect([...kept].filter((id) => !seen.has(id))).toEqual([]);
  expect(arrived.length - seen.size).toBeLessThanOrEqual(ROUNDS);
  for (const { to, bytes } of sink.arrived) expect(bytes.toString()).toContain(`\r\n\r\nHello ${to[0]}\r\n`);
}, 300_000);
