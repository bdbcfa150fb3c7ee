// With the argument `offers` the rows about offers alone.
// Pixel, redirect and beacon, each on disk before its answer, against a bare node:http server that answers the same
// GIF and does nothing else; and what somebody is offered, against one that answers the same JSON. Both in processes of their own, on one core, in alternating rounds of the same run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CatalogCopy, FrontDoor, startCollecting } from '@readout/collector';
import type { IssueId, KeyId, LinkId, PublicationId, PublicId, ReaderId } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { get, type LoadResult, load, post } from './load.ts';

const ROUNDS = 5;
const SECONDS = 5;
/** What each server is given beforehand, for its code to be compiled: neither would be measured as it runs for days. */
const WARM_SECONDS = 3;
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
const BASELINE = 'bare node:http';
const OFFER_BASELINE = 'bare node:http with an offer';
const SITE = 'https://letters.example';
/** Two offers that take as many bytes. */
const OFFERS = [14, 30].map((trialDays) => ({
  publicId: `benchoffer${trialDays === 14 ? 'AA' : 'BB'}` as PublicId,
  trialDays,
  price: 800,
  currency: 'EUR',
  months: 1,
  headline: 'Read on without a card',
  text: 'Then €8 a month, until you say stop.',
  button: 'Start reading',
  takesCard: false,
}));
const EXPERIMENT = 'benchexperAA' as PublicId;
const QUIET = pino({ level: 'silent' });

