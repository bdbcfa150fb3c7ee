import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, NOW, SETUP_CODE, startApi } from '../testing/api-in-test.ts';

const PASSWORD = 'a long sentence of my own';
const DAY = 86_400_000;

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => api.close());

const post = (path: string, body: unknown, headers = {}) =>
  api.call('POST', `/api/v1/session${path}`, { body, headers, key: null });
const state = async (cookie = '') =>
  (await api.call('GET', '/api/v1/session', { key: null, headers: { cookie } })).json;
const cookieOf = (headers: { readonly 'set-cookie'?: string[] | undefined }) =>
  headers['set-cookie']?.[0]?.split(';')[0] ?? '';

// In the order of an installation's life.
describe('the session', () => {
  test('asks for set-up while there is no owner', async () => {
    expect(await state()).toEqual({ state: 'setup' });
    const early = await post('', { password: PASSWORD });
    expect([early.status, early.json.code]).toEqual([409, 'conflict']);
  });

  test('refuses a wrong code and a short password, each by name', async () => {
    const wrong = await post('/setup', { code: '0000-0000', password: PASSWORD });
    expect([wrong.status, wrong.json.errors[0].path]).toEqual([401, 'code']);
    const short = await post('/setup', { code: SETUP_CODE, password: 'short' });
    expect(short.status).toBe(400);
    expect(short.json.errors).toEqual([{ path: 'password', message: 'A password needs at least 10 characters.' }]);
    expect(await state()).toEqual({ state: 'setup' });
  });

  test('takes the password with the right code, once', async () => {
    const both = await Promise.all([
      post('/setup', { code: SETUP_CODE, password: PASSWORD }),
      post('/setup', { code: SETUP_CODE, password: 'another password' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const first = both.find(({ status }) => status === 200);
    expect(first?.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
    expect(await state(cookieOf(first?.headers ?? {}))).toEqual({ state: 'signed_in' });
    expect((await post('/setup', { code: SETUP_CODE, password: 'another password' })).status).toBe(409);
    await api.catalog.setOwnerPasswordHash(await import('./password.ts').then((m) => m.hashPassword(PASSWORD)));
  });

  test('lets in with the password and out again', async () => {
    const signedIn = await post('', { password: PASSWORD });
    expect(signedIn.json).toEqual({ state: 'signed_in' });
    const cookie = cookieOf(signedIn.headers);
    expect((await api.call('GET', '/api/v1/publications', { key: null, headers: { cookie } })).status).toBe(200);

    const out = await api.call('DELETE', '/api/v1/session', { key: null, headers: { cookie } });
    expect(out.json).toEqual({ state: 'signed_out' });
    expect(await state(cookie)).toEqual({ state: 'signed_out' });
    const after = await api.call('GET', '/api/v1/publications', { key: null, headers: { cookie } });
    expect([after.status, after.json.code]).toEqual([401, 'unauthenticated']);
  });

  test('ends after thirty days', async () => {
    const cookie = cookieOf((await post('', { password: PASSWORD })).headers);
    api.now = NOW + 30 * DAY - 1;
    expect(await state(cookie)).toEqual({ state: 'signed_in' });
    api.now = NOW + 30 * DAY;
    expect(await state(cookie)).toEqual({ state: 'signed_out' });
    api.now = NOW;
  });

  test('keeps neither the password nor the cookie', async () => {
    const cookie = cookieOf((await post('', { password: PASSWORD })).headers);
    expect(await api.catalog.ownerPasswordHash()).toMatch(/^scrypt\$/);
    const secret = cookie.split('=')[1] ?? '';
    expect(await api.catalog.findSession(Buffer.from(secret, 'base64url'))).toBeNull();
    expect(api.logged.join('')).not.toContain(secret);
    expect(api.logged.join('')).not.toContain(PASSWORD);
  });

  test('with a cookie, changes nothing for another site or a form', async () => {
    const cookie = cookieOf((await post('', { password: PASSWORD })).headers);
    const create = (headers: Record<string, string>) =>
      api.call('POST', '/api/v1/publications', {
        key: null,
        raw: '{"name":"Low Tide"}',
        headers: { cookie, ...headers },
      });
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'content-type': 'text/plain' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const refused = await create(headers);
      expect([refused.status, refused.json.code]).toEqual([403, 'cross_site']);
    }
    expect(await api.catalog.listPublications()).toEqual([]);
    expect((await create({ origin: `http://127.0.0.1:${api.port}` })).status).toBe(201);
    expect((await create({ origin: 'https://read.example.com' })).status).toBe(201);
  });

  test('holds guessing back after ten failures, even with the right password, and lets go after five minutes', async () => {
    api.now = NOW + DAY;
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, n) => post('', { password: `guess number ${n}` })),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2);
    const held = await post('', { password: PASSWORD });
    expect([held.status, held.json.code, held.headers['retry-after']]).toEqual([429, 'too_many_attempts', '300']);
    api.now += 5 * 60_000;
    expect((await post('', { password: PASSWORD })).status).toBe(200);
    api.now = NOW;
  });
});
