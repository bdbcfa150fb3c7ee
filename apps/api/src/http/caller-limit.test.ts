import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, SETUP_CODE, startApi, startApiOver } from '../testing/api-in-test.ts';

const LIMIT = 20;
const PATH = '/api/v1/publications';

let engines: ApiInTest;
let api: ApiInTest;
beforeAll(async () => {
  engines = await startApi();
  api = await startApiOver(engines, { requestsPerMinute: LIMIT });
});
afterAll(async () => {
  await api.close();
  await engines.close();
});

async function newKey(name: string): Promise<string> {
  return (await engines.call('POST', '/api/v1/keys', { body: { name, publication: null } })).json.key;
}
const useUp = async (key: string) => {
  for (let n = 0; n < LIMIT; n++) await api.call('GET', PATH, { key });
};

describe('the limit on what one caller may ask', () => {
  test('is stated with every answer: what there is, what is left, and when all of it is back', async () => {
    const key = await newKey('told');
    const first = await api.call('GET', PATH, { key });
    expect(first.headers['ratelimit-policy']).toBe(`"default";q=${LIMIT};w=60`);
    expect(first.headers['ratelimit']).toBe(`"default";r=${LIMIT - 1};t=60`);
    api.now += 15_000;
    const missing = await api.call('GET', `${PATH}/2NothingHere`, { key });
    expect([missing.status, missing.headers['ratelimit']]).toEqual([404, `"default";r=${LIMIT - 2};t=45`]);
  });

  test('answers 429 as a problem beyond it, and says when to come back; then all is well again', async () => {
    const key = await newKey('busy');
    await useUp(key);
    api.now += 12_000;
    const { status, json, headers } = await api.call('GET', PATH, { key });
    expect([status, json.code, headers['retry-after']]).toEqual([429, 'too_many_requests', '48']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['ratelimit']).toBe('"default";r=0;t=48');
    expect(json.detail).toContain('48 s');
    api.now += 48_000;
    expect((await api.call('GET', PATH, { key })).status).toBe(200);
  });

  test('does nothing of what is refused', async () => {
    const key = await newKey('refused');
    await useUp(key);
    const before = (await engines.call('GET', PATH)).json.items.length;
    expect((await api.call('POST', PATH, { key, body: { name: 'One too many' } })).status).toBe(429);
    expect((await engines.call('GET', PATH)).json.items).toHaveLength(before);
  });

  test('is each key’s and each session’s own', async () => {
    const [one, other] = [await newKey('one'), await newKey('other')];
    await useUp(one);
    expect((await api.call('GET', PATH, { key: one })).status).toBe(429);
    expect((await api.call('GET', PATH, { key: other })).status).toBe(200);
    const signedIn = await api.call('POST', '/api/v1/session/setup', {
      key: null,
      body: { code: SETUP_CODE, password: 'a long enough password' },
    });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
    const asOwner = await api.call('GET', PATH, { key: null, headers: { cookie } });
    expect([asOwner.status, asOwner.headers['ratelimit']]).toEqual([200, `"default";r=${LIMIT - 1};t=60`]);
  });

  test('counts nobody who is not known, and nothing that anybody may ask', async () => {
    for (let n = 0; n < LIMIT + 2; n++) {
      const health = await api.call('GET', '/healthz', { key: null });
      expect([health.status, health.headers['ratelimit']]).toEqual([200, undefined]);
    }
    expect((await api.call('GET', PATH, { key: null })).headers['ratelimit']).toBeUndefined();
  });

  test('is not there, nor stated, where the operator sets none', async () => {
    const { headers } = await engines.call('GET', PATH);
    expect([headers['ratelimit'], headers['ratelimit-policy']]).toEqual([undefined, undefined]);
  });
});
