import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalog, openCatalog, type Publication } from '@readout/catalog';
import type { RelayConfig } from '@readout/config';
import { digestOf } from '@readout/credentials';
import { decodeRecord, type Fact } from '@readout/events';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { type Relay, type RelayParts, startRelay } from '../relay.ts';
import { send } from './send.ts';
import { Sink } from './sink.ts';

export const BASE = 'https://read.example.com';

/** A relay over a real catalog and real sockets, before a sink. */
export class RelayInTest {
  readonly sink = new Sink();
  readonly key = `ro_${randomBytes(32).toString('base64url')}`;
  readonly logged: string[] = [];
  readonly lines: string[] = [];
  /** What the log does instead of taking lines. */
  logFailure: Error | null = null;
  registry = new Registry();
  failures: unknown[] = [];
  #relay: Relay | null = null;

  private constructor(
    readonly catalog: Catalog,
    readonly publication: Publication,
    readonly folder: string,
  ) {}

  static async open(changes: Partial<RelayConfig> = {}, parts: Partial<RelayParts> = {}): Promise<RelayInTest> {
    const catalog = await openCatalog({ kind: 'embedded', path: null });
    const publication = await catalog.createPublication({
      name: 'Low Tide',
      timeZone: 'Europe/Madrid',
      isSample: false,
    });
    const inTest = new RelayInTest(catalog, publication, await mkdtemp(join(tmpdir(), 'readout-relay-')));
    await catalog.createApiKey({
      name: 'relay',
      hash: digestOf(inTest.key),
      hint: inTest.key.slice(0, 8),
      publication: publication.id,
    });
    await inTest.sink.open();
    await inTest.start(changes, parts);
    return inTest;
  }

  get port(): number {
    return this.#relay?.port ?? 0;
  }

  get relay(): Relay {
    if (this.#relay === null) throw new Error('the relay does not run');
    return this.#relay;
  }

  /** Over what a former one left. */
  async start(changes: Partial<RelayConfig> = {}, parts: Partial<RelayParts> = {}): Promise<void> {
    this.registry = new Registry();
    this.#relay = await startRelay({
      config: {
        host: '127.0.0.1',
        port: 0,
        name: 'relay.example',
        certificate: null,
        largestMessageBytes: 40_000_000,
        queue: { maxBytes: 200_000_000, maxMessages: 1_000 },
        triesForMs: 3_600_000,
        next: {
          host: '127.0.0.1',
          port: this.sink.port,
          tls: 'off',
          caFile: null,
          login: null,
          connections: 5,
        },
        dkim: null,
        ...changes,
      },
      folder: this.folder,
      catalog: this.catalog,
      log: {
        appendAll: async (lines) => {
          if (this.logFailure !== null) throw this.logFailure;
          this.lines.push(...lines);
        },
      },
      publicUrl: BASE,
      ownerKey: null,
      registry: this.registry,
      logger: pino({ level: 'debug' }, { write: (line: string) => this.logged.push(line) }),
      onFailure: (error) => this.failures.push(error),
      ...parts,
    });
  }

  async stop(): Promise<void> {
    await this.#relay?.close();
    this.#relay = null;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.sink.close();
    await this.catalog.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** As the publication's sender does it. @returns what the relay answered. */
  async send(raw: Buffer | string, to: string | readonly string[], from?: string): Promise<string> {
    const door = { port: this.port, publication: this.publication.publicId, key: this.key };
    return send(door, raw, typeof to === 'string' ? [to] : to, from);
  }

  /** What the log was told, once there are so many facts. */
  async facts(count: number): Promise<readonly Fact[]> {
    const until = Date.now() + 10_000;
    while (this.lines.length < count && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
    return this.lines.flatMap((line) => {
      const decoded = decodeRecord(line);
      return decoded.ok && decoded.record.type === 'fact' ? [decoded.record] : [];
    });
  }

  /** Of a counter, by its one label. */
  async counted(name: string): Promise<Readonly<Record<string, number>>> {
    const metric = await this.registry.getSingleMetric(name)?.get();
    return Object.fromEntries(
      (metric?.values ?? []).map(({ labels, value }) => [String(Object.values(labels)[0] ?? ''), value]),
    );
  }

  /** Nothing waits any more. */
  async untilEmpty(): Promise<void> {
    const until = Date.now() + 20_000;
    const waiting = async () =>
      (await this.registry.getSingleMetric('readout_relay_queue_messages')?.get())?.values[0]?.value;
    while ((await waiting()) !== 0) {
      if (Date.now() > until) throw new Error('messages still wait in the queue');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
