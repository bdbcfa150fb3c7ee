import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { OFFER, type PublicationInTest, publicationIn } from '../testing/offers-in-test.ts';

let api: ApiInTest;
let ours: PublicationInTest;
let theirs: PublicationInTest;
beforeAll(async () => {
  api = await startApi();
  ours = await publicationIn(api);
  theirs = await publicationIn(api, 'High Tide');
}, 60_000);
afterAll(async () => api.close());

const listed = async ({ path }: PublicationInTest) => (await api.call('GET', `${path}/offers`)).json.items;

describe('offers', () => {
  test('are made, listed and changed', async () => {
    const body = { ...OFFER, name: ' A month ', trialDays: 30, months: 12, text: 'Then €80 a year.', takesCard: true };
    const { status, json } = await api.call('POST', `${ours.path}/offers`, { body });
    expect([status, json]).toEqual([
      201,
      {
        ...body,
        name: 'A month',
        id: expect.stringMatching(/^\w{12}$/),
        isUsual: false,
        archivedAt: null,
        createdAt: expect.any(String),
      },
    ]);
    const plain = (await api.call('POST', `${ours.path}/offers`, { body: OFFER })).json;
    expect(plain).toMatchObject({ ...OFFER, months: 1, text: '', takesCard: false });
    expect(await listed(ours)).toEqual([json, plain]);
    const changed = await api.call('PATCH', `${ours.path}/offers/${plain.id}`, { body: { price: 900 } });
    expect([changed.status, changed.json]).toEqual([200, { ...plain, price: 900 }]);
    expect((await api.call('PATCH', `${ours.path}/offers/${plain.id}`, { body: {} })).json).toEqual(changed.json);
  });

  test.each([
    [{ name: ' ' }, 'name'],
    [{ trialDays: -1 }, 'trialDays'],
    [{ trialDays: 366 }, 'trialDays'],
    [{ trialDays: 7.5 }, 'trialDays'],
    [{ price: -1 }, 'price'],
    [{ price: 7.99 }, 'price'],
    [{ price: '800' }, 'price'],
    [{ currency: 'EURO' }, 'currency'],
    [{ currency: 'eur' }, 'currency'],
    [{ currency: 'XQQ' }, 'currency'],
    [{ months: 0 }, 'months'],
    [{ headline: '' }, 'headline'],
    [{ button: 'x'.repeat(61) }, 'button'],
    [{ takesCard: 'yes' }, 'takesCard'],
    [{ isUsual: true }, 'body'],
  ])('with %j are refused, and the field is named', async (wrong, field) => {
    const before = await listed(ours);
    const { status, json } = await api.call('POST', `${ours.path}/offers`, { body: { ...OFFER, ...wrong } });
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', field]);
    const change = await api.call('PATCH', `${ours.path}/offers/${before[0].id}`, { body: wrong });
    expect([change.status, change.json.errors[0].path]).toEqual([400, field]);
    expect(await listed(ours)).toEqual(before);
  });

  test('one is the usual one, and is not put into the archive', async () => {
    const { path, offer } = await publicationIn(api);
    const [one, two] = [await offer(), await offer()];
    const choose = async (id: string | null) => api.call('PUT', `${path}/offers/usual`, { body: { offer: id } });
    const usual = (items: { id: string; isUsual: boolean }[]) =>
      items.filter((item) => item.isUsual).map(({ id }) => id);
    expect(usual((await choose(one)).json.items)).toEqual([one]);
    expect(usual((await choose(two)).json.items)).toEqual([two]);
    const refused = await api.call('POST', `${path}/offers/${two}/archive`);
    expect([refused.status, refused.json.code, refused.json.detail]).toEqual([
      409,
      'conflict',
      expect.stringMatching(/usual/),
    ]);
    expect((await api.call('POST', `${path}/offers/${one}/archive`)).json.archivedAt).toBe(new Date(NOW).toISOString());
    expect([(await choose(one)).status, (await choose('nobodysoffer')).status, (await choose('x')).status]).toEqual([
      409, 422, 422,
    ]);
    expect((await api.call('POST', `${path}/offers/${one}/restore`)).json.archivedAt).toBeNull();
    expect(usual((await choose(null)).json.items)).toEqual([]);
  });

  test('of another publication are nobody’s business', async () => {
    const id = await ours.offer();
    const before = await listed(ours);
    const calls = (path: string) =>
      [
        ['GET', `${path}/offers`],
        ['POST', `${path}/offers`, OFFER],
        ['PUT', `${path}/offers/usual`, { offer: id }],
        ['PATCH', `${path}/offers/${id}`, { price: 1 }],
        ['POST', `${path}/offers/${id}/archive`],
        ['POST', `${path}/offers/${id}/restore`],
        ['GET', `${path}/offer?reader=ana`],
        ['POST', `${path}/offer`, { readers: ['ana'] }],
      ] as const;
    for (const [method, path, body] of calls(ours.path)) {
      const foreign = await api.call(method, path, { key: theirs.key, body });
      const out = await api.call(method, path, { key: null, body });
      expect([method, path, foreign.status, out.status]).toEqual([method, path, 404, 401]);
    }
    // Named in a path of their own, our offer is none.
    for (const [method, path, body] of calls(theirs.path).slice(2, 6)) {
      const { status } = await api.call(method, path, { key: theirs.key, body });
      expect([method, path, status]).toEqual([method, path, method === 'PUT' ? 422 : 404]);
    }
    expect((await api.call('PATCH', `${ours.path}/offers/nonsense`, { body: {} })).status).toBe(404);
    expect(await listed(ours)).toEqual(before);
  });
});
