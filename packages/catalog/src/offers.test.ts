import { expect, test } from '@jest/globals';
import type { PublicationId, PublicId } from '@readout/events';
import type { Catalog, NewOffer } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { newOffer } from './testing/new-offer.ts';

const NOBODY = '123456789ABC' as PublicId;
const NOW = new Date(Date.UTC(2026, 2, 2, 12));

onBothEngines('offers', (engine) => {
  test('read back as they were written, under ids of their own, each publication’s its own', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const week = await catalog.createOffer(id, newOffer({ name: 'A week', price: 4_000_000_000, text: 'NUL \0' }));
    const month = await catalog.createOffer(id, newOffer({ name: 'A month', trialDays: 30, takesCard: true }));
    expect(week).toEqual({
      ...newOffer({ name: 'A week', price: 4_000_000_000, text: 'NUL \uFFFD' }),
      id: expect.any(Number),
      publicId: expect.stringMatching(/^\w{12}$/),
      isUsual: false,
      archivedAt: null,
      createdAt: expect.any(Date),
    });
    expect(await catalog.listOffers(id)).toEqual([week, month]);
    expect(await catalog.listOffers(other.id)).toEqual([]);
    const target = { publicId: week.publicId, id: week.id, publication: id };
    expect(await catalog.findOfferTarget(week.publicId)).toEqual(target);
    expect(await catalog.findOfferTarget(NOBODY)).toBeNull();
    await expect(catalog.createOffer(2_147_483_000 as PublicationId, newOffer())).rejects.toMatchObject({
      code: 'NOT_IN_CATALOG',
    });
  });

  test('are changed by their own publication alone', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const offer = await catalog.createOffer(id, newOffer());
    expect(await catalog.updateOffer(other.id, offer.publicId, { price: 1 })).toBeNull();
    expect(await catalog.archiveOffer(other.id, offer.publicId, NOW)).toBeNull();
    expect(await catalog.setUsualOffer(other.id, offer.publicId)).toBe(false);
    expect(await catalog.updateOffer(id, offer.publicId, { price: 900, headline: 'Read on' })).toEqual({
      ...offer,
      price: 900,
      headline: 'Read on',
    });
    expect(await catalog.updateOffer(id, offer.publicId, {})).toMatchObject({ price: 900 });
  });

  test('one of them is the usual one, and may be none', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const [week, month] = [await catalog.createOffer(id, newOffer()), await catalog.createOffer(id, newOffer())];
    const usual = async () =>
      (await catalog.listOffers(id)).filter(({ isUsual }) => isUsual).map((one) => one.publicId);
    expect(await catalog.setUsualOffer(id, week.publicId)).toBe(true);
    expect(await usual()).toEqual([week.publicId]);
    expect(await catalog.setUsualOffer(id, month.publicId)).toBe(true);
    expect(await usual()).toEqual([month.publicId]);
    expect(await catalog.setUsualOffer(id, NOBODY)).toBe(false);
    expect(await usual()).toEqual([month.publicId]);
    expect(await catalog.setUsualOffer(id, null)).toBe(true);
    expect(await usual()).toEqual([]);
  });

  test('go to the archive and come back, but not the usual one', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const [week, month] = [await catalog.createOffer(id, newOffer()), await catalog.createOffer(id, newOffer())];
    await catalog.setUsualOffer(id, week.publicId);
    await expect(catalog.archiveOffer(id, week.publicId, NOW)).rejects.toMatchObject({ code: 'OFFER_CONFLICT' });
    expect(await catalog.archiveOffer(id, month.publicId, NOW)).toEqual({ ...month, archivedAt: NOW });
    expect(await catalog.archiveOffer(id, month.publicId, new Date())).toMatchObject({ archivedAt: NOW });
    await expect(catalog.setUsualOffer(id, month.publicId)).rejects.toThrow(/archive/);
    expect(await catalog.archiveOffer(id, month.publicId, null)).toEqual(month);
    expect(await catalog.archiveOffer(id, NOBODY, NOW)).toBeNull();
  });

  test('go with their publication', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const [week, month] = [await catalog.createOffer(id, newOffer()), await catalog.createOffer(id, newOffer())];
    await catalog.setUsualOffer(id, week.publicId);
    await startedBetween(catalog, id, [week.publicId, month.publicId]);
    await catalog.deletePublication(id);
    expect(await catalog.findOfferTarget(week.publicId)).toBeNull();
    expect(await catalog.listExperiments(id)).toEqual([]);
    expect((await catalog.offerings()).some(({ publication }) => publication === id)).toBe(false);
  });

  test('are told to collectors: the usual one, and what an experiment shows', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    expect(await catalog.offerings(id)).toEqual([]);
    const [week, month, year] = [
      await catalog.createOffer(id, newOffer({ name: 'A week' })),
      await catalog.createOffer(id, newOffer({ name: 'A month', trialDays: 30 })),
      await catalog.createOffer(id, newOffer({ name: 'A year' })),
    ];
    expect(await catalog.offerings(id)).toEqual([]);
    await catalog.setUsualOffer(id, year.publicId);
    const shown = ({ publicId }: { publicId: PublicId }, terms: Partial<NewOffer> = {}) => {
      const { name: _, ...all } = newOffer(terms);
      return { publicId, ...all };
    };
    expect(await catalog.offerings(id)).toEqual([
      { publication: id, offers: [shown(year)], usual: year.publicId, experiment: null },
    ]);
    const experiment = await startedBetween(catalog, id, [month.publicId, week.publicId]);
    expect(await catalog.offerings(id)).toEqual([
      {
        publication: id,
        offers: [shown(month, { trialDays: 30 }), shown(week)],
        usual: month.publicId,
        experiment: {
          publicId: experiment,
          readers: 'free',
          visitors: true,
          share: 0.5,
          arms: [
            { offer: month.publicId, weight: 1 },
            { offer: week.publicId, weight: 1 },
          ],
        },
      },
    ]);
    expect(await catalog.offerings()).toEqual(expect.arrayContaining([...(await catalog.offerings(id))]));
    await catalog.stopExperiment(id, experiment, NOW);
    expect(await catalog.offerings(id)).toEqual([
      { publication: id, offers: [shown(month, { trialDays: 30 })], usual: month.publicId, experiment: null },
    ]);
  });

  test('are for readers without access: collectors learn who has it', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const reference = (at: number) => Buffer.alloc(32, at);
    const [free, trial, premium] = await catalog.upsertReaders(id, [
      { reference: reference(1), segment: 'free' },
      { reference: reference(2), segment: 'trial' },
      { reference: reference(3), segment: 'premium' },
    ]);
    await catalog.upsertReaders(other.id, [{ reference: reference(1), segment: 'premium' }]);
    const found = [];
    for await (const page of catalog.readersWithAccess(id)) found.push(...page);
    expect(found).toEqual([trial?.id, premium?.id]);
    expect(await catalog.findReaders(id, [reference(3), reference(9), reference(1), reference(3)])).toEqual([
      premium,
      null,
      free,
      premium,
    ]);
    expect(await catalog.findReaders(id, [])).toEqual([]);
  });
});

async function startedBetween(catalog: Catalog, publication: PublicationId, offers: readonly PublicId[]) {
  const { publicId } = await catalog.createExperiment(publication, {
    name: 'Which',
    arms: offers.map((offer) => ({ offer, weight: 1 })),
    readers: 'free',
    visitors: true,
    share: 0.5,
    measure: 'paid',
    guardrails: [],
    smallestEffect: 0.1,
    baseline: null,
  });
  await catalog.startExperiment(publication, publicId, NOW);
  return publicId;
}
