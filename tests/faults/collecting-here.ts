import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEmbedded } from '@readout/event-log';
import { caughtUp, Ingester, IngesterMetrics } from '@readout/ingester';
import { mintToken } from '@readout/tokens';
import { openWarehouse, type Warehouse } from '@readout/warehouse';
import { pino } from 'pino';
import {
  type Choices,
  CollectorInTest,
  ISSUE,
  LINK,
  PUBLICATION,
} from '../../apps/collector/src/testing/collector-in-test.ts';
import { openEmbeddedEngine } from '../../packages/warehouse/src/engine/embedded-engine.ts';
import type { Engine } from '../../packages/warehouse/src/engine/engine.ts';
import { Audience, type Counted } from './audience.ts';

type DirectorySource = ConstructorParameters<typeof Ingester>[0]['directory'];
type Key = NonNullable<Awaited<ReturnType<DirectorySource['findTokenKey']>>>;
type Target = NonNullable<Awaited<ReturnType<DirectorySource['findIssueTarget']>>>;
type Link = NonNullable<Awaited<ReturnType<DirectorySource['findLinkTarget']>>>;

const SETTLED_WITHIN_MS = 60_000;

/** A warehouse for several faults after each other, with a way to ask it anything. */
export class WarehouseHere {
  readonly warehouse: Warehouse;
  readonly #engine: Engine;
  readonly #folder: string;
  #issues = 0;

  private constructor(warehouse: Warehouse, engine: Engine, folder: string) {
    this.warehouse = warehouse;
    this.#engine = engine;
    this.#folder = folder;
  }

  static async open(): Promise<WarehouseHere> {
    const folder = await mkdtemp(join(tmpdir(), 'readout-faults-'));
    const warehouse = await openWarehouse({ kind: 'embedded', path: folder });
    return new WarehouseHere(warehouse, await openEmbeddedEngine(folder), folder);
  }

  nextIssue(): number {
    return ++this.#issues;
  }

  /** Events of an issue by kind. */
  async eventsOf(issue: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#engine.rows<{ kind: string; count: number }>(
      'SELECT kind, count() AS count FROM events WHERE issue = {issue:UInt32} GROUP BY kind',
      { issue },
    );
    return new Map(rows.map(({ kind, count }) => [kind, count]));
  }

  async close(): Promise<void> {
    await this.#engine.close();
    await this.warehouse.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Collector, log and ingester in this process, so that disk and clock can be put out of order. */
export class CollectingHere {
  readonly collector: CollectorInTest;
  readonly audience: Audience;
  readonly tokens: readonly string[];
  readonly issue: number;
  readonly #here: WarehouseHere;
  readonly #ingester: Ingester;
  #failure: unknown = null;

  private constructor(here: WarehouseHere, collector: CollectorInTest, readers: number) {
    this.#here = here;
    this.collector = collector;
    this.issue = here.nextIssue();
    const key: Key = { id: 1 as Key['id'], publication: PUBLICATION, secret: randomBytes(32), createdAt: new Date() };
    this.tokens = Array.from({ length: readers }, (_, at) =>
      mintToken(key, (at + 1) as Parameters<typeof mintToken>[1]),
    );
    this.audience = new Audience(ISSUE, LINK, this.tokens);
    this.#ingester = new Ingester({
      reader: readEmbedded(collector.log),
      warehouse: here.warehouse,
      directory: directoryOf(this.issue, key),
      metrics: new IngesterMetrics(collector.registry),
      logger: pino({ level: 'silent' }),
      now: () => collector.now,
      // Whoever asks for the events themselves finds all of them.
      settlesAfterMs: 0,
    });
  }

  /** @param readers how many may ask, once each. */
  static async start(here: WarehouseHere, readers: number, choices: Choices): Promise<CollectingHere> {
    return new CollectingHere(here, await CollectorInTest.start(choices), readers);
  }

  get address(): string {
    return this.collector.address;
  }

  /** What is behind the log comes up. */
  ingest(): void {
    this.#ingester.start((error) => {
      this.#failure = error;
    });
  }

  /** Figures once everything that the log holds is in the warehouse; `ingest` first. */
  readonly settled = async (): Promise<Counted> => {
    await caughtUp(this.collector.log, this.#ingester, AbortSignal.timeout(SETTLED_WITHIN_MS));
    if (this.#failure !== null) throw this.#failure;
    return (await this.report()).figures;
  };

  report() {
    const issue = this.issue as Target['id'];
    return this.#here.warehouse.issueReport({ publication: PUBLICATION, issue, linkSections: new Map() });
  }

  outcomes(kind: 'opened' | 'clicked' | 'beacon', outcome: string): Promise<number> {
    return this.collector.metric('readout_collector_hits_total', { kind, outcome });
  }

  async stop(): Promise<void> {
    await this.#ingester.stop();
    await this.collector.stop();
  }
}

/** A catalog of one issue with one link. */
function directoryOf(issue: number, key: Key): DirectorySource {
  const id = issue as Target['id'];
  const link: Link = {
    publicId: LINK,
    id: issue as Link['id'],
    publication: PUBLICATION,
    issue: id,
    issuePublicId: ISSUE,
    section: null,
    url: 'https://example.com/',
  };
  return {
    findIssueTarget: async (publicId) => (publicId === ISSUE ? { publicId, id, publication: PUBLICATION } : null),
    findLinkTarget: async (publicId) => (publicId === LINK ? link : null),
    findSectionTarget: async () => null,
    findOfferTarget: async () => null,
    ownRules: async () => ({ version: 0, rules: [], judgedBy: null }),
    findIssueFacts: async () => ({ links: 1, honeypots: [] }),
    findReader: async () => null,
    findTokenKey: async (wanted) => (wanted === key.id ? key : null),
    findCollectionRules: async (publication) => ({
      publication,
      publicId: 'publicationX' as Target['publicId'],
      sites: [],
      tracksOpens: true,
      tracksClicks: true,
      tracksReaders: true,
    }),
  };
}
