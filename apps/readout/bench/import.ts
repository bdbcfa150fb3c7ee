// npm run bench -- import: an export of 300 issues and a million opens, imported into a running Readout: how long until
// all of it is in the log, until all of it can be asked for, and how much memory that takes beyond what the idle process has.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { importView, publicationView } from '@readout/api-contract';
import type { z } from 'zod';
import { writeExport } from './substack-export.ts';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const KEY = 'key-of-the-import-benchmark';
const ISSUES = Number(process.env.READOUT_BENCH_ISSUES ?? 300);
const OPENS = Number(process.env.READOUT_BENCH_OPENS ?? 1_000_000);
const PEOPLE = Number(process.env.READOUT_BENCH_PEOPLE ?? 8_000);
const LOOK_EVERY_MS = 100;

const folder = await mkdtemp(join(tmpdir(), 'readout-import-'));
try {
  const zip = join(folder, 'export.zip');
  const written = await writeExport(zip, { issues: ISSUES, opens: OPENS, people: PEOPLE });
  const server = await start(join(folder, 'data'));
  try {
    await measure(server, zip, written);
  } finally {
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(
  server: Awaited<ReturnType<typeof start>>,
  zip: string,
  written: { delivered: number; opened: number },
) {
  const call = async <T extends z.ZodType>(
    method: string,
    path: string,
    schema: T,
    body?: object,
  ): Promise<z.infer<T>> => {
    const answer = await fetch(`${server.address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${KEY}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return schema.parse(await answer.json());
  };
  const { id } = await call('POST', '/publications', publicationView, { name: 'Bench', timeZone: 'Europe/Madrid' });
  await sleep(3_000);
  const before = await residentMegabytes(server.pid);
  const imports = `/publications/${id}/imports`;
  const job = await call('POST', imports, importView, { format: 'substack' });
  const path = `${imports}/${job.id}`;
  const begun = performance.now();
  await upload(server.address, `/api/v1${path}/files/export.zip`, zip);
  const sent = performance.now();
  let most = before;
  let slowest = 0;
  const until = async (state: string) => {
    let counting = 0;
    for (;;) {
      const asked = performance.now();
      const view = await call('GET', path, importView);
      slowest = Math.max(slowest, performance.now() - asked);
      most = Math.max(most, await residentMegabytes(server.pid));
      if (view.progress?.step === 'counting' && counting === 0) counting = performance.now();
      if (view.state !== state) return { view, counting };
      await sleep(LOOK_EVERY_MS);
    }
  };
  await call('POST', `${path}/look`, importView, {});
  const looked = await until('looking');
  if (looked.view.found === null) throw new Error(looked.view.problem ?? 'nothing was found');
  const seen = performance.now();
  const used = await processorSeconds(server.pid);
  await call('POST', `${path}/start`, importView, {});
  const { view, counting } = await until('running');
  const done = performance.now();
  if (view.state !== 'done') throw new Error(view.problem ?? view.state);
  const processor = (await processorSeconds(server.pid)) - used;
  const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(
    `${ISSUES} issues, ${written.opened.toLocaleString('en')} opens, ${written.delivered.toLocaleString('en')} deliveries, ${PEOPLE.toLocaleString('en')} people, ${Math.round((await stat(zip)).size / 1_048_576)} MB\n`,
  );
  console.log('| what | figure |');
  console.log('|---|---|');
  console.log(`| sending the archive | ${seconds(sent - begun)} |`);
  console.log(`| looking through it | ${seconds(seen - sent)} |`);
  console.log(`| from the start until all is in the log | ${seconds((counting || done) - seen)} |`);
  console.log(`| from the start until all can be asked for | ${seconds(done - seen)} |`);
  console.log(`| processor, from the start on | ${processor.toFixed(1)} s |`);
  console.log(`| memory before | ${Math.round(before)} MB |`);
  console.log(`| most memory beyond that | ${Math.round(most - before)} MB |`);
  console.log(`| slowest answer meanwhile to who asks how it stands | ${Math.round(slowest)} ms |`);
  console.log(`\n${JSON.stringify(view.counts)}`);
}

async function upload(address: string, path: string, file: string): Promise<void> {
  const answer = await fetch(`${address}${path}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/octet-stream',
      'content-length': String((await stat(file)).size),
    },
    body: Readable.toWeb(createReadStream(file)) as unknown as BodyInit,
    duplex: 'half',
  } as RequestInit);
  if (!answer.ok) throw new Error(await answer.text());
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

/** Of all its threads. */
async function processorSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function start(directory: string) {
  const child = spawn(process.execPath, [...(process.env.READOUT_BENCH_FLAGS ?? '').split(' ').filter(Boolean), MAIN], {
    env: {
      ...process.env,
      READOUT_DATA_DIR: directory,
      READOUT_PORT: process.env.READOUT_BENCH_PORT ?? '0',
      READOUT_HOST: '127.0.0.1',
      READOUT_API_KEY: KEY,
      READOUT_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`Readout ended: ${said}`)));
  });
  if (child.pid === undefined) throw new Error('Readout did not start');
  return {
    address,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
