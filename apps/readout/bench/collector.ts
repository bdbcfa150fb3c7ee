// Pixel hits per second, each on disk before its answer, against a bare node:http server that answers the same GIF
// and does nothing else. Both in processes of their own, on one core, in alternating rounds of the same run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Collector, CollectorMetrics, LinkTable } from '@readout/collector';
import { openEmbeddedLog } from '@readout/event-log';
import type { KeyId, PublicationId, PublicId, ReaderId } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { FrontDoor } from '../src/front-door.ts';
import { load } from './load.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 128;
const ISSUE = 'benchmarkABC' as PublicId;
const LINK = 'benchmarkXYZ' as PublicId;
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const QUIET = pino({ level: 'silent' });

const SERVERS = {
  bare: () => {
    const headers = { 'content-type': 'image/gif', 'content-length': GIF.length };
    const server = createServer((_request, response) => void response.writeHead(200, headers).end(GIF));
    server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
  },
  collector: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'readout-bench-'));
    const log = await openEmbeddedLog({ directory, retention: { maxAgeMs: 60_000, maxBytes: 1 << 30 } });
    const links = new LinkTable(
      {
        findLinkTarget: async () => null,
        allLinkTargets: async function* () {
          yield [{ publicId: LINK, url: 'https://example.com/somewhere' }];
        },
      },
      Date.now,
    );
    await links.load();
    const collector = new Collector({
      log,
      links,
      metrics: new CollectorMetrics(new Registry()),
      logger: QUIET,
      now: Date.now,
    });
    const door = new FrontDoor();
    const { port } = await door.listen('127.0.0.1', 0);
    door.open([(request, response) => collector.handle(request, response)]);
    process.on('SIGTERM', () => {
      rmSync(directory, { recursive: true, force: true });
      process.exit(0);
    });
    console.log(port);
  },
};
type Variant = keyof typeof SERVERS;

const role = process.argv[2];
if (role === 'bare' || role === 'collector') await SERVERS[role]();
else await compare();

async function compare(): Promise<void> {
  const pinned = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;
  // The generator on the last core, the server on the first: neither takes time from the other.
  if (pinned) spawnSync('taskset', ['-a', '-p', '-c', String(cpus().length - 1), String(process.pid)]);
  const key = { id: 1 as KeyId, publication: 1 as PublicationId, secret: randomBytes(32) };
  const tokens = Array.from({ length: 1000 }, (_, at) => mintToken(key, (at + 1) as ReaderId));
  const cases: readonly { readonly name: string; readonly server: Variant; readonly paths: readonly string[] }[] = [
    { name: 'bare node:http', server: 'bare', paths: tokens.map((token) => `/o/${ISSUE}/${token}.gif`) },
    { name: 'pixel', server: 'collector', paths: tokens.map((token) => `/o/${ISSUE}/${token}.gif`) },
    { name: 'redirect', server: 'collector', paths: tokens.map((token) => `/c/${LINK}/${token}`) },
  ];
  const rounds = new Map(cases.map(({ name }) => [name, [] as Awaited<ReturnType<typeof load>>[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, server, paths } of cases) {
      const { child, port } = await serve(server, pinned);
      const result = await load(port, paths, CONNECTIONS, round === 0 ? 1 : SECONDS);
      // Round 0 warms caches and the disk.
      if (round > 0) rounds.get(name)?.push(result);
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
  const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
  const base = median(rounds.get('bare node:http')?.map((one) => one.perSecond) ?? []);
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model}, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds of ${SECONDS} s${pinned ? ', server pinned to one core' : ''}\n`,
  );
  console.log('| what | requests/s | of the baseline | median ms | p99 ms |');
  console.log('|---|---|---|---|---|');
  for (const [name, results] of rounds) {
    const rate = median(results.map((one) => one.perSecond));
    const row = [
      name,
      Math.round(rate).toLocaleString('en'),
      (rate / base).toFixed(2),
      median(results.map((one) => one.medianMs)).toFixed(2),
      median(results.map((one) => one.p99Ms)).toFixed(2),
    ];
    console.log(`| ${row.join(' | ')} |`);
  }
}

async function serve(variant: Variant, pinned: boolean): Promise<{ child: ChildProcess; port: number }> {
  const node = [...process.execArgv, fileURLToPath(import.meta.url), variant];
  const [command, args] = pinned ? ['taskset', ['-c', '0', process.execPath, ...node]] : [process.execPath, node];
  const child = spawn(command as string, args as string[], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, port: Number(String(line).trim()) };
}
