import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAIL_PROVIDERS, type PublicationId } from '@readout/events';
import fc from 'fast-check';
import { openWarehouse } from '../open-warehouse.ts';
import type { Warehouse } from '../warehouse.ts';
import type { LoggedNotice } from './notices.ts';

const BEGINNING = Date.UTC(2026, 2, 2, 6);
const DAY_MS = 86_400_000;

/** Few of everything, so that much is a repeat; days apart. */
const notices = fc.array(
  fc.record({
    publication: fc.constantFrom(1, 2).map((id) => id as PublicationId),
    provider: fc.constantFrom(...MAIL_PROVIDERS),
    time: fc.constantFrom(0, 1, 7 * DAY_MS).map((after) => BEGINNING + after),
    id: fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

describe('what mail providers report', () => {
  let folder = '';
  let warehouse: Warehouse;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readout-notices-'));
    warehouse = await openWarehouse({ kind: 'embedded', path: folder });
  }, 60_000);
  afterAll(async () => {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });
  const clear = async () => {
    for (const publication of [1, 2]) await warehouse.deletePublication(publication as PublicationId);
  };

  test('counts once, as the first record that it came in, in whatever batches, also when a batch has to be again', async () => {
    await fc.assert(
      fc.asyncProperty(notices, fc.integer({ min: 1, max: 40 }), async (all, atOnce) => {
        await clear();
        const logged = all.map(
          (one, position): LoggedNotice => ({
            ...one,
            origin: { partition: 0, collector: 1, position },
          }),
        );
        const seen = new Set<string>();
        const expected = all.map((one) => {
          const name = JSON.stringify(one);
          if (seen.has(name)) return false;
          seen.add(name);
          return true;
        });
        for (const _ of ['once', 'again']) {
          const accepted: boolean[] = [];
          for (let at = 0; at < logged.length; at += atOnce) {
            accepted.push(...(await warehouse.acceptNotices(logged.slice(at, at + atOnce))));
          }
          expect(accepted).toEqual(expected);
        }
        for (const publication of [1, 2]) {
          const last = new Map<string, number>();
          for (const one of all) {
            if (one.publication !== publication) continue;
            last.set(one.provider, Math.max(last.get(one.provider) ?? 0, one.time));
          }
          expect(await warehouse.lastNotices(publication as PublicationId)).toEqual(last);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test('goes with its publication', async () => {
    await clear();
    const publication = 2 as PublicationId;
    const origin = { partition: 0, collector: 1, position: 1 };
    await warehouse.acceptNotices([{ publication, provider: 'mailgun', time: BEGINNING, id: 5, origin }]);
    expect((await warehouse.lastNotices(publication)).size).toBe(1);
    await warehouse.deletePublication(publication);
    expect((await warehouse.lastNotices(publication)).size).toBe(0);
    expect(await warehouse.acceptNotices([])).toEqual([]);
  });
});
