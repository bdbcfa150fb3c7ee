import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCatalog } from '@readout/catalog';
import type { PublicId } from '@readout/events';
import { Places } from '@readout/network';
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
    await catalog.setMailProvider(first.id, 'mailgun', 'a key');
    await catalog.setBillingSystem(first.id, { system: 'stripe', secret: 'whsec_1', account: null, takesTests: true });
    expect(await known(...links)).toEqual([true, false]);
    expect(copy.billingSystem(first.publicId, 'stripe')).toEqual({
      secret: 'whsec_1',
      account: null,
      takesTests: true,
    });
    expect(copy.billingSystem(first.publicId, 'webhook')).toBeNull();
    expect(copy.billingSystem(second.publicId, 'stripe')).toBeNull();
    await catalog.removeBillingSystem(first.id, 'stripe');
    await known();
    expect(copy.billingSystem(first.publicId, 'stripe')).toBeNull();
    expect(copy.providerKey(first.publicId, 'mailgun')).toBe('a key');
    expect(copy.providerKey(first.publicId, 'sendgrid')).toBeNull();
    expect(copy.providerKey(second.publicId, 'mailgun')).toBeNull();
    expect(copy.referenceSecret()).toEqual(Buffer.from(await catalog.installationSecret('reader-reference')));
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

test('what billing systems are verified by is there after a start without the catalog', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-copy-'));
  const catalog = await openCatalog({ kind: 'embedded', path: null });
  const { id, publicId } = await catalog.createPublication({ name: 'First', timeZone: 'UTC', isSample: false });
  await catalog.setBillingSystem(id, { system: 'webhook', secret: 'whsec_1', account: null, takesTests: false });
  const before = new CatalogCopy(folder);
  await new CatalogSync(catalog, before, pino({ level: 'silent' }), Date.now).sync();
  await before.close();
  await catalog.close();
  const copy = new CatalogCopy(folder);
  // A mock of a catalog that is away: it refuses whatever it is asked.
  const away = Object.assign(Object.create(catalog), { countTargets: () => Promise.reject(new Error('away')) });
  const sync = new CatalogSync(away, copy, pino({ level: 'silent' }), Date.now);
  try {
    await sync.start();
    expect(copy.billingSystem(publicId, 'webhook')).toMatchObject({ secret: 'whsec_1' });
    expect(copy.referenceSecret()).toBeDefined();
  } finally {
    await sync.stop();
    await copy.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

test('a link that nobody sees leads on like any other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-copy-'));
  const catalog = await openCatalog({ kind: 'embedded', path: null });
  const copy = new CatalogCopy(folder);
  try {
    const { id } = await catalog.createPublication({ name: 'First', timeZone: 'UTC', isSample: false });
    const honeypot = { url: 'https://letters.example/', text: '', kind: 'honeypot', section: null } as const;
    const { links } = await catalog.createIssue(id, { ...NEW_ISSUE, links: [honeypot] });
    await new CatalogSync(catalog, copy, pino({ level: 'silent' }), Date.now).sync();
    const { status, headers } = copy.link(links[0]?.publicId as PublicId)?.answer ?? {};
    expect([status, headers]).toEqual([302, expect.arrayContaining(['Location', 'https://letters.example/'])]);
  } finally {
    await copy.close();
    await catalog.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

test('the secret of places comes from the catalog once, is there after a start without it, and is that of a new catalog', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-copy-'));
  const catalog = await openCatalog({ kind: 'embedded', path: null });
  const another = await openCatalog({ kind: 'embedded', path: null });
  const expected = new Places(await catalog.installationSecret('places')).of('88.26.241.17');
  let asked = 0;
  const counting = Object.assign(Object.create(catalog), {
    installationSecret: (name: string) => {
      asked++;
      return catalog.installationSecret(name);
    },
  }) as typeof catalog;
  try {
    const copy = new CatalogCopy(folder);
    expect(copy.places()).toBeNull();
    const sync = new CatalogSync(counting, copy, pino({ level: 'silent' }), Date.now);
    await sync.sync();
    await sync.sync();
    // That of places, and that of what senders call their readers.
    expect(asked).toBe(2);
    expect(copy.places()?.of('88.26.241.200')).toBe(expected);
    await copy.close();
    const later = new CatalogCopy(folder, { readOnly: true });
    expect(later.places()?.of('88.26.241.17')).toBe(expected);
    await later.close();

    const moved = new CatalogCopy(folder);
    await new CatalogSync(another, moved, pino({ level: 'silent' }), Date.now).sync();
    const others = new Places(await another.installationSecret('places'));
    expect(moved.places()?.of('88.26.241.17')).toBe(others.of('88.26.241.17'));
    await moved.close();
  } finally {
    await another.close();
    await catalog.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

test('what is offered to whom follows: offers, the experiment that runs, keys, and who has access where that is asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-copy-'));
  const catalog = await openCatalog({ kind: 'embedded', path: null });
  let clock = 0;
  let now = Date.now();
  const copy = new CatalogCopy(folder, { clock: () => clock });
  const sync = new CatalogSync(catalog, copy, pino({ level: 'silent' }), () => now);
  const synced = async () => {
    await sync.sync();
    clock += 2_000;
  };
  try {
    const { id } = await catalog.createPublication({ name: 'First', timeZone: 'UTC', isSample: false });
    const terms = { trialDays: 7, price: 800, currency: 'EUR', months: 1, headline: 'Read on', text: '', button: 'Go' };
    const [one, other] = [
      await catalog.createOffer(id, { name: 'One', takesCard: false, ...terms }),
      await catalog.createOffer(id, { name: 'Other', takesCard: true, ...terms }),
    ];
    const [free, paying] = await catalog.upsertReaders(id, [
      { reference: Buffer.alloc(32, 1), segment: 'free' },
      { reference: Buffer.alloc(32, 2), segment: 'premium' },
    ]);
    if (free === undefined || paying === undefined) throw new Error('there are two');
    await synced();
    expect(copy.offering(id)).toBeUndefined();
    const key = await catalog.signingKey(id);
    expect(copy.tokenKey(key.id)?.secret).toEqual(Buffer.from(key.secret));

    const { publicId } = await catalog.createExperiment(id, {
      name: 'Which',
      arms: [one, other].map((offer) => ({ offer: offer.publicId, weight: 1 })),
      readers: 'free',
      visitors: false,
      share: 1,
      measure: 'paid',
      guardrails: [],
      smallestEffect: 0.1,
      baseline: null,
    });
    await catalog.startExperiment(id, publicId, new Date());
    await synced();
    expect(copy.offering(id)).toMatchObject({ usual: one.publicId, experiment: { publicId, readers: 'free' } });
    expect(JSON.parse(copy.offering(id)?.told.get(other.publicId) ?? '')).toEqual({
      id: other.publicId,
      takesCard: true,
      ...terms,
    });
    expect([copy.hasAccess(id, free.id), copy.hasAccess(id, paying.id)]).toEqual([false, true]);

    await catalog.upsertReaders(id, [{ reference: Buffer.alloc(32, 1), segment: 'trial' }]);
    await synced();
    expect(copy.hasAccess(id, free.id)).toBe(false);
    now += 61_000;
    await synced();
    expect(copy.hasAccess(id, free.id)).toBe(true);

    await catalog.stopExperiment(id, publicId, new Date());
    await synced();
    expect(copy.offering(id)).toMatchObject({ usual: one.publicId, experiment: null });
    expect(copy.hasAccess(id, paying.id)).toBe(false);
  } finally {
    await copy.close();
    await catalog.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
