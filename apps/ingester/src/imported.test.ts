import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCatalog } from '@readout/catalog';
import { openEmbeddedLog, readEmbedded } from '@readout/event-log';
import { encodeRecord, type Fact } from '@readout/events';
import { openWarehouse } from '@readout/warehouse';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { caughtUp } from './caught-up.ts';
import { Ingester } from './ingester.ts';
import { IngesterMetrics } from './metrics.ts';

const NOW = 1_780_000_000_000;
const SENT = NOW - 400 * 86_400_000;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

test('what is imported is judged by its agent and by how soon after it was sent, in one import or in two', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-imported-'));
  const log = await openEmbeddedLog({ directory: join(folder, 'log'), retention: { maxAgeMs: 1e12, maxBytes: 1e9 } });
  const warehouse = await openWarehouse({ kind: 'embedded', path: join(folder, 'warehouse') });
  const catalog = await openCatalog({ kind: 'embedded', path: null });
  try {
    const { id } = await catalog.createPublication({ name: 'Test', timeZone: 'UTC', isSample: false });
    const make = () =>
      catalog.createIssue(id, {
        title: 'x',
        subtitle: '',
        sentAt: new Date(SENT),
        hasPaywall: false,
        sections: [],
        links: [],
      });
    const [atOnce, inTwo] = [await make(), await make()];
    const fact = (kind: Fact['kind'], issue: number, reader: number, time: number, more: Partial<Fact> = {}) =>
      encodeRecord({ type: 'fact', version: 1, kind, time, publication: id, issue, reader, source: 'import', ...more });
    const sent = (issue: number) =>
      [1, 2, 3, 4, 5, 6, 7].map((reader) => fact('sent', issue, reader, SENT, { segment: 'free' }));
    const opened = (issue: number) => [
      fact('opened', issue, 1, SENT + 3_600_000, { agent: CHROME, country: 'ES' }),
      fact('opened', issue, 2, SENT + 3_600_000, { agent: 'Mozilla/5.0' }),
      fact('opened', issue, 3, SENT + 3_600_000, { agent: 'x (via ggpht.com GoogleImageProxy)' }),
      fact('opened', issue, 4, SENT + 3_600_000, { agent: '' }),
      // Whoever wrote these two down keeps no agents.
      fact('opened', issue, 6, SENT + 7_200_000),
      fact('opened', issue, 7, SENT + 3_000),
      // Nobody is that fast.
      fact('opened', issue, 5, SENT + 500, { agent: CHROME }),
    ];
    const ingester = new Ingester({
      reader: readEmbedded(log),
      warehouse,
      directory: catalog,
      metrics: new IngesterMetrics(new Registry()),
      logger: pino({ level: 'silent' }),
      now: () => NOW,
    });
    ingester.start((error) => {
      throw error;
    });
    const written = () => caughtUp(log, ingester, AbortSignal.timeout(30_000));
    await log.appendAll([...sent(atOnce.id), ...opened(atOnce.id), ...sent(inTwo.id)]);
    await written();
    await log.appendAll(opened(inTwo.id));
    await written();
    await ingester.stop();
    const judged = async (issue: typeof atOnce.id) => {
      const events = await warehouse.judgedEvents({ publication: id, issue, limit: 20 });
      return new Map(
        events.map(({ time, client, verdict, reasons, confidence, country, sentAt, isSettled }) => [
          `${client} ${time - SENT}`,
          { verdict, reasons, confidence, country, sentAt, isSettled },
        ]),
      );
    };
    const one = await judged(atOnce.id);
    expect(one).toEqual(await judged(inTwo.id));
    expect([...one.values()].map(({ verdict }) => verdict).sort()).toEqual(
      expect.arrayContaining(['human', 'prefetched', 'proxied']),
    );
    expect(one.get('Chrome 142 / Windows 3600000')).toMatchObject({
      verdict: 'human',
      country: 'ES',
      sentAt: SENT,
      isSettled: true,
    });
    expect(one.get(' 3600000')).toMatchObject({ verdict: 'unclear', reasons: ['no_agent'] });
    expect(one.get('not kept 7200000')).toMatchObject({ verdict: 'human', reasons: ['agent_not_kept'] });
    expect(one.get('not kept 3000')?.verdict).toBe('unclear');
    const sureOf = (after: number) => one.get(`Chrome 142 / Windows ${after}`)?.confidence ?? Number.NaN;
    expect(sureOf(500)).toBeLessThan(sureOf(3_600_000));
    const { figures } = await warehouse.issueReport({ publication: id, issue: atOnce.id, linkSections: new Map() });
    expect(figures).toMatchObject({ sent: 7, delivered: 7, sentTo: { free: 7 } });

    // The ledger holds exactly what was brought, whoever brought it.
    expect(await warehouse.issuesImported(id)).toEqual(new Set([atOnce.id, inTwo.id]));
    const held = await warehouse.importedEvents({ publication: id, issue: inTwo.id, kinds: ['sent', 'opened'] });
    expect(held).toHaveLength(14);
    expect(held).toContainEqual({ kind: 'opened', reader: 5, time: SENT + 500 });
    expect(await warehouse.importedEvents({ publication: id, issue: null, kinds: ['subscribed'] })).toEqual([]);
  } finally {
    await log.close();
    await warehouse.close();
    await catalog.close();
    await rm(folder, { recursive: true });
  }
}, 60_000);
