import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectionRules, LinkTarget } from '@readout/catalog';
import { type EmbeddedLogOptions, openEmbeddedLog, type Spool } from '@readout/event-log';
import {
  decodeRecord,
  type Hit,
  type IssueId,
  type LinkId,
  type LogRecord,
  type Notice,
  type PublicationId,
  type PublicId,
  type Report,
  type Statement,
} from '@readout/events';
import { watchSpool } from '@readout/forwarding';
import { type Networks, openNetworks, trustProxies } from '@readout/network';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { CatalogCopy } from '../catalog-copy.ts';
import { Collector, type CollectorSettings, classOf } from '../collector.ts';
import { type DoorTimes, FrontDoor } from '../front-door.ts';
import { BillingHooks } from '../hooks/billing/billing-hooks.ts';
import type { FetchText } from '../hooks/fetch-text.ts';
import { HookLane } from '../hooks/hook-lane.ts';
import { Hooks } from '../hooks/hooks.ts';
import { HookMetrics } from '../hooks/metrics.ts';
import { SpentTokens } from '../hooks/spent-tokens.ts';
import { type BringLink, LinkFinder } from '../link-finder.ts';
import { CollectorMetrics } from '../metrics.ts';

export const ISSUE = 'abcdefghijkm' as PublicId;
export const LINK = 'mkjihgfedcba' as PublicId;
export const PUBLIC_PUBLICATION = 'pubcationXYZ' as PublicId;
export const PUBLICATION = 7 as PublicationId;
export const SITE = 'https://letters.example';
/** Monday, 2026-06-01 12:26:40 UTC. */
export const NOW = Date.UTC(2026, 5, 1, 12, 26, 40);

/** Where the room behind the collector begins an answer that has no end. */
export const ENDLESS = '/endless';

export function linkTo(publicId: PublicId, url: string): LinkTarget {
  const id = 1 as LinkId;
  return { publicId, id, publication: PUBLICATION, issue: 1 as IssueId, issuePublicId: ISSUE, section: null, url };
}

export interface Choices {
  readonly settings?: Partial<CollectorSettings>;
  readonly rules?: Partial<CollectionRules>;
  readonly log?: Partial<EmbeddedLogOptions>;
  readonly bring?: BringLink;
  readonly trusted?: readonly string[];
  readonly connectionsPerAddress?: number;
  /** Where the door takes addresses to be. */
  readonly doorNetworks?: Networks;
  readonly times?: Partial<DoorTimes>;
  /** What stands elsewhere on the network; nothing, where it is left out. */
  readonly fetchText?: FetchText;
}

/** A collector behind its door, on a port of its own, with a publication, an issue and a link. */
export class CollectorInTest {
  readonly log: Spool;
  readonly copy: CatalogCopy;
  readonly port: number;
  readonly registry: Registry;
  /** UTC, milliseconds; tests move it. */
  now = NOW;
  /** What was told of billing systems. */
  readonly logged: string[] = [];
  readonly #door: FrontDoor;
  readonly #collector: Collector;
  readonly #spent: SpentTokens;
  readonly #folder: string;

  private constructor(
    parts: Pick<CollectorInTest, 'log' | 'copy' | 'port' | 'registry'> & { readonly spent: SpentTokens },
    door: FrontDoor,
    folder: string,
    make: (now: () => number) => Collector,
  ) {
    this.log = parts.log;
    this.copy = parts.copy;
    this.port = parts.port;
    this.registry = parts.registry;
    this.#spent = parts.spent;
    this.#door = door;
    this.#folder = folder;
    this.#collector = make(() => this.now);
  }