const SERVERS = {
  bare: () => {
    const headers = { 'content-type': 'image/gif', 'content-length': GIF.length };
    const server = createServer((_request, response) => void response.writeHead(200, headers).end(GIF));
    server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
  },
  bareOffer: () => {
    const [{ publicId: id, ...terms } = { publicId: '' }] = OFFERS;
    const body = Buffer.from(JSON.stringify({ experiment: EXPERIMENT, offer: { id, ...terms } }));
    const headers = {
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': SITE,
      vary: 'Origin',
      'content-length': body.length,
    };
    const server = createServer((_request, response) => void response.writeHead(200, headers).end(body));
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
      {
        directory: join(directory, 'log'),
        spentTokens: join(directory, 'spent-tokens'),
        copy,
        bring: async () => false,
        registry: new Registry(),
        logger: QUIET,
      },
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
  await copy.setPlacesSecret(randomBytes(32));
  await copy.setRules([
    {
      publication,
      publicId: 'benchmarkPUB' as PublicId,
      sites: [SITE],
      tracksOpens: true,
      tracksClicks: true,
      tracksReaders: true,
    },
  ]);
  await copy.setTokenKeys([{ ...KEY, createdAt: new Date() }]);
  const arms = OFFERS.map(({ publicId }) => ({ offer: publicId, weight: 1 }));
  const audience = { readers: 'free', visitors: true, share: 1 } as const;
  await copy.setOfferings([
    { publication, offers: OFFERS, usual: null, experiment: { publicId: EXPERIMENT, arms, ...audience } },
  ]);
  // None of those who ask is among them, so that all answers have as many bytes.
  await copy.setAccess(
    new Map([[publication, Array.from({ length: 6_000 }, (_, at) => (at * 10 + 1_000_000) as ReaderId)]]),
  );
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

/** A row of the table: what is asked of which server, and how. */
interface Case {
  readonly name: string;
  readonly server: Variant;
  readonly requests: readonly Buffer[];
  /** Sent at a share of the rate that this earlier row reached. */
  readonly share?: { readonly of: string; readonly is: number };
  /** Which row it is compared with; left out: the first. */
  readonly against?: string;
}

interface Measured extends LoadResult {
  /** Resident memory of the server at the end, in MB. */
  readonly megabytes: number;
}

async function compare(ofOffers: boolean): Promise<void> {
  const pinned = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;
  // The generator on the last core, the server on the first: neither takes time from the other.
  if (pinned) spawnSync('taskset', ['-a', '-p', '-c', String(cpus().length - 1), String(process.pid)]);
  const pixels = tokens(60_000).map((token, at) => get(`/o/${ISSUE}/${token}.gif`, at));
  // Nine clicks of ten are on the links of the ten newest issues, the others on any of all times.
  const clicks = LINKS.map((_, at) => {
    const link = at % 10 === 0 ? LINKS[(at * 7919) % LINKS.length] : LINKS[LINKS.length - 1 - (at % 300)];
    return get(`/c/${link}/${tokenOf(at % 1000)}`, at);
  });
  const beacons = tokens(10_000).map((token, at) => post('/b', beaconBody(token), at));
  const offers = tokens(60_000).map((token, at) => get(`/offer/${ISSUE}?token=${token}`, at, SITE));
  const ofEvents: readonly Case[] = [
    { name: BASELINE, server: 'bare', requests: pixels },
    { name: 'pixel', server: 'collector', requests: pixels },
    { name: 'redirect', server: 'collector', requests: clicks },
    { name: 'beacon, 1 KB', server: 'collector', requests: beacons },
    { name: `${BASELINE} at half the pixel's rate`, server: 'bare', requests: pixels, share: { of: 'pixel', is: 0.5 } },
    { name: 'pixel at half its rate', server: 'collector', requests: pixels, share: { of: 'pixel', is: 0.5 } },
    { name: 'redirect at half its rate', server: 'collector', requests: clicks, share: { of: 'redirect', is: 0.5 } },
  ];
  const aboutOffers: readonly Case[] = [
    { name: OFFER_BASELINE, server: 'bareOffer', requests: offers, against: OFFER_BASELINE },
    { name: 'offer', server: 'collector', requests: offers, against: OFFER_BASELINE },
    ...[0.5, 0.1].flatMap((is) =>
      (
        [
          ['bareOffer', OFFER_BASELINE],
          ['collector', 'offer'],
        ] as const
      ).map(([server, name]) => ({
        name: `${name}, at ${is * 100} % of the offer's rate`,
        server,
        requests: offers,
        share: { of: 'offer', is },
        against: OFFER_BASELINE,
      })),
    ),
  ];
  const cases = ofOffers ? aboutOffers : [...ofEvents, ...aboutOffers];
  const rounds = new Map(cases.map(({ name }) => [name, [] as Measured[]]));
  const baselines = new Map(cases.map(({ name, against = BASELINE }) => [name, against]));
  const rateOf = (name: string) => median(rounds.get(name)?.map((one) => one.perSecond) ?? []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, server, requests, share } of cases) {
      // Round 0 warms caches and the disk.
      if (round === 0 && share !== undefined) continue;
      const { child, port } = await serve(server, pinned);
      await load(port, requests, { connections: CONNECTIONS, seconds: WARM_SECONDS });
      const rate = share === undefined ? undefined : rateOf(share.of) * share.is;
      const result = await load(port, requests, {
        connections: CONNECTIONS,
        seconds: round === 0 ? 1 : SECONDS,
        ...(rate === undefined ? {} : { perSecond: rate }),
      });
      if (round > 0) rounds.get(name)?.push({ ...result, megabytes: residentMegabytes(child) });
      child.kill('SIGTERM');
      await once(child, 'exit');
      progress(`round ${round} of ${ROUNDS}, ${name}`);
    }
  }
  progress('');
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model}, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds of ${SECONDS} s${pinned ? ', server pinned to one core' : ''}\n`,
  );
  console.log('| what | requests/s | of the baseline | median ms | p99 ms | memory MB |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, results] of rounds) {
    const row = [
      name,
      Math.round(rateOf(name)).toLocaleString('en'),
      (rateOf(name) / rateOf(baselines.get(name) ?? BASELINE)).toFixed(2),
      median(results.map((one) => one.medianMs)).toFixed(2),
      median(results.map((one) => one.p99Ms)).toFixed(2),
      Math.round(median(results.map((one) => one.megabytes))),
    ];
    console.log(`| ${row.join(' | ')} |`);
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/** The same in every process. */
const KEY = { id: 1 as KeyId, publication: 1 as PublicationId, secret: Buffer.alloc(32, 7) };

function tokenOf(at: number): string {
  return mintToken(KEY, (at + 1) as ReaderId);
}

function tokens(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => tokenOf(at));
}

/** What a page reports of a reader who went through twelve sections: about 1 KB. */
function beaconBody(token: string): string {
  const read = Array.from({ length: 12 }, (_, at) => ({
    kind: 'section_read',
    section: `sectionABCD${at % 9 === 0 ? 'x' : at % 9}`,
    ago: 60_000 - at * 4_321,
  }));
  const events = [{ kind: 'viewed', ago: 65_000 }, ...read, { kind: 'paywall_hit', ago: 1_234 }];
  return JSON.stringify({ v: 1, issue: ISSUE, token, events });
}

/** On a terminal, what is being measured; nothing in a log. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function residentMegabytes({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) / 1024;
}

async function serve(variant: Variant, pinned: boolean): Promise<{ child: ChildProcess; port: number }> {
  // With the flags and variables that apps/collector/bin/collector has.
  const isOurs = variant === 'collector';
  const flags = isOurs ? ['--max-semi-space-size=4', '--heap-growing-percent=50', '--single-threaded-gc'] : [];
  const memory = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '65536' };
  const env = isOurs ? { ...process.env, ...memory } : process.env;
  const node = [...flags, '--import', 'tsx', fileURLToPath(import.meta.url), variant];
  const [command, args] = pinned ? ['taskset', ['-c', '0', process.execPath, ...node]] : [process.execPath, node];
  const child = spawn(command as string, args as string[], { stdio: ['ignore', 'pipe', 'inherit'], env });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, port: Number(String(line).trim()) };
}

const role = process.argv[2];
if (role === 'bare' || role === 'bareOffer' || role === 'collector') await SERVERS[role]();
else await compare(role === 'offers');
