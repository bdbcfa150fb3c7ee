import { expect, test } from '@jest/globals';
import type { PublicationId, PublicId } from '@readout/events';
import type { Catalog, NewExperiment, NewOffer } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { newOffer } from './testing/new-offer.ts';

const NOBODY = '123456789ABC' as PublicId;
const NOW = new Date(Date.UTC(2026, 2, 2, 12));
const LATER = new Date(Date.UTC(2026, 2, 20, 12));

onBothEngines('experiments', (engine) => {
  /** A publication with an offer for each of these. */
  const withOffers = async (...terms: Partial<NewOffer>[]) => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const offers: PublicId[] = [];
    for (const one of terms) offers.push((await catalog.createOffer(id, newOffer(one))).publicId);
    return { catalog, id, offers };
  };
  const between = (offers: readonly PublicId[], more: Partial<NewExperiment> = {}): NewExperiment => ({
    name: 'Seven or thirty days',
    arms: offers.map((offer, at) => ({ offer, weight: at + 1 })),
    readers: 'all',
    visitors: false,
    share: 1,
    measure: 'paid',
    guardrails: [{ measure: 'revenue', worstChange: 0.05 }],
    smallestEffect: 0.2,
    baseline: 0.0437,
    ...more,
  });
  const conflict = { code: 'OFFER_CONFLICT' };

  test('read back as they were written, the arms in their order, and are drafts', async () => {
    const { catalog, id, offers } = await withOffers({}, {}, {});
    const [one, two, three] = offers as [PublicId, PublicId, PublicId];
    const written = await catalog.createExperiment(id, between([three, one, two]));
    expect(written).toEqual({
      ...between([three, one, two]),
      publicId: expect.stringMatching(/^\w{12}$/),
      createdAt: expect.any(Date),
      startedAt: null,
      stoppedAt: null,
    });
    expect(await catalog.findExperiment(id, written.publicId)).toEqual(written);
    expect(await catalog.listExperiments(id)).toEqual([written]);
    const { id: other } = await newPublication(catalog);
    expect(await catalog.findExperiment(other, written.publicId)).toBeNull();
    expect(await catalog.listExperiments(other)).toEqual([]);
    expect(await catalog.updateExperiment(other, written.publicId, { name: 'Theirs' })).toBeNull();
    expect(await catalog.startExperiment(other, written.publicId, NOW)).toBeNull();
    expect(await catalog.stopExperiment(other, written.publicId, NOW)).toBeNull();
    expect(await catalog.deleteExperiment(other, written.publicId)).toBe(false);
  });

  test('change while they are drafts, and not after', async () => {
    const { catalog, id, offers } = await withOffers({}, {});
    const [one, two] = offers as [PublicId, PublicId];
    const { publicId } = await catalog.createExperiment(id, between([one, two]));
    const arms = [
      { offer: two, weight: 3 },
      { offer: one, weight: 1 },
    ];
    expect(await catalog.updateExperiment(id, publicId, { name: 'Again', arms, baseline: null })).toMatchObject({
      name: 'Again',
      arms,
      baseline: null,
      share: 1,
    });
    await catalog.startExperiment(id, publicId, NOW);
    await expect(catalog.updateExperiment(id, publicId, { name: 'Other' })).rejects.toThrow(/is running/);
    await expect(catalog.deleteExperiment(id, publicId)).rejects.toMatchObject(conflict);
    await catalog.stopExperiment(id, publicId, LATER);
    await expect(catalog.updateExperiment(id, publicId, { name: 'Other' })).rejects.toThrow(/is over/);
    await expect(catalog.startExperiment(id, publicId, LATER)).rejects.toMatchObject(conflict);
    await expect(catalog.deleteExperiment(id, publicId)).rejects.toMatchObject(conflict);
    expect(await catalog.findExperiment(id, publicId)).toMatchObject({ startedAt: NOW, stoppedAt: LATER });
  });

  test('that are drafts can be removed', async () => {
    const { catalog, id, offers } = await withOffers({}, {});
    const { publicId } = await catalog.createExperiment(id, between(offers));
    expect(await catalog.deleteExperiment(id, publicId)).toBe(true);
    expect(await catalog.deleteExperiment(id, publicId)).toBe(false);
  });

  test('run one at a time, also of two that are started at once', async () => {
    const { catalog, id, offers } = await withOffers({}, {});
    const drafts = [
      await catalog.createExperiment(id, between(offers)),
      await catalog.createExperiment(id, between(offers)),
    ];
    const answers = await Promise.allSettled(drafts.map(({ publicId }) => catalog.startExperiment(id, publicId, NOW)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: conflict });
    const running = (await catalog.listExperiments(id)).filter(({ startedAt }) => startedAt !== null);
    expect(running).toHaveLength(1);
    await catalog.stopExperiment(id, running[0]?.publicId ?? NOBODY, LATER);
    const other = drafts.find(({ publicId }) => publicId !== running[0]?.publicId);
    expect(await catalog.startExperiment(id, other?.publicId ?? NOBODY, LATER)).toMatchObject({ startedAt: LATER });
  });

  test('make their control the usual offer, and keep it that while they run', async () => {
    const { catalog, id, offers } = await withOffers({}, {}, {});
    const [one, two, three] = offers as [PublicId, PublicId, PublicId];
    await catalog.setUsualOffer(id, three);
    const { publicId } = await catalog.createExperiment(id, between([one, two]));
    await catalog.startExperiment(id, publicId, NOW);
    const usual = async () => (await catalog.listOffers(id)).find(({ isUsual }) => isUsual)?.publicId;
    expect(await usual()).toBe(one);
    await expect(catalog.setUsualOffer(id, three)).rejects.toMatchObject(conflict);
    await expect(catalog.setUsualOffer(id, null)).rejects.toMatchObject(conflict);
    expect(await catalog.setUsualOffer(id, one)).toBe(true);
    await catalog.stopExperiment(id, publicId, LATER);
    expect(await usual()).toBe(one);
    expect(await catalog.setUsualOffer(id, three)).toBe(true);
  });

  test('stop once: the second time changes nothing, and a draft cannot be stopped', async () => {
    const { catalog, id, offers } = await withOffers({}, {});
    const { publicId } = await catalog.createExperiment(id, between(offers));
    await expect(catalog.stopExperiment(id, publicId, NOW)).rejects.toMatchObject(conflict);
    await catalog.startExperiment(id, publicId, NOW);
    const stopped = await catalog.stopExperiment(id, publicId, LATER);
    expect(stopped).toMatchObject({ startedAt: NOW, stoppedAt: LATER });
    expect(await catalog.stopExperiment(id, publicId, new Date())).toEqual(stopped);
    expect(await catalog.stopExperiment(id, NOBODY, NOW)).toBeNull();
  });

  test('fix what their offers say from when they start, but not what the author calls them', async () => {
    const { catalog, id, offers } = await withOffers({}, {});
    const [one, two] = offers as [PublicId, PublicId];
    const { publicId } = await catalog.createExperiment(id, between([one, two]));
    expect(await catalog.updateOffer(id, one, { price: 500 })).toMatchObject({ price: 500 });
    await catalog.startExperiment(id, publicId, NOW);
    await expect(catalog.updateOffer(id, one, { price: 600 })).rejects.toMatchObject(conflict);
    await expect(catalog.archiveOffer(id, two, NOW)).rejects.toMatchObject(conflict);
    expect(await catalog.updateOffer(id, one, { name: 'Control', price: 500 })).toMatchObject({ name: 'Control' });
    await catalog.stopExperiment(id, publicId, LATER);
    await expect(catalog.updateOffer(id, two, { text: 'Now cheaper' })).rejects.toMatchObject(conflict);
    expect(await catalog.archiveOffer(id, two, LATER)).toMatchObject({ archivedAt: LATER });
  });

  test('are not made of what is no offer, is archived, is twice there, or has another currency', async () => {
    const { catalog, id, offers } = await withOffers({}, {}, { currency: 'USD' });
    const [one, two, dollars] = offers as [PublicId, PublicId, PublicId];
    const theirs = await withOffers({});
    const make = (arms: readonly PublicId[]) => catalog.createExperiment(id, between(arms));
    await expect(make([one, theirs.offers[0] ?? NOBODY])).rejects.toMatchObject({ code: 'UNKNOWN_OFFER', arm: 1 });
    await expect(make([one, one])).rejects.toThrow(RangeError);
    await expect(make([one])).rejects.toThrow(RangeError);
    await expect(make([one, dollars])).rejects.toThrow(/EUR and USD/);
    const { publicId } = await make([one, two]);
    await catalog.archiveOffer(id, two, NOW);
    await expect(make([one, two])).rejects.toMatchObject(conflict);
    await expect(catalog.startExperiment(id, publicId, NOW)).rejects.toThrow(/archive/);
    await catalog.archiveOffer(id, two, null);
    await catalog.updateOffer(id, two, { currency: 'USD' });
    await expect(catalog.startExperiment(id, publicId, NOW)).rejects.toThrow(/EUR and USD/);
    await expect(catalog.createExperiment(2_147_483_000 as PublicationId, between(offers))).rejects.toMatchObject({
      code: 'NOT_IN_CATALOG',
    });
    expect(await catalog.listExperiments(id)).toHaveLength(1);
  });

  test('a change of arms that is refused leaves the draft as it was', async () => {
    const { catalog, id, offers } = await withOffers({}, {});
    const draft = await catalog.createExperiment(id, between(offers));
    const arms = [...draft.arms, { offer: NOBODY, weight: 1 }];
    await expect(change(catalog, id, draft.publicId, { name: 'Other', arms })).rejects.toMatchObject({ arm: 2 });
    expect(await catalog.findExperiment(id, draft.publicId)).toEqual(draft);
  });
});

const change = (catalog: Catalog, id: PublicationId, publicId: PublicId, to: Partial<NewExperiment>) =>
  catalog.updateExperiment(id, publicId, to);
