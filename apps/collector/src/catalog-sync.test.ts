import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCatalog } from '@readout/catalog';
import type { PublicId } from '@readout/events';
import { pino } from 'pino';
import { CatalogCopy } from './catalog-copy.ts';
import { CatalogSync } from './catalog-sync.ts';

const NEW_ISSUE = {
  title: 'One',
  subtitle: '',
  sentAt: null,
  hasPaywall: false,
  sections: [],
  links: [{ url: 'https://example.com/', text: 'a', kind: 'outbound', section: null }],
} as const;

test('the copy follows what is added to the catalog, and what is removed from it, down to nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-copy-'));
  const catalog = await openCatalog({ kind: 'embedded', path: null });
  let clock = 0;
  const copy = new CatalogCopy(folder, { clock: () => clock });
  const sync = new CatalogSync(catalog, copy, pino({ level: 'silent' }), Date.now);
  const known = async (...ids: readonly (PublicId | undefined)[]) => {
    await sync.sync();
    clock += 2_000;
    return ids.map((id) => id !== undefined && copy.link(id) !== undefined);
  };
  try {
    const settings = { timeZone: 'UTC', isSample: false } as const;
    const first = await catalog.createPublication({ name: 'First', ...settings });
    const second = await catalog.createPublication({ name: 'Second', ...settings, tracksOpens: false });
    const [one, other] = [
      await catalog.createIssue(first.id, NEW_ISSUE),
      await catalog.createIssue(second.id, NEW_ISSUE),
    ];
    const links = [one.links[0]?.publicId, other.links[0]?.publicId];
    expect(await known(...links)).toEqual([true, true]);
    expect(copy.issue(other.publicId)).toBe(second.id);
    expect(copy.rulesOf(second.id)?.tracksOpens).toBe(false);
    await catalog.deletePublication(second.id);
    expect(await known(...links)).toEqual([true, false]);
    expect(copy.issue(other.publicId)).toBeUndefined();
    expect(copy.rulesOf(second.id)).toBeUndefined();
    await catalog.deletePublication(first.id);
    expect(await known(...links)).toEqual([false, false]);
    // Nothing is left to be looked for again and again.
    expect(copy.counts).toEqual(await catalog.countTargets());
  } finally {
    await copy.close();
    await catalog.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
