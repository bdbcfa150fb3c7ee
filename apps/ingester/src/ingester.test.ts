import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Catalog, type IssueWithStructure, openCatalog, type Publication } from '@readout/catalog';
import { type EventLog, openEmbeddedLog, readEmbedded } from '@readout/event-log';
import {
  encodeRecord,
  encodeReplay,
  type Hit,
  type LogRecord,
  type ReaderEvent,
  type ReaderId,
  type Report,
} from '@readout/events';
import { mintToken } from '@readout/tokens';
import { openWarehouse, type Warehouse } from '@readout/warehouse';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { caughtUp } from './caught-up.ts';
import { Ingester } from './ingester.ts';
import { IngesterMetrics } from './metrics.ts';

const NOW = 1_780_000_000_000;
type Writing = Pick<Warehouse, 'insertEvents' | 'insertQuarantine'>;
const MINUTE = 60_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('the ingester', () => {
  let folder: string;
  let log: EventLog;
  let warehouse: Warehouse;
  let catalog: Catalog;
  let publication: Publication;
  let issue: IssueWithStructure;
  let tokens: readonly string[];
  let readers: readonly { readonly id: ReaderId }[];
  let now = NOW;

  beforeEach(async () => {
    now = NOW;
    folder = await mkdtemp(join(tmpdir(), 'readout-ingester-'));
    log = await openEmbeddedLog({ directory: join(folder, 'log'), retention: { maxAgeMs: 1e9, maxBytes: 1e9 } });
    warehouse = await openWarehouse({ kind: 'embedded', path: join(folder, 'warehouse') });
    catalog = await openCatalog({ kind: 'embedded', path: null });
    publication = await catalog.createPublication({ name: 'Test', timeZone: 'UTC', isSample: false });
    issue = await catalog.createIssue(publication.id, {
      title: 'One',
      subtitle: '',
      sentAt: new Date(NOW),
      hasPaywall: false,
      sections: [{ title: 'First', access: 'before' }],
      links: [1, 2, 3, 4, 5].map((page) => ({
        url: `https://example.com/${page}`,
        text: 'a',
        kind: 'outbound' as const,
        section: 0,
      })),
    });
    readers = await catalog.upsertReaders(
      publication.id,
      [1, 2, 3].map(() => ({ reference: randomBytes(32), segment: 'free' as const })),
    );
    const key = await catalog.signingKey(publication.id);
    tokens = readers.map((reader) => mintToken(key, reader.id));
  }, 60_000);
  afterEach(async () => {
    await warehouse.close();
    await catalog.close();
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  const hit = (kind: Hit['kind'], token: string, more: Partial<Hit> = {}): string =>
    encodeRecord({
      type: 'hit',
      version: 1,
      kind,
      time: NOW + 60_000,
      target: kind === 'opened' ? issue.publicId : (issue.links[0]?.publicId ?? ''),
      token,
      method: 'GET',
      source: kind === 'opened' ? 'pixel' : 'redirect',
      agent: FIREFOX,
      ...more,
    });
  const sent = (reader: number): string =>
    encodeRecord({
      type: 'fact',
      version: 1,
      kind: 'sent',
      time: NOW,
      publication: publication.id,
      issue: issue.id,
      reader,
      segment: 'free',
      source: 'api',
    } satisfies LogRecord);

  const ingester = ({ insertEvents, insertQuarantine }: Writing = warehouse, settlesAfterMs = 0) =>
    new Ingester({
      reader: readEmbedded(log),
      warehouse: { ...warehouse, insertEvents, insertQuarantine },
      directory: catalog,
      metrics: new IngesterMetrics(new Registry()),
      logger: pino({ level: 'silent' }),
      now: () => now,
      settlesAfterMs,
    });
  /** Reads all there is, as a process that lives just so long. */
  async function ingest(target?: Writing): Promise<void> {
    const one = ingester(target);
    let failure: unknown;
    one.start((error) => {
      failure = error;
    });
    await caughtUp(log, one, AbortSignal.timeout(30_000));
    await one.stop();
    if (failure !== undefined) throw failure;
  }
  const issueReport = () =>
    warehouse.issueReport({ publication: publication.id, issue: issue.id, linkSections: new Map() });

  test('opens, clicks and what was sent become figures', async () => {
    await log.appendAll([
      ...readers.map((reader) => sent(reader.id)),
      hit('opened', tokens[0] ?? ''),
      hit('opened', tokens[0] ?? ''),
      hit('opened', tokens[1] ?? '', { agent: 'Mozilla/5.0' }),
      hit('clicked', tokens[2] ?? ''),
    ]);
    await ingest();
    const { figures } = await issueReport();
    expect(figures).toMatchObject({ sent: 3, delivered: 3, opens: 2, readers: 2, clicks: 1, clickers: 1 });
    expect(figures.opensByVerdict).toEqual({ human: 2, proxied: 0, prefetched: 1, scanner: 0, unclear: 0 });
  }, 60_000);

  test("a page's report becomes its events, counted together and once", async () => {
    const section = issue.sections[0]?.publicId ?? '';
    const report = (more: Partial<Report>): string =>
      encodeRecord({
        type: 'report',
        version: 1,
        time: NOW + 60_000,
        target: issue.publicId,
        token: tokens[0] ?? '',
        country: 'ES',
        network: 'other',
        agent: FIREFOX,
        referrer: 'news.example',
        events: [
          { kind: 'viewed', ago: 30_000 },
          { kind: 'section_read', ago: 1_000, section },
          { kind: 'paywall_hit', ago: 0 },
        ],
        ...more,
      });
    const visitor = { token: '', visitor: 77 };
    await log.appendAll([
      report({}),
      report({ events: [{ kind: 'paywall_hit', ago: 0 }] }),
      report(visitor),
      report({ ...visitor, events: [{ kind: 'section_read', ago: 0, section: 'nobodyssectx' }] }),
      // A page cannot make up a reader, nor is a crawler that runs scripts one.
      report({ token: 'forged' }),
      report({ token: '', visitor: 78, agent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }),
      report({ target: 'unknownissue' }),
    ]);
    const seen: ReaderEvent[] = [];
    await ingest({
      insertQuarantine: (records) => warehouse.insertQuarantine(records),
      insertEvents: (events) => {
        seen.push(...events);
        return warehouse.insertEvents(events);
      },
    });
    // Read once more from the start: the same origins, nothing counted again.
    await warehouse.insertEvents(seen);
    expect((await issueReport()).figures.paywallHits).toBe(2);
    expect(seen.filter((event) => event.origin.position === 0)).toMatchObject([
      { kind: 'viewed', time: NOW + 30_000, reader: readers[0]?.id, country: 'ES', referrer: 'news.example' },
      { kind: 'section_read', time: NOW + 59_000, section: issue.sections[0]?.id },
      { kind: 'paywall_hit', time: NOW + 60_000, source: 'beacon', network: 'other', verdict: 'human' },
    ]);
    const isFromElsewhere = ({ referrer }: ReaderEvent) => referrer === 'news.example';
    expect(seen.filter(isFromElsewhere)).toEqual(seen.filter(({ kind }) => kind === 'viewed'));
    expect(seen.find((event) => event.origin.position === 2)?.reader).toBe(0x8000_0000 + 77);
    expect(seen.find((event) => event.origin.position === 3)?.section).toBeNull();
    expect(seen.find((event) => event.origin.position === 4)).toMatchObject({ reader: null, verdict: 'unclear' });
    const { records } = await warehouse.quarantine({ limit: 10 });
    expect(records.map(({ reason }) => reason)).toEqual(['issue is not in the catalog']);
  }, 60_000);

  test('where readers are not recognised, hits of visitors count and those of readers are nobody', async () => {
    await catalog.updatePublication(publication.id, { tracksReaders: false });
    await log.appendAll([
      hit('opened', '', { visitor: 5 }),
      hit('opened', '', { visitor: 5 }),
      hit('clicked', '', { visitor: 6 }),
      // Taken a moment before the collector heard of it.
      hit('opened', tokens[0] ?? ''),
    ]);
    await ingest();
    expect((await issueReport()).figures).toMatchObject({ opens: 3, readers: 2, clicks: 1, clickers: 1 });
  }, 60_000);

  test('a token of another publication is nobody here', async () => {
    const other = await catalog.createPublication({ name: 'Other', timeZone: 'UTC', isSample: false });
    const theirs = mintToken(await catalog.signingKey(other.id), 1 as ReaderId);
    await log.appendAll([hit('opened', theirs), hit('opened', 'nonsense'), hit('clicked', theirs)]);
    await ingest();
    const { figures } = await issueReport();
    expect(figures).toMatchObject({ readers: 0, opens: 0, clicks: 0, clickers: 0 });
    expect(figures.opensByVerdict.unclear).toBe(2);
  }, 60_000);

  test('what cannot be understood goes to quarantine with its reason, and holds nothing up', async () => {
    await log.appendAll([
      'not json at all',
      hit('opened', tokens[0] ?? '', { target: '111111111111' }),
      JSON.stringify({ type: 'fact', version: 9 }),
      encodeRecord({ type: 'fact', version: 1, kind: 'sent', time: NOW, publication: 4_000_000, source: 'api' }),
      hit('opened', tokens[0] ?? ''),
    ]);
    await ingest();
    expect((await issueReport()).figures).toMatchObject({ opens: 1, readers: 1 });
    const { total, records } = await warehouse.quarantine({ limit: 10 });
    expect(total).toBe(4);
    expect(records.map((one) => one.origin.position).sort()).toEqual([0, 1, 2, 3]);
    const reasons = new Map(records.map((one) => [one.origin.position, one.reason]));
    expect(reasons.get(0)).toBe('not JSON');
    expect(reasons.get(1)).toBe('issue is not in the catalog');
    expect(reasons.get(2)).toContain('version');
    expect(reasons.get(3)).toBe('publication is not in the catalog');
    expect(records.find((one) => one.origin.position === 0)?.line).toBe('not json at all');
  }, 60_000);

  test('what was in quarantine counts once after a fix, however often it is replayed and read', async () => {
    const known = sent(1);
    const unknown = hit('opened', tokens[0] ?? '', { target: '111111111111' });
    await log.appendAll([unknown, known, 'never json']);
    // It was not understood then, and would be now.
    const of = { partition: 0, collector: log.collector, position: 1 };
    await warehouse.insertQuarantine([{ origin: of, reason: 'too new', line: known, time: NOW }]);
    await log.commit(0, 3);
    const replayAll = async () => {
      for (const { origin, line } of await warehouse.replayable({ limit: 10 })) {
        await log.append(encodeReplay({ of: origin, line }));
      }
    };
    await replayAll();
    await replayAll();
    const start = await log.committed(0);
    await ingest();
    await log.commit(0, start);
    await ingest();
    expect((await issueReport()).figures.sent).toBe(1);
    expect((await warehouse.quarantine({ limit: 10 })).total).toBe(0);
    // What still cannot be understood is there again, as it was.
    await log.append('still not json');
    await ingest();
    await replayAll();
    await ingest();
    const { total, records } = await warehouse.quarantine({ limit: 10 });
    expect([total, records[0]?.line, records[0]?.reason]).toEqual([1, 'still not json', 'not JSON']);
  }, 60_000);

  test('what is from the future, or a hit from long ago, is put aside; history is not', async () => {
    const day = 86_400_000;
    await log.appendAll([
      hit('opened', tokens[0] ?? '', { time: NOW + 3 * 3_600_000 }),
      hit('opened', tokens[0] ?? '', { time: NOW + 3_600_000 }),
      hit('opened', tokens[1] ?? '', { time: NOW - 91 * day }),
      hit('opened', tokens[1] ?? '', { time: NOW - 89 * day }),
      sent(1).replace(String(NOW), String(NOW - 4_000 * day)),
    ]);
    await ingest();
    expect((await issueReport()).figures).toMatchObject({ opens: 2, sent: 1 });
    const { records } = await warehouse.quarantine({ limit: 10 });
    const reasons = new Map(records.map((one) => [one.origin.position, one.reason]));
    expect(reasons).toEqual(
      new Map([
        [0, 'its time is 3 hours ahead of the clock'],
        [2, 'it is 91 days old, and a hit is counted for 90 days'],
      ]),
    );
  }, 60_000);

  test('reading everything again changes nothing', async () => {
    await log.appendAll([...readers.map((reader) => sent(reader.id)), hit('opened', tokens[0] ?? ''), 'junk']);
    await ingest();
    const before = await issueReport();
    await log.commit(0, 0);
    await ingest();
    await log.append(hit('clicked', tokens[1] ?? ''));
    await log.commit(0, 0);
    await ingest();
    const after = await issueReport();
    const { readership: _, ...rest } = before.figures;
    expect(after.figures).toMatchObject({ ...rest, readers: 2, clicks: 1, clickers: 1 });
    expect((await warehouse.quarantine({ limit: 10 })).total).toBe(1);
  }, 60_000);

  test('while the warehouse does not answer, events wait and arrive later, once', async () => {
    let refusals = 3;
    const flaky: Writing = {
      insertQuarantine: (records) => warehouse.insertQuarantine(records),
      insertEvents: async (events) => {
        if (refusals-- > 0) throw new Error('not answering');
        await warehouse.insertEvents(events);
      },
    };
    await log.appendAll([hit('opened', tokens[0] ?? ''), 'junk']);
    await ingest(flaky);
    expect((await issueReport()).figures.opens).toBe(1);
    expect((await warehouse.quarantine({ limit: 10 })).total).toBe(1);
  }, 60_000);

  describe('a verdict that hangs on what comes after', () => {
    const AFTER = 5 * MINUTE;
    /** A gateway: four links of a message within two seconds, by something that looks like a browser. */
    const burst = () =>
      issue.links.slice(0, 4).map(({ publicId }, at) =>
        hit('clicked', tokens[0] ?? '', {
          target: publicId,
          time: NOW + at * 400,
          network: 'hosting',
          place: 9,
          shape: 512,
        }),
      );
    const verdictsOf = (events: readonly ReaderEvent[]) => events.map(({ verdict }) => verdict);

    /** Runs until `done`, and gives what was written. */
    async function running(one: Ingester, done: () => Promise<boolean>): Promise<void> {
      one.start((error) => {
        throw error;
      });
      const end = Date.now() + 20_000;
      while (!(await done())) {
        if (Date.now() > end) throw new Error('it did not come to that');
        await sleep(20);
      }
      await one.stop();
    }
    const noting = (into: ReaderEvent[]): Writing => ({
      insertQuarantine: (records) => warehouse.insertQuarantine(records),
      insertEvents: (events) => {
        into.push(...events);
        return warehouse.insertEvents(events);
      },
    });

    test('is there at once by the first look, and settled when that is known', async () => {
      const settled: ReaderEvent[] = [];
      const one = ingester(noting(settled), AFTER);
      await log.appendAll([...burst(), hit('opened', tokens[1] ?? '', { time: NOW, network: 'other' })]);
      await running(one, async () => (one.shownTo(0) ?? 0) >= 5);
      expect(settled).toEqual([]);
      const { figures } = await issueReport();
      expect(figures).toMatchObject({ opens: 1, settling: 5 });

      now = NOW + AFTER + MINUTE;
      const next = ingester(noting(settled), AFTER);
      await running(next, async () => (await log.committed(0)) >= 5);
      expect(verdictsOf(settled)).toEqual(['scanner', 'scanner', 'scanner', 'scanner', 'human']);
      const after = (await issueReport()).figures;
      expect(after).toMatchObject({ opens: 1, clicks: 0, machineClicks: 4, settling: 0, readers: 1 });
    }, 60_000);

    test('settles by itself, with what came in another batch, and what was shown is dropped', async () => {
      const settled: ReaderEvent[] = [];
      const one = ingester(noting(settled), AFTER);
      const lines = burst();
      await log.appendAll(lines.slice(0, 1));
      one.start((error) => {
        throw error;
      });
      await caughtUp(log, one, AbortSignal.timeout(20_000));
      await log.appendAll(lines.slice(1));
      await caughtUp(log, one, AbortSignal.timeout(20_000));
      expect(await one.lag()).toBe(0);
      now = NOW + AFTER + MINUTE;
      const end = Date.now() + 20_000;
      while ((await log.committed(0)) < 4 && Date.now() < end) await sleep(20);
      await one.stop();
      expect(verdictsOf(settled)).toEqual(['scanner', 'scanner', 'scanner', 'scanner']);
      expect((await issueReport()).figures).toMatchObject({ clicks: 0, machineClicks: 4, settling: 0 });
      await warehouse.claim(0);
      await warehouse.insertArrivals(settled, NOW);
      await warehouse.dropSettled(0);
      expect((await issueReport()).figures).toMatchObject({ clicks: 0, machineClicks: 4, settling: 0 });
    }, 60_000);

    test('what waits when the publication is removed does not come back', async () => {
      await log.appendAll(burst());
      const one = ingester(warehouse, AFTER);
      await running(one, async () => (one.shownTo(0) ?? 0) >= 4);
      await catalog.deletePublication(publication.id);
      await warehouse.deletePublication(publication.id);
      now = NOW + AFTER + MINUTE;
      const next = ingester(warehouse, AFTER);
      await running(next, async () => (await log.committed(0)) >= 4);
      expect((await issueReport()).figures).toMatchObject({ clicks: 0, machineClicks: 0, settling: 0 });
    }, 60_000);

    test('what is older than that needs not be shown before', async () => {
      now = NOW + 60 * MINUTE;
      let shown = 0;
      const one = new Ingester({
        reader: readEmbedded(log),
        warehouse: {
          ...warehouse,
          insertArrivals: async (events, arrived) => {
            shown += events.length;
            await warehouse.insertArrivals(events, arrived);
          },
        },
        directory: catalog,
        metrics: new IngesterMetrics(new Registry()),
        logger: pino({ level: 'silent' }),
        now: () => now,
      });
      await log.appendAll([...burst(), sent(1)]);
      await running(one, async () => (await log.committed(0)) >= 5);
      expect(shown).toBe(0);
      expect((await issueReport()).figures).toMatchObject({ sent: 1, clicks: 0, machineClicks: 4 });
    }, 60_000);
  });
});
