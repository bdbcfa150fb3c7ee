import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCatalog } from '@readout/catalog';
import { openEmbeddedLog, readEmbedded } from '@readout/event-log';
import { encodeRecord, type Statement } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { type BillingStatement, openWarehouse } from '@readout/warehouse';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { caughtUp } from './caught-up.ts';
import { Ingester } from './ingester.ts';
import { IngesterMetrics } from './metrics.ts';

const NOW = 1_780_000_000_000;

test('what billing systems state is of a reader by token or reference, and of a subscription, or can be led to one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-statements-'));
  const log = await openEmbeddedLog({ directory: join(folder, 'log'), retention: { maxAgeMs: 1e12, maxBytes: 1e9 } });
  const warehouse = await openWarehouse({ kind: 'embedded', path: join(folder, 'warehouse') });
  const catalog = await openCatalog({ kind: 'embedded', path: null });
  try {
    const { id } = await catalog.createPublication({ name: 'Test', timeZone: 'UTC', isSample: false });
    const references = [randomBytes(32), randomBytes(32)] as const;
    const readers = await catalog.upsertReaders(
      id,
      references.map((reference) => ({ reference, segment: 'free' })),
    );
    const [first, second] = readers;
    if (first === undefined || second === undefined) throw new Error('they were added');
    const token = mintToken(await catalog.signingKey(id), first.id);
    const statement = (says: Statement['says'], more: Partial<Statement> = {}) =>
      encodeRecord({ type: 'statement', version: 1, system: 'stripe', time: NOW, publication: id, says, ...more });
    const refund = { what: 'refund', id: 5, amount: 900, currency: 'EUR', disputed: false } as const;
    await log.appendAll([
      statement({ what: 'payment', id: 1, amount: 900, currency: 'EUR' }, { subscription: 7, token }),
      statement({ what: 'identity' }, { customer: 8, reference: references[1].toString('hex') }),
      statement({ what: 'identity' }, { customer: 9, reference: 'ab'.repeat(32) }),
      // Each leads to the next: a refund to its charge, the charge to its payment, the payment to its subscription.
      statement({ what: 'charge', id: 3, payment: 1 }),
      statement({ ...refund, charge: 3 }),
      statement(refund),
      statement({ what: 'failure', id: 6, amount: 900, currency: 'EUR' }),
    ]);
    const seen: BillingStatement[] = [];
    const ingester = new Ingester({
      reader: readEmbedded(log),
      warehouse: {
        ...warehouse,
        insertStatements: async (statements) => {
          seen.push(...statements);
          await warehouse.insertStatements(statements);
        },
      },
      directory: catalog,
      metrics: new IngesterMetrics(new Registry()),
      logger: pino({ level: 'silent' }),
      now: () => NOW,
      settlesAfterMs: 0,
    });
    ingester.start((error) => {
      throw error;
    });
    await caughtUp(log, ingester, AbortSignal.timeout(30_000));
    await ingester.stop();
    expect(seen.map(({ subscription, reader, says }) => [says.what, subscription, reader])).toEqual([
      ['payment', 7, first.id],
      ['identity', null, second.id],
      ['identity', null, null],
      ['charge', null, null],
      ['refund', null, null],
    ]);
    expect((await warehouse.quarantine({ limit: 10 })).records.map(({ reason }) => reason).sort()).toEqual([
      'its failure is of no subscription',
      'its refund is of no subscription',
    ]);
    expect(await warehouse.lastStatements(id)).toEqual(new Map([['stripe', NOW]]));
  } finally {
    await warehouse.close();
    await catalog.close();
    await log.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
