import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { assign } from '@readout/experiments';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';
import { type PublicationInTest, publicationIn } from '../testing/offers-in-test.ts';

const MANY = Array.from({ length: 40 }, (_, at) => `reader-${at}@example.org`);

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

const one = async ({ path }: PublicationInTest, query: string) =>
  (await api.call('GET', `${path}/offer?${query}`)).json;
const many = async ({ path }: PublicationInTest, readers: readonly string[]) =>
  (await api.call('POST', `${path}/offer`, { body: { readers } })).json;
const start = async ({ path }: PublicationInTest, experiment: string) =>
  api.call('POST', `${path}/experiments/${experiment}/start`);

describe('what a reader is offered', () => {
  test('is nothing at first, then the usual offer', async () => {
    const publication = await publicationIn(api);
    await publication.recipients({ ana: 'free' });
    expect(await one(publication, 'reader=ana')).toEqual({ experiment: null, offer: null });
    const id = await publication.offer();
    await api.call('PUT', `${publication.path}/offers/usual`, { body: { offer: id } });
    expect(await one(publication, 'reader=ana')).toEqual({
      experiment: null,
      offer: {
        id,
        trialDays: 7,
        price: 800,
        months: 1,
        currency: 'EUR',
        headline: 'Read on for a week',
        text: '',
        button: 'Start reading',
        takesCard: false,
      },
    });
    expect(await one(publication, 'reader=nobody')).toMatchObject({ experiment: null, offer: { id } });
  });

  test('is the same by name, by token and in a list; half and half; and the control once it is stopped', async () => {
    const publication = await publicationIn(api);
    const tokens = await publication.recipients(Object.fromEntries(MANY.map((name) => [name, 'free'])));
    const [control, other] = [await publication.offer(), await publication.offer({ trialDays: 30 })];
    const experiment = await publication.draft([control, other]);
    expect(await many(publication, MANY)).toMatchObject({ items: MANY.map((reader) => ({ reader, offer: null })) });
    await start(publication, experiment);
    const { items, offers } = await many(publication, MANY);
    expect(items.map(({ reader, token }: { reader: string; token: string }) => [reader, token])).toEqual([...tokens]);
    const shown = items.map(({ offer }: { offer: string }) => offer);
    expect(new Set(shown)).toEqual(new Set([control, other]));
    expect(offers.map(({ id, trialDays }: { id: string; trialDays: number }) => [id, trialDays])).toEqual(
      expect.arrayContaining([
        [control, 7],
        [other, 30],
      ]),
    );
    for (const { reader, token, offer } of items.slice(0, 8)) {
      const expected = { experiment, offer: { id: offer } };
      expect(await one(publication, `reader=${encodeURIComponent(reader)}`)).toMatchObject(expected);
      expect(await one(publication, `token=${token}`)).toMatchObject(expected);
    }
    // Anybody can compute it.
    const kept = await api.catalog.findPublication(publication.id as PublicId);
    const [running] = kept === null ? [] : await api.catalog.offerings(kept.id);
    if (running?.experiment == null) throw new Error('nothing runs');
    for await (const page of api.catalog.readersWithAccess(running.publication)) expect(page).toEqual([]);
    const { experiment: it } = running;
    const computed = [1, 2, 3].map((number) => assign(it, { number: number as never, hasAccess: false }).takesPart);
    expect(computed).toEqual([true, true, true]);

    await api.call('POST', `${publication.path}/experiments/${experiment}/stop`);
    expect(
      (await many(publication, MANY)).items.every(
        (item: { experiment: null; offer: string }) => item.experiment === null && item.offer === control,
      ),
    ).toBe(true);
  });

  test('is the control for those who take no part: payers where free readers are asked for, and strangers', async () => {
    const publication = await publicationIn(api);
    const standings = Object.fromEntries(
      MANY.map((name, at) => [name, ['free', 'trial', 'premium'][at % 3] ?? 'free']),
    );
    await publication.recipients(standings);
    const [control, other] = [await publication.offer(), await publication.offer()];
    await start(publication, await publication.draft([control, other], { readers: 'free' }));
    const { items } = await many(publication, [...MANY, 'stranger']);
    for (const [at, { experiment, offer, token }] of items.entries()) {
      const takesPart = at < MANY.length && at % 3 === 0;
      expect([at, experiment !== null, token !== null]).toEqual([at, takesPart, at < MANY.length]);
      if (!takesPart) expect(offer).toBe(control);
    }
  });

  test('is the control for everybody where the publication does not recognise readers', async () => {
    const publication = await publicationIn(api);
    await publication.recipients(Object.fromEntries(MANY.map((name) => [name, 'free'])));
    const [control, other] = [await publication.offer(), await publication.offer()];
    await start(publication, await publication.draft([control, other]));
    await api.call('PATCH', publication.path, { body: { tracksReaders: false } });
    const { items } = await many(publication, MANY);
    expect(new Set(items.map(({ offer }: { offer: string }) => offer))).toEqual(new Set([control]));
  });

  test('is asked for by one name or one token of the publication’s own', async () => {
    const [publication, other] = [await publicationIn(api), await publicationIn(api)];
    const foreign = (await other.recipients({ ana: 'free' })).get('ana') ?? '';
    for (const [query, status] of [
      ['', 400],
      ['?reader=ana&token=x', 400],
      ['?reader=', 400],
      ['?token=x', 422],
      [`?token=${foreign}`, 422],
      ['?other=1', 400],
    ] as const) {
      expect([query, (await api.call('GET', `${publication.path}/offer${query}`)).status]).toEqual([query, status]);
    }
    for (const readers of [[], [''], 'ana', Array.from({ length: 10_001 }, () => 'x')]) {
      expect((await api.call('POST', `${publication.path}/offer`, { body: { readers } })).status).toBe(400);
    }
  });
});
