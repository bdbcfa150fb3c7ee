import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RegisteredRoute } from '../openapi/registered-routes.ts';
import { type ApiInTest, OWNER_KEY, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
/** Of a publication that has one issue, and of another one. */
const keys = { own: '', foreign: '' };
const ids = { publication: '', issue: '' };

beforeAll(async () => {
  api = await startApi();
  const make = async (name: string) => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name, publication: id } })).json;
    return { id, key };
  };
  const own = await make('Low Tide');
  keys.own = own.key;
  keys.foreign = (await make('High Tide')).key;
  ids.publication = own.id;
  const body = { editions: [{ edition: 'whole', html: '<h1>One</h1>' }] };
  ids.issue = (await api.call('POST', `/api/v1/publications/${own.id}/issues`, { body })).json.id;
});
afterAll(async () => api.close());

const filled = (path: string, publication = ids.publication) =>
  path
    .replace(':publication', publication)
    .replace(':issue', ids.issue)
    .replace(':edition', 'whole')
    .replace(':key', '1');
const call = ({ method, path }: RegisteredRoute, key: string | null, publication?: string) =>
  api.call(method, filled(path, publication), { key, headers: { 'x-forwarded-for': '192.0.2.7' } });
const routes = (predicate: (route: RegisteredRoute) => boolean) => api.routes.filter(predicate);

describe('the gate', () => {
  test('knows of every route who may use it', () => {
    expect(api.routes.length).toBeGreaterThan(20);
    expect(routes(({ endpoint }) => endpoint === undefined)).toEqual([]);
    expect(
      routes(({ endpoint }) => endpoint?.access === 'public')
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual([
      'DELETE /api/v1/session',
      'GET /api/openapi.json',
      'GET /api/v1/session',
      'GET /api/v1/shared/:token',
      'GET /api/v1/shared/:token/report.pdf',
      'GET /api/v1/shared/:token/report.xlsx',
      'GET /healthz',
      'GET /readyz',
      'POST /api/v1/session',
      'POST /api/v1/session/setup',
    ]);
  });

  test('lets nobody in without credentials, or with wrong ones', async () => {
    for (const route of routes(({ endpoint }) => endpoint?.access !== 'public')) {
      for (const key of [null, `ro_${'x'.repeat(43)}`, 'x', `${OWNER_KEY}x`]) {
        const { status, json, headers } = await call(route, key);
        expect([route.method, route.path, status, json.code]).toEqual([
          route.method,
          route.path,
          401,
          'unauthenticated',
        ]);
        expect(headers['www-authenticate']).toMatch(/^Bearer/);
      }
    }
  });

  test("answers another publication's key as if there were nothing", async () => {
    for (const route of routes(
      ({ endpoint, path }) => endpoint?.access === 'publication' && path.includes(':publication'),
    )) {
      const foreign = await call(route, keys.foreign);
      const nothing = await call(route, keys.foreign, '2NothingHere');
      const misshapen = await call(route, OWNER_KEY, 'no-such-shape');
      expect([route.path, foreign.status, foreign.json.code]).toEqual([route.path, 404, 'not_found']);
      expect(foreign.text).toBe(nothing.text);
      expect(misshapen.text).toBe(nothing.text);
    }
  });

  test("keeps publications' keys from what is the owner's", async () => {
    for (const route of routes(({ endpoint }) => endpoint?.access === 'owner' || endpoint?.access === 'operator')) {
      const { status, json } = await call(route, keys.own);
      expect([route.method, route.path, status, json.code]).toEqual([route.method, route.path, 403, 'forbidden']);
    }
  });

  test('lets a key of the publication do what is its own', async () => {
    const read = await api.call('GET', filled('/api/v1/publications/:publication/issues/:issue/report'), {
      key: keys.own,
    });
    expect(read.status).toBe(200);
    const list = await api.call('GET', '/api/v1/publications', { key: keys.own });
    expect(list.json.items.map(({ id }: { id: string }) => id)).toEqual([ids.publication]);
  });

  test('lets a withdrawn key in no more', async () => {
    const made = (await api.call('POST', '/api/v1/keys', { body: { name: 'short-lived', publication: null } })).json;
    expect(made.key).toMatch(/^ro_[\w-]{43}$/);
    expect((await api.call('GET', '/api/v1/keys', { key: made.key })).status).toBe(200);
    expect((await api.call('DELETE', `/api/v1/keys/${made.id}`)).status).toBe(204);
    expect((await api.call('GET', '/api/v1/keys', { key: made.key })).status).toBe(401);
    expect((await api.call('DELETE', `/api/v1/keys/${made.id}`)).status).toBe(404);
  });

  test('shows a key once, and never again', async () => {
    const made = (await api.call('POST', '/api/v1/keys', { body: { name: 'once', publication: ids.publication } }))
      .json;
    const list = await api.call('GET', '/api/v1/keys');
    expect(list.text).not.toContain(made.key);
    expect(list.json.items).toContainEqual(
      expect.objectContaining({ id: made.id, name: 'once', publication: ids.publication }),
    );
    expect(api.logged.join('')).not.toContain(made.key);
  });

  test('refuses a key for a publication that is not there', async () => {
    const { status, json } = await api.call('POST', '/api/v1/keys', {
      body: { name: 'x', publication: '2NothingHere' },
    });
    expect([status, json.errors[0].path]).toEqual([422, 'publication']);
  });

  test('shows the metrics on the machine itself, but not to whoever comes through a proxy on it', async () => {
    expect((await api.call('GET', '/metrics', { key: null })).text).toBe('readout_up 1\n');
    for (const header of ['x-forwarded-for', 'forwarded', 'via']) {
      expect((await api.call('GET', '/metrics', { key: null, headers: { [header]: 'x' } })).status).toBe(401);
    }
    expect((await api.call('GET', '/metrics', { headers: { via: 'x' } })).status).toBe(200);
  });

  test('does not read the body of a stranger', async () => {
    const raw = `{"name":"${'x'.repeat(2_000_000)}"}`;
    expect((await api.call('POST', '/api/v1/publications', { key: null, raw })).status).toBe(401);
  });
});
