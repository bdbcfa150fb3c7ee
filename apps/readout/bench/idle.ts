// What the whole program takes when nobody does anything, with the sample loaded: memory, and share of one core.
// Also how long loading the sample and starting again take.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sampleStatus } from '@readout/api-contract';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const KEY = 'key-of-the-idle-benchmark';
const WATCH_SECONDS = 30;
const directory = mkdtempSync(join(tmpdir(), 'readout-idle-'));

try {
  const first = await start(['--sample']);
  const loading = performance.now();
  for (;;) {
    const answer = await fetch(`${first.address}/api/v1/sample`, { headers: { authorization: `Bearer ${KEY}` } });
    const status = sampleStatus.parse(await answer.json());
    if (status.state === 'failed') throw new Error(status.error ?? 'the sample could not be loaded');
    if (status.state === 'ready') break;
    await sleep(250);
  }
  const loadedIn = (performance.now() - loading) / 1000;
  await sleep(60_000); // ClickHouse merges what was loaded for a while: that is work, not idling.
  const warm = await watch(first.pid);
  await first.stop();

  const second = await start([]);
  await sleep(30_000);
  const again = await watch(second.pid);
  await second.stop();

  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; idle figures over ${WATCH_SECONDS} s\n`,
  );
  console.log('| what | figure |');
  console.log('|---|---|');
  console.log(`| start on an empty folder | ${first.startedIn.toFixed(1)} s |`);
  console.log(`| loading the sample | ${loadedIn.toFixed(1)} s |`);
  console.log(`| idle, a minute after loading: memory | ${warm.megabytes.toFixed(0)} MB |`);
  console.log(`| idle, a minute after loading: of one core | ${(warm.core * 100).toFixed(2)} % |`);
  console.log(`| second start | ${second.startedIn.toFixed(1)} s |`);
  console.log(`| idle, half a minute after the second start: memory | ${again.megabytes.toFixed(0)} MB |`);
  console.log(`| idle, half a minute after the second start: of one core | ${(again.core * 100).toFixed(2)} % |`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

async function start(args: string[]) {
  const begun = performance.now();
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      ...process.env,
      READOUT_DATA_DIR: directory,
      READOUT_PORT: '0',
      READOUT_API_KEY: KEY,
      READOUT_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let greeting = '';
  for await (const chunk of child.stdout) {
    greeting += String(chunk);
    if (greeting.includes('everything is kept')) break;
  }
  const address = /Readout runs at (\S+)/.exec(greeting)?.[1];
  if (address === undefined || child.pid === undefined) throw new Error(`did not start: ${greeting}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { address, pid: child.pid, startedIn: (performance.now() - begun) / 1000, stop };
}

/** From Linux's /proc: resident memory at the end, and processor time used meanwhile. */
async function watch(pid: number): Promise<{ megabytes: number; core: number }> {
  const before = processorSeconds(pid);
  await sleep(WATCH_SECONDS * 1000);
  const core = (processorSeconds(pid) - before) / WATCH_SECONDS;
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return { megabytes: kilobytes / 1024, core };
}

/** utime and stime of proc(5), in ticks of 1/100 s. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
