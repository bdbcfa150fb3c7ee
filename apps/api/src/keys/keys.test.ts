import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, NOW, OWNER_KEY, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
let publication: string;
beforeAll(async () => {
  api = await startApi();
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
}, 60_000);
afterAll(async () => api.close());

const make = async (body: object = {}) =>
  api.call('POST', '/api/v1/keys', { body: { name: 'Spreadsheet', publication, ...body } });
const withKey = (key: string, path = '/api/v1/publications') => api.call('GET', path, { key });
const listed = async (id: number) =>
  (await api.call('GET', '/api/v1/keys')).json.items.find((one: { id: number }) => one.id === id);
const sha256 = (text: string) => createHash('sha256').update(text).digest();

describe('an API key', () => {
  test('there is none at first: the operator’s own is not one of these', async () => {
    const { status, json } = await api.call('GET', '/api/v1/keys');
    expect([status, json]).toEqual([200, { items: [], next: null }]);
  });

  test('is shown once, when it is made', async () => {
    const { status, json } = await make();
    const { key, ...view } = json;
    expect(status).toBe(201);
    expect(key).toMatch(/^ro_[\w-]{43}$/);
    expect(view).toEqual({
      id: expect.any(Number),
      name: 'Spreadsheet',
      publication,
      hint: key.slice(0, 8),
      createdAt: expect.stringMatching(/Z$/),
      lastUsedAt: null,
    });
    expect(await listed(view.id)).toEqual(view);
    expect((await api.call('GET', '/api/v1/keys')).text).not.toContain(key);
    expect(api.logged.join('')).not.toContain(key);
  });

  test('is another one each time', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, async () => (await make()).json.key));
    expect(new Set(keys).size).toBe(5);
  });

  test('is kept as its SHA-256 and nothing else', async () => {
    const { id, key } = (await make()).json;
    expect(await api.catalog.findApiKey(sha256(key))).toMatchObject({ id, hint: key.slice(0, 8) });
    expect(await api.catalog.findApiKey(Buffer.from(key))).toBeNull();
    expect(await api.catalog.findApiKey(Buffer.from(key.slice(3), 'base64url'))).toBeNull();
  });

  test('of a publication opens that one, and nothing that is the owner’s', async () => {
    const other = (await api.call('POST', '/api/v1/publications', { body: { name: 'High Tide' } })).json.id;
    const { key } = (await make()).json;
    const items = (await withKey(key)).json.items;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([publication]);
    expect((await withKey(key, `/api/v1/publications/${publication}/issues`)).status).toBe(200);
    expect((await withKey(key, `/api/v1/publications/${other}/issues`)).status).toBe(404);
    expect((await withKey(key, '/api/v1/keys')).status).toBe(403);
    const more = await api.call('POST', '/api/v1/keys', { key, body: { name: 'more', publication: null } });
    expect([more.status, more.json.code]).toEqual([403, 'forbidden']);
  });

  test('of the owner opens everything', async () => {
    const { key, publication: of } = (await make({ publication: null })).json;
    expect(of).toBeNull();
    expect((await withKey(key, '/api/v1/keys')).status).toBe(200);
    expect((await withKey(key, `/api/v1/publications/${publication}`)).status).toBe(200);
  });

  test('ends when it is withdrawn, and others do not', async () => {
    const [one, other] = [(await make()).json, (await make()).json];
    expect((await api.call('DELETE', `/api/v1/keys/${one.id}`)).status).toBe(204);
    const refused = await withKey(one.key);
    expect([refused.status, refused.json.code]).toEqual([401, 'unauthenticated']);
    expect((await withKey(other.key)).status).toBe(200);
    expect(await listed(one.id)).toBeUndefined();
    expect((await api.call('DELETE', `/api/v1/keys/${one.id}`)).status).toBe(404);
  });

  test('may withdraw itself, where it is an owner’s', async () => {
    const { id, key } = (await make({ publication: null })).json;
    expect((await api.call('DELETE', `/api/v1/keys/${id}`, { key })).status).toBe(204);
    expect((await withKey(key)).status).toBe(401);
  });

  test('says when it was last used, to the minute', async () => {
    const { id, key } = (await make()).json;
    const used = async (at: number, path?: string) => {
      api.now = at;
      await withKey(key, path);
      api.now = NOW;
      return (await listed(id)).lastUsedAt;
    };
    expect(await used(NOW)).toBe(new Date(NOW).toISOString());
    expect(await used(NOW + 59_000)).toBe(new Date(NOW).toISOString());
    expect(await used(NOW + 61_000)).toBe(new Date(NOW + 61_000).toISOString());
    // Being refused is a use as well.
    expect(await used(NOW + 200_000, '/api/v1/keys')).toBe(new Date(NOW + 200_000).toISOString());
  });

  test.each([
    [{ name: '' }, 400, 'name'],
    [{ name: ' ' }, 400, 'name'],
    [{ name: 'x'.repeat(101) }, 400, 'name'],
    [{ name: null }, 400, 'name'],
    [{ publication: 1 }, 400, 'publication'],
    [{ key: 'ro_mine' }, 400, 'body'],
    [{ publication: '2NothingHere' }, 422, 'publication'],
    [{ publication: 'no such shape' }, 422, 'publication'],
  ])('is not made of %j', async (body, expected, path) => {
    const { status, json } = await make(body);
    expect([status, json.errors[0].path]).toEqual([expected, path]);
  });

  test('is not an owner’s by forgetting to say for which publication', async () => {
    const { status, json } = await api.call('POST', '/api/v1/keys', { body: { name: 'x' } });
    expect([status, json.errors[0].path]).toEqual([400, 'publication']);
  });

  test.each(['0', '-1', '1.5', '1e3', 'x', '999999999', '2147483648', '99999999999999999999', '%00'])(
    'is not to be found as number %s',
    async (id) => {
      const { status, json } = await api.call('DELETE', `/api/v1/keys/${id}`);
      expect([status, json.code]).toEqual([404, 'not_found']);
    },
  );

  test.each([
    ['no scheme', OWNER_KEY],
    ['another scheme', `Basic ${OWNER_KEY}`],
    ['nothing after the scheme', 'Bearer '],
    ['two keys', `Bearer ${OWNER_KEY} ${OWNER_KEY}`],
    ['a key that goes on', `Bearer ${OWNER_KEY}k`],
    ['a key cut short', `Bearer ${OWNER_KEY.slice(0, -1)}`],
    ['a key in capitals', `Bearer ${OWNER_KEY.toUpperCase()}`],
  ])('is not taken from a header with %s', async (_, authorization) => {
    const answer = await api.call('GET', '/api/v1/keys', { key: null, headers: { authorization } });
    expect([answer.status, answer.json.code]).toEqual([401, 'unauthenticated']);
  });
});
