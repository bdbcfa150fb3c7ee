import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { between, type PublicationInTest, publicationIn } from '../testing/offers-in-test.ts';

let api: ApiInTest;
let ours: PublicationInTest;
let one: string;
let two: string;
let draft: object;
beforeAll(async () => {
  api = await startApi();
  ours = await publicationIn(api);
  one = await ours.offer();
  two = await ours.offer({ trialDays: 30 });
  draft = between([one, two]);
}, 60_000);
afterAll(async () => api.close());

const call = (method: string, where = '', body?: object, key?: string | null) =>
  api.call(method, `${ours.path}/experiments${where}`, {
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });

describe('experiments', () => {
  test('are drafted, read, changed and removed', async () => {
    const { status, json } = await call('POST', '', draft);
    expect([status, json]).toEqual([
      201,
      {
        ...draft,
        id: expect.stringMatching(/^\w{12}$/),
        state: 'draft',
        readers: 'all',
        visitors: false,
        share: 1,
        guardrails: [],
        baseline: null,
        createdAt: expect.any(String),
        startedAt: null,
        stoppedAt: null,
      },
    ]);
    expect((await call('GET', `/${json.id}`)).json).toEqual(json);
    const change = {
      arms: [
        { offer: two, weight: 3 },
        { offer: one, weight: 1 },
      ],
      guardrails: [{ measure: 'revenue', worstChange: 0.1 }],
      share: 0.5,
    };
    const changed = await call('PATCH', `/${json.id}`, change);
    expect([changed.status, changed.json]).toEqual([200, { ...json, ...change }]);
    expect((await call('GET')).json.items).toEqual([changed.json]);
    expect((await call('DELETE', `/${json.id}`)).status).toBe(204);
    expect((await call('DELETE', `/${json.id}`)).status).toBe(404);
    expect((await call('GET', `/${json.id}`)).status).toBe(404);
  });

  test('start, run alone, and stop by one call', async () => {
    const [first, second] = [await ours.draft([one, two]), await ours.draft([two, one])];
    const started = await call('POST', `/${first}/start`);
    expect([started.status, started.json]).toEqual([
      200,
      expect.objectContaining({ state: 'running', startedAt: new Date(NOW).toISOString(), stoppedAt: null }),
    ]);
    for (const [where, body, says] of [
      [`/${first}/start`, undefined, /is running/],
      [`/${second}/start`, undefined, /one at a time/],
      [`/${second}/stop`, undefined, /not started/],
    ] as const) {
      const { status, json } = await call('POST', where, body);
      expect([where, status, json.code, json.detail]).toEqual([where, 409, 'conflict', expect.stringMatching(says)]);
    }
    expect((await call('PATCH', `/${first}`, { name: 'Other' })).status).toBe(409);
    expect((await call('DELETE', `/${first}`)).status).toBe(409);
    const offer = (id: string) => `${ours.path}/offers/${id}`;
    expect((await api.call('PATCH', offer(two), { body: { price: 1 } })).status).toBe(409);
    expect((await api.call('POST', `${offer(two)}/archive`)).status).toBe(409);
    expect((await api.call('PUT', `${ours.path}/offers/usual`, { body: { offer: two } })).status).toBe(409);

    const stopped = await call('POST', `/${first}/stop`);
    expect([stopped.status, stopped.json.state]).toEqual([200, 'stopped']);
    expect((await call('POST', `/${first}/stop`)).json).toEqual(stopped.json);
    expect((await call('POST', `/${first}/start`)).status).toBe(409);
    expect((await call('PATCH', `/${first}`, { name: 'Other' })).status).toBe(409);
    expect((await call('POST', `/${second}/start`)).status).toBe(200);
    expect((await call('POST', `/${second}/stop`)).status).toBe(200);
    expect(api.logged.filter((line) => /an experiment was started/.test(line))).toHaveLength(2);
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ arms: [] }, 'arms'],
    [{ measure: 'clicks' }, 'measure'],
    [{ share: 0 }, 'share'],
    [{ share: 1.1 }, 'share'],
    [{ readers: 'premium' }, 'readers'],
    [{ visitors: 1 }, 'visitors'],
    [{ smallestEffect: 0 }, 'smallestEffect'],
    [{ baseline: 0 }, 'baseline'],
    [{ baseline: 1.2 }, 'baseline'],
    [{ guardrails: [{ measure: 'paid', worstChange: 0.1 }] }, 'guardrails.0.measure'],
    [{ guardrails: [{ measure: 'refunds', worstChange: 0 }] }, 'guardrails.0.worstChange'],
    [
      { guardrails: Array.from({ length: 2 }, () => ({ measure: 'refunds', worstChange: 0.1 })) },
      'guardrails.1.measure',
    ],
    [{ state: 'running' }, 'body'],
  ])('with %j are refused, drafted or changed', async (wrong, field) => {
    const { status, json } = await call('POST', '', { ...draft, ...wrong });
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', field]);
    const id = await ours.draft([one, two]);
    const change = await call('PATCH', `/${id}`, wrong);
    expect([change.status, change.json.errors[0].path]).toEqual([400, field]);
    await call('DELETE', `/${id}`);
  });

  test.each([
    ['no weight', [{}, { weight: 0 }], 400, 'arms.1.weight'],
    ['a weight of a half', [{}, { weight: 0.5 }], 400, 'arms.1.weight'],
    ['one offer', [{}], 400, 'arms'],
    ['eleven offers', Array.from({ length: 11 }, () => ({})), 400, 'arms'],
    ['an offer twice', [{}, { offer: 'first' }], 400, 'arms.1.offer'],
    ['what is no offer', [{}, { offer: '123456789ABC' }], 422, 'arms.1.offer'],
    ['what can be no offer', [{}, { offer: 'my offer' }], 422, 'arms.1.offer'],
  ])('of %s are refused', async (_, given, status, field) => {
    const arms = given.map((arm, at) => ({ offer: [one, two][at] ?? `${at}`, weight: 1, ...arm }));
    for (const arm of arms) if (arm.offer === 'first') arm.offer = one;
    const { status: got, json } = await call('POST', '', { ...draft, arms });
    expect([got, json.errors[0].path]).toEqual([status, field]);
  });

  test('between currencies are refused, also where one changed since the draft', async () => {
    const dollars = await ours.offer({ currency: 'USD' });
    const { status, json } = await call('POST', '', between([one, dollars]));
    expect([status, json.detail]).toEqual([409, expect.stringMatching(/EUR and USD/)]);
    const third = await ours.offer();
    const id = await ours.draft([one, third]);
    await api.call('PATCH', `${ours.path}/offers/${third}`, { body: { currency: 'USD' } });
    expect((await call('POST', `/${id}/start`)).json.detail).toMatch(/EUR and USD/);
    expect((await call('GET', `/${id}`)).json.state).toBe('draft');
  });

  test('with an archived offer do not start', async () => {
    const third = await ours.offer();
    const id = await ours.draft([one, third]);
    await api.call('POST', `${ours.path}/offers/${third}/archive`);
    expect((await call('POST', `/${id}/start`)).json.detail).toMatch(/archive/);
  });

  test('what is changed must go with what stays', async () => {
    const id = await ours.draft([one, two], { guardrails: [{ measure: 'revenue', worstChange: 0.1 }] });
    const { status, json } = await call('PATCH', `/${id}`, { measure: 'revenue' });
    expect([status, json.errors[0].path]).toEqual([400, 'guardrails.0.measure']);
    expect((await call('PATCH', `/${id}`, { measure: 'revenue', guardrails: [], baseline: 14.5 })).status).toBe(200);
  });

  test('of another publication are nobody’s business', async () => {
    const theirs = await publicationIn(api, 'High Tide');
    const id = await ours.draft([one, two]);
    const calls = (path: string) =>
      [
        ['GET', `${path}/experiments`],
        ['POST', `${path}/experiments`, draft],
        ['GET', `${path}/experiments/${id}`],
        ['PATCH', `${path}/experiments/${id}`, { name: 'x' }],
        ['DELETE', `${path}/experiments/${id}`],
        ['POST', `${path}/experiments/${id}/start`],
        ['POST', `${path}/experiments/${id}/stop`],
      ] as const;
    for (const [method, path, body] of calls(ours.path)) {
      const foreign = await api.call(method, path, { key: theirs.key, body });
      const out = await api.call(method, path, { key: null, body });
      expect([method, path, foreign.status, out.status]).toEqual([method, path, 404, 401]);
    }
    for (const [method, path, body] of calls(theirs.path).slice(2)) {
      expect([method, path, (await api.call(method, path, { key: theirs.key, body })).status]).toEqual([
        method,
        path,
        404,
      ]);
    }
    // Our offers are none of theirs.
    expect((await api.call('POST', `${theirs.path}/experiments`, { key: theirs.key, body: draft })).status).toBe(422);
    expect((await call('GET', `/${id}`)).json.state).toBe('draft');
    expect((await call('GET', '/nonsense')).status).toBe(404);
  });
});
