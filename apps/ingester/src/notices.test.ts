import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Catalog, type IssueWithStructure, openCatalog, type Publication } from '@readout/catalog';
import { type EventLog, openEmbeddedLog, readEmbedded } from '@readout/event-log';
import { encodeRecord, encodeReplay, type Hit, type Notice, type ReaderEvent, type ReaderId } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { openWarehouse, type Warehouse } from '@readout/warehouse';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { caughtUp } from './caught-up.ts';
import { Ingester } from './ingester.ts';
import { IngesterMetrics } from './metrics.ts';

const NOW = 1_780_000_000_000;
const DAY_MS = 86_400_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('what a mail provider reports', () => {
  let folder: string;
  let log: EventLog;
  let warehouse: Warehouse;
  let catalog: Catalog;
  let publication: Publication;
  let issue: IssueWithStructure;
  let readers: readonly { readonly id: ReaderId; readonly reference: Buffer; readonly token: string }[];
  let now = NOW;
  let seen: ReaderEvent[] = [];

  beforeEach(async () => {
    now = NOW;
    seen = [];
    folder = await mkdtemp(join(tmpdir(), 'readout-notices-'));
    log = await openEmbeddedLog({ directory: join(folder, 'log'), retention: { maxAgeMs: 1e12, maxBytes: 1e9 } });
    warehouse = await openWarehouse({ kind: 'embedded', path: join(folder, 'warehouse') });
    catalog = await openCatalog({ kind: 'embedded', path: null });
    publication = await catalog.createPublication({ name: 'Test', timeZone: 'UTC', isSample: false });
    issue = await catalog.createIssue(publication.id, {
      title: 'One',
      subtitle: '',
      sentAt: new Date(NOW),
      hasPaywall: false,
      sections: [],
      links: [1, 2].map((page) => ({
        url: `https://example.com/${page}`,
        text: 'a',
        kind: 'outbound' as const,
        section: null,
      })),
    });
    const references = [1, 2, 3].map(() => randomBytes(32));
    const known = await catalog.upsertReaders(
      publication.id,
      references.map((reference) => ({ reference, segment: 'free' as const })),
    );
    const key = await catalog.signingKey(publication.id);
    readers = known.map(({ id }, at) => ({
      id,
      reference: references[at] ?? Buffer.alloc(0),
      token: mintToken(key, id),
    }));
  }, 60_000);
  afterEach(async () => {
    await warehouse.close();
    await catalog.close();
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  let ids = 0;
  const notice = (kind: Notice['kind'], more: Partial<Notice> = {}): string =>
    encodeRecord({
      type: 'notice',
      version: 1,
      provider: 'mailgun',
      id: ids++,
      event: kind ?? 'teleported',
      ...(kind === undefined ? {} : { kind }),
      time: NOW + 30_000,
      publication: publication.id,
      issue: issue.publicId,
      token: readers[0]?.token ?? '',
      ...more,
    });
  const opened = (more: Partial<Hit> = {}): string =>
    encodeRecord({
      type: 'hit',
      version: 1,
      kind: 'opened',
      time: NOW + 60_000,
      target: issue.publicId,
      token: readers[0]?.token ?? '',
      method: 'GET',
      source: 'pixel',
      network: 'other',
      agent: FIREFOX,
      ...more,
    });
  async function ingest(settlesAfterMs = 0): Promise<void> {
    const one = new Ingester({
      reader: readEmbedded(log),
      warehouse: {
        ...warehouse,
        insertEvents: async (events) => {
          seen.push(...events);
          await warehouse.insertEvents(events);
        },
        insertArrivals: async (events, at) => {
          seen.push(...events);
          await warehouse.insertArrivals(events, at);
        },
      },
      directory: catalog,
      metrics: new IngesterMetrics(new Registry()),
      logger: pino({ level: 'silent' }),
      now: () => now,
      settlesAfterMs,
    });
    let failure: unknown;
    one.start((error) => {
      failure = error;
    });
    await caughtUp(log, one, AbortSignal.timeout(30_000));
    await one.stop();
    if (failure !== undefined) throw failure;
  }
  const figures = async () =>
    (await warehouse.issueReport({ publication: publication.id, issue: issue.id, linkSections: new Map() })).figures;
  const reasons = async (kind: 'opened' | 'clicked' = 'opened') =>
    (await warehouse.verdicts({ publication: publication.id, issue: issue.id, kind })).verdicts.map((one) => [
      one.verdict,
      one.reasons.map(({ name }) => name),
    ]);
  const inQuarantine = async () => (await warehouse.quarantine({ limit: 10 })).records.map(({ reason }) => reason);

  test('are deliveries by token, or by what the sender calls somebody; a forged token is nobody’s', async () => {
    const reference = readers[1]?.reference.toString('hex') ?? '';
    await log.appendAll([
      notice('sent'),
      notice('delivered'),
      notice('delivered', { token: 'forged', reference }),
      encodeRecord({
        ...JSON.parse(notice('bounced')),
        token: undefined,
        reference: readers[2]?.reference.toString('hex'),
      }),
      notice('delivered', { token: 'forged' }),
      notice('delivered', { token: 'forged', reference: 'ab'.repeat(32) }),
      notice('delivered', { issue: 'nobodysssssx' }),
      notice(undefined),
    ]);
    await ingest();
    expect(await figures()).toMatchObject({ sent: 1, delivered: 2, bounced: 1, opens: 0 });
    expect(await inQuarantine()).toEqual([
      'mailgun reports "teleported", which is nothing that is known here',
      'issue is not in the catalog',
      "mailgun reports on somebody whom the issue's recipients do not name",
      "mailgun reports on somebody whom the issue's recipients do not name",
    ]);
  }, 60_000);

  test('counts once though it comes again days later, in another batch, and after a start', async () => {
    const [delivered, unsubscribed] = [notice('delivered'), notice('unsubscribed')];
    await log.appendAll([delivered, delivered, unsubscribed]);
    await ingest();
    now = NOW + 5 * DAY_MS;
    await log.appendAll([unsubscribed, delivered, notice('delivered', { provider: 'sendgrid', id: 0 })]);
    await ingest();
    // From the beginning, as after a crash before anything was committed.
    await log.commit(0, 0);
    await ingest();
    const kinds = new Map(seen.map(({ kind, origin }) => [`${origin.position}`, kind]));
    expect([...kinds]).toEqual([
      ['0', 'delivered'],
      ['2', 'unsubscribed'],
      ['5', 'delivered'],
    ]);
    expect(await inQuarantine()).toEqual([]);
  }, 60_000);

  test('that is put aside is so once, and can be replayed', async () => {
    const early = notice('delivered', { token: 'forged', reference: 'ab'.repeat(32) });
    await log.appendAll([early, early]);
    await ingest();
    expect(await inQuarantine()).toHaveLength(1);
    await catalog.upsertReaders(publication.id, [{ reference: Buffer.alloc(32, 0xab), segment: 'free' }]);
    now += 60_000;
    const [held] = await warehouse.replayable({ limit: 1 });
    if (held === undefined) throw new Error('there is one');
    await log.append(encodeReplay({ of: held.origin, line: held.line }));
    await ingest();
    expect(await inQuarantine()).toEqual([]);
    expect((await figures()).delivered).toBe(1);
  }, 60_000);

  const word = (more: Partial<Notice> = {}) =>
    notice('opened', { time: NOW + 61_000, said: 'apple', agent: FIREFOX, ...more });

  test('of an open is no open, but tells at the first look what ours was, where it came before', async () => {
    await log.appendAll([word(), opened()]);
    await ingest(DAY_MS);
    expect(seen.map(({ verdict, reasons: why }) => [verdict, why])).toEqual([
      ['none', []],
      ['prefetched', ['provider_says_apple']],
    ]);
    expect(await figures()).toMatchObject({ opens: 0, readers: 0, opensByVerdict: { prefetched: 1, human: 0 } });
  }, 60_000);

  test('of an open tells when it is settled, where it came after', async () => {
    await log.appendAll([opened(), word()]);
    await ingest(DAY_MS);
    expect(await reasons()).toEqual([['human', ['ordinary_client']]]);
    // Read again from the commit, and settled.
    await ingest();
    expect(await reasons()).toEqual([['prefetched', ['provider_says_apple']]]);
    expect(await figures()).toMatchObject({ opens: 0, opensByVerdict: { prefetched: 1 } });
  }, 60_000);

  test.each([
    ['another reader', () => ({ token: readers[1]?.token ?? '' })],
    ['another client', () => ({ agent: 'curl/8' })],
    ['another time', () => ({ time: NOW + 600_000 })],
    ['nothing', () => ({ said: 'nothing' as const })],
  ])(
    'of %s tells nothing of an open',
    async (_what, more) => {
      now = NOW + 600_000;
      await log.appendAll([word(more()), opened()]);
      await ingest();
      expect(await reasons()).toEqual([['human', ['ordinary_client']]]);
      expect(await inQuarantine()).toEqual([]);
    },
    60_000,
  );

  test('of what is not collected is dropped', async () => {
    await catalog.updatePublication(publication.id, { tracksOpens: false });
    await log.appendAll([word(), notice('delivered')]);
    await ingest();
    expect(seen.map(({ kind }) => kind)).toEqual(['delivered']);
    expect(await inQuarantine()).toEqual([]);
  }, 60_000);
});
