// npm run bench -- cores: the collector by itself on one core, then on all, a process for each, in alternating rounds.
// Nothing is behind it (Kafka and PostgreSQL do not answer), so what is measured is taking hits. The load comes from as
// many generators as there are processes, on the same cores: so what grows is the whole, taking and asking together.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { get, load } from './load.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 128;
const PROGRAM = join(import.meta.dirname, '../../collector/bin/collector');
const requests = Array.from({ length: 60_000 }, (_, at) =>
  get(`/o/benchmarkABC/AQAAAAE${String(at).padStart(27, 'x')}.gif`, at),
);

/** The same command, kept to the first so many cores. */
const onCores = (count: number, ...command: readonly string[]) => ['-c', `0-${count - 1}`, ...command];

async function rate(workers: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-cores-'));
  const child = spawn('taskset', onCores(workers, PROGRAM), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      READOUT_DATA_DIR: folder,
      READOUT_PORT: '0',
      READOUT_WORKERS: String(workers),
      READOUT_LOG_LEVEL: 'fatal',
      READOUT_TRUSTED_PROXIES: 'loopback',
      READOUT_ADDRESS_RATE: '0',
      READOUT_PUBLICATION_RATE: '0',
      DATABASE_URL: 'postgres://127.0.0.1:1/nothing',
      KAFKA_BROKERS: '127.0.0.1:1',
    },
  });
  try {
    const [said] = await once(child.stdout, 'data');
    const port = Number(/:(\d+)\s*$/.exec(String(said))?.[1]);
    const rates = await Promise.all(Array.from({ length: workers }, () => generate(workers, port)));
    return rates.reduce((sum, one) => sum + one, 0);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Requests a second of one generator in a process of its own. */
async function generate(workers: number, port: number): Promise<number> {
  const args = [process.execPath, ...process.execArgv, import.meta.filename, 'generate', String(port), String(workers)];
  const child = spawn('taskset', onCores(workers, ...args), { stdio: ['ignore', 'pipe', 'inherit'] });
  return Number(await text(child.stdout));
}

async function compare(): Promise<void> {
  const cores = availableParallelism();
  const rates = new Map<number, number[]>([1, cores].map((workers) => [workers, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [workers, seen] of rates) seen.push(await rate(workers));
  }
  console.log('| cores | requests/s | of one core |');
  console.log('|---|---|---|');
  const median = (seen: readonly number[]) =>
    [...seen].sort((one, other) => one - other)[seen.length >> 1] ?? Number.NaN;
  const alone = median(rates.get(1) ?? []);
  for (const [workers, seen] of rates) {
    console.log(
      `| ${workers} | ${Math.round(median(seen)).toLocaleString('en')} | ${(median(seen) / alone).toFixed(2)} |`,
    );
  }
}

const [role, port, generators] = process.argv.slice(2);
if (role === 'generate') {
  const connections = CONNECTIONS / Number(generators);
  await load(Number(port), requests, { connections, seconds: 1 });
  console.log((await load(Number(port), requests, { connections, seconds: SECONDS })).perSecond);
} else await compare();