  static async start(choices: Choices = {}): Promise<CollectorInTest> {
    const folder = await mkdtemp(join(tmpdir(), 'readout-collector-'));
    const log = await openEmbeddedLog({
      directory: join(folder, 'log'),
      retention: { maxAgeMs: 1e9, maxBytes: 1e9 },
      classOf,
      ...choices.log,
    });
    const copy = new CatalogCopy(join(folder, 'copy'));
    const networks = await openNetworks(() => copy.places());
    await copy.addIssues([{ publicId: ISSUE, id: 1 as IssueId, publication: PUBLICATION }]);
    await copy.addLinks([linkTo(LINK, 'https://example.com/é?a=1&b=2')]);
    await copy.setRules([
      {
        publication: PUBLICATION,
        publicId: PUBLIC_PUBLICATION,
        sites: [SITE],
        tracksOpens: true,
        tracksClicks: true,
        tracksReaders: true,
        ...choices.rules,
      },
    ]);
    const registry = new Registry();
    const spent = new SpentTokens(join(folder, 'spent'));
    const door = new FrontDoor(choices.times);
    const { port } = await door.listen('127.0.0.1', 0);
    const made = new CollectorInTest({ log, copy, port, registry, spent }, door, folder, (now) => {
      const metrics = new CollectorMetrics(registry);
      watchSpool(log, registry, now);
      return new Collector({
        log,
        copy,
        finder: new LinkFinder(copy, choices.bring ?? (async () => false)),
        networks,
        settings: {
          privacySignals: 'anonymous',
          addresses: 'truncate',
          addressRate: null,
          publicationRate: null,
          ...choices.settings,
        },
        metrics,
        logger: pino({ level: 'silent' }),
        now,
      });
    });
    const hookMetrics = new HookMetrics(registry);
    const hooks = new Hooks({
      log,
      copy,
      networks,
      spent,
      settings: { addresses: choices.settings?.addresses ?? 'truncate' },
      metrics: hookMetrics,
      logger: pino({ level: 'silent' }),
      fetchText: choices.fetchText ?? (async ({ href }) => Promise.reject(new Error(`${href} is not there`))),
      now: () => made.now,
    });
    const logger = pino({ level: 'warn' }, { write: (line: string) => made.logged.push(line) });
    const billing = new BillingHooks({ log, copy, metrics: hookMetrics, logger, now: () => made.now });
    door.open({
      collector: made.#collector,
      hooks: new HookLane([hooks, billing], hookMetrics),
      trust: trustProxies(choices.trusted ?? ['loopback']),
      networks: choices.doorNetworks ?? networks,
      connectionsPerAddress: choices.connectionsPerAddress ?? null,
      rooms: [
        (request, response) => {
          response.writeHead(418);
          if (request.url === ENDLESS) response.write('news');
          else response.end();
          return true;
        },
      ],
    });
    return made;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.address + path, { redirect: 'manual', ...init });
  }

  /** Every hit in the log so far. */
  async recorded(): Promise<Hit[]> {
    return (await this.#records()).filter((record) => record.type === 'hit');
  }

  /** Every page's report in the log so far. */
  async reported(): Promise<Report[]> {
    return (await this.#records()).filter((record) => record.type === 'report');
  }

  /** Everything that mail providers reported in the log so far. */
  async noticed(): Promise<Notice[]> {
    return (await this.#records()).filter((record) => record.type === 'notice');
  }

  /** Everything that billing systems stated in the log so far. */
  async stated(): Promise<Statement[]> {
    return (await this.#records()).filter((record) => record.type === 'statement');
  }

  async #records(): Promise<LogRecord[]> {
    const end = await this.log.end(0);
    const found: LogRecord[] = [];
    if (end === 0) return found;
    const signal = AbortSignal.timeout(5_000);
    for await (const { records, next } of this.log.read({ partition: 0, from: 0, maxRecords: 1_000, signal })) {
      for (const { line } of records) {
        const decoded = decodeRecord(line);
        if (!decoded.ok) throw new Error(`${decoded.reason}: ${line}`);
        found.push(decoded.record);
      }
      if (next >= end) break;
    }
    return found;
  }

  /** The value of a metric, labels in the order of their declaration. */
  async metric(name: string, labels: Record<string, string> = {}): Promise<number> {
    const metric = await this.registry.getSingleMetric(name)?.get();
    const found = metric?.values.find((value) =>
      Object.entries(labels).every(([label, expected]) => value.labels[label] === expected),
    );
    return found?.value ?? 0;
  }

  /** Writes bytes to a socket and gives everything that comes back until the other side ends. */
  raw(...parts: readonly (string | Buffer)[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1');
      let answer = '';
      socket.setEncoding('latin1').on('data', (text) => {
        answer += text;
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
      socket.setTimeout(8_000, () => socket.destroy());
      const send = (at: number) => {
        const part = parts[at];
        if (part === undefined) return;
        socket.write(part);
        setTimeout(() => send(at + 1), 20);
      };
      send(0);
    });
  }

  async stop(): Promise<void> {
    await this.#door.close();
    this.#collector.stop();
    await this.log.close();
    await this.copy.close();
    await this.#spent.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
