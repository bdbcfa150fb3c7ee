import { expect, test } from '@jest/globals';
import type { PublicationId } from '@readout/events';
import { newPublication, onBothEngines } from './testing/engines.ts';

onBothEngines('what is collected', (engine) => {
  test('is told for every publication, as it is set at that moment', async () => {
    const { catalog } = engine;
    expect(await catalog.collectionRules()).toEqual([]);
    const [open, quiet] = [await newPublication(catalog), await newPublication(catalog)];
    const everything = { sites: [], tracksOpens: true, tracksClicks: true, tracksReaders: true };
    const change = { sites: ['https://letters.example'], tracksReaders: false };
    await catalog.updatePublication(quiet.id, change);
    expect(await catalog.collectionRules()).toEqual([
      { publication: open.id, publicId: open.publicId, ...everything },
      { publication: quiet.id, publicId: quiet.publicId, ...everything, ...change },
    ]);
    expect(await catalog.findCollectionRules(quiet.id)).toEqual((await catalog.collectionRules())[1]);
    await catalog.deletePublication(open.id);
    expect(await catalog.findCollectionRules(open.id)).toBeNull();
    for (const number of [0, 0.5, 2_147_483_648]) {
      expect(await catalog.findCollectionRules(number as PublicationId)).toBeNull();
    }
    expect((await catalog.collectionRules()).map(({ publication }) => publication)).toEqual([quiet.id]);
  });
});

onBothEngines('the salt of a day', (engine) => {
  test('is the same for everybody who asks for that day, and another on every day', async () => {
    const { catalog } = engine;
    const asked = await Promise.all(Array.from({ length: 20 }, () => catalog.dailySalt('2026-03-01')));
    const [salt = new Uint8Array()] = asked;
    expect(salt).toBeInstanceOf(Uint8Array);
    expect(salt).toHaveLength(32);
    for (const one of asked) expect(one).toEqual(salt);
    const next = await catalog.dailySalt('2026-03-02');
    expect(next).not.toEqual(salt);
    expect(await catalog.dailySalt('2026-03-02')).toEqual(next);
    expect(await catalog.dailySalt('2026-03-01')).toEqual(salt);
  });

  test('is destroyed two days later, over the end of a month and of a leap year as well', async () => {
    const { catalog } = engine;
    for (const [day, next, destroying] of [
      ['2027-06-09', '2027-06-10', '2027-06-11'],
      ['2028-02-28', '2028-02-29', '2028-03-01'],
      ['2028-12-30', '2028-12-31', '2029-01-01'],
    ] as const) {
      const [salt, kept] = [await catalog.dailySalt(day), await catalog.dailySalt(next)];
      expect(await catalog.dailySalt(day)).toEqual(salt);
      await catalog.dailySalt(destroying);
      expect(await catalog.dailySalt(next)).toEqual(kept);
      expect(await catalog.dailySalt(day)).not.toEqual(salt);
    }
  });

  test.each([
    '',
    'today',
    '2026-3-2',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-03-02T00:00:00Z',
    '2026-03-02\n',
    ' 2026-03-02',
    '+2026-03-02',
    '0000-01-01',
    '0000-12-31',
  ])('is not given for %j', async (day) => {
    await expect(engine.catalog.dailySalt(day)).rejects.toThrow(RangeError);
    await expect(engine.catalog.dailySalt(day)).rejects.toThrow('is not a day: write it as 2026-03-02.');
  });

  test('is given for the first and the last day that can be written', async () => {
    const { catalog } = engine;
    expect(await catalog.dailySalt('0001-01-01')).toHaveLength(32);
    expect(await catalog.dailySalt('9999-12-31')).toHaveLength(32);
  });
});
