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
import { CatalogCopy, FrontDoor, startCollecting } from '@readout/collector';
import type { IssueId, KeyId, LinkId, PublicationId, PublicId, ReaderId } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { load } from './load.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 128;
const ISSUE = 'benchmarkABC' as PublicId;
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** 100,000 links with ids of the right shape. */
const LINKS = Array.from({ length: 100_000 }, (_, at) => {
  let [rest, id] = [at, ''];
  for (let digit = 0; digit < 4; digit++) {
    id += BASE58[rest % 58];
    rest = Math.floor(rest / 58);
  }
  return `benchmrk${id}` as PublicId;
});
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
    const copy = new CatalogCopy(join(directory, 'copy'));
    await fillCopy(copy);
    const { log, keeping } = await startCollecting(
      {
        eventLog: { maxAgeMs: 60_000, maxBytes: 1 << 30, whenFull: 'refuse' },
        collector: {
          trustedProxies: ['loopback'],
          privacySignals: 'anonymous',
          addresses: 'truncate',
          addressRate: 1_000_000,
          publicationRate: 1_000_000,
          addressConnections: 256,
        },
      },
      { directory: join(directory, 'log'), copy, bring: async () => false, registry: new Registry(), logger: QUIET },
    );
    const door = new FrontDoor();
    const { port } = await door.listen('127.0.0.1', 0);
    door.open({ ...keeping, rooms: [] });
    // What has been recorded is passed on at once, so that the log stays small whatever the disk holds.
    setInterval(async () => log.commit(0, await log.end(0)), 1_000).unref();
    process.on('SIGTERM', () => {
      rmSync(directory, { recursive: true, force: true });
      process.exit(0);
    });
    console.log(port);
  },
};

/** A publication with as many links as ten years of daily issues hold. */
async function fillCopy(copy: CatalogCopy): Promise<void> {
  const publication = 1 as PublicationId;
  const issue = { publicId: ISSUE, id: 1 as IssueId, publication };
  await copy.addIssues([issue]);
  await copy.setRules([
    {
      publication,
      publicId: 'benchmarkPUB' as PublicId,
      sites: ['https://letters.example'],
      tracksOpens: true,
      tracksClicks: true,
      tracksReaders: true,
    },
  ]);
  await copy.addLinks(
    LINKS.map((publicId, at) => ({
      publicId,
      id: (at + 1) as LinkId,
      publication,
      issue: issue.id,
      issuePublicId: ISSUE,
      section: null,
      url: `https://example.com/articles/2026/11/some-longer-name-of-a-page-${10_000 + (at % 90_000)}?utm_source=letter`,
    })),
  );
}

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
    {
      name: 'redirect',
      server: 'collector',
      paths: LINKS.map((link, at) => `/c/${link}/${tokens[at % tokens.length]}`),
    },
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
