import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Readiness } from '../dependencies.ts';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';

const METRICS = '# TYPE readout_events_total counter\nreadout_events_total 3\n';
const all = { catalog: 'ok', warehouse: 'ok' };

let api: ApiInTest;
let readiness: Readiness | Error = { ok: true, checks: all };
beforeAll(async () => {
  api = await startApi({
    ready: async () => {
      if (readiness instanceof Error) throw readiness;
      return readiness;
    },
    metrics: async () => METRICS,
  });
}, 60_000);
afterAll(async () => api.close());

const stranger = (path: string, headers = {}) => api.call('GET', path, { key: null, headers });

describe('health', () => {
  test('the process says that it runs, to anybody', async () => {
    readiness = { ok: false, checks: { catalog: 'does not answer' } };
    const { status, json } = await stranger('/healthz', { 'x-forwarded-for': '192.0.2.7' });
    expect([status, json]).toEqual([200, { ok: true }]);
  });

  test.each([
    [200, { ok: true, checks: all }],
    [503, { ok: false, checks: { ...all, warehouse: 'does not answer' } }],
  ])('readiness is told as %d, with what was looked at, and kept by nobody', async (expected, state) => {
    readiness = state;
    const { status, headers, json } = await stranger('/readyz', { 'x-forwarded-for': '192.0.2.7' });
    expect([status, json, headers['cache-control']]).toEqual([expected, state, 'no-store']);
    expect(headers['content-type']).toMatch(/^application\/json/);
  });

  test('a check that fails unexpectedly is logged, and tells a stranger nothing of why', async () => {
    readiness = new Error('connect ECONNREFUSED 10.0.0.5:5432');
    const { status, text, json } = await stranger('/readyz');
    expect([status, json.code]).toEqual([500, 'internal']);
    expect(text).not.toContain('10.0.0.5');
    expect(api.logged.join('')).toContain('10.0.0.5');
  });
});

describe('the metrics', () => {
  test('are shown to whoever asks from this machine, as text for Prometheus', async () => {
    const { status, headers, text } = await stranger('/metrics');
    expect([status, text]).toEqual([200, METRICS]);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  });

  test.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-forwarded-for': '' },
    { 'x-forwarded-for': '192.0.2.7, 127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
  ])('are not shown through a proxy: %j', async (headers) => {
    const { status, text, json } = await stranger('/metrics', headers);
    expect([status, json.code]).toEqual([401, 'unauthenticated']);
    expect(text).not.toContain('readout_events_total');
  });

  test("are shown to the owner's keys from everywhere, and to no other keys", async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    expect((await api.call('GET', '/metrics', { headers })).text).toBe(METRICS);
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
    const keyFor = async (publication: string | null) =>
      (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication } })).json.key;
    expect((await api.call('GET', '/metrics', { headers, key: await keyFor(null) })).status).toBe(200);
    expect((await api.call('GET', '/metrics', { headers, key: await keyFor(id) })).status).toBe(403);
    expect((await api.call('GET', '/metrics', { headers, key: 'ro_wrong' })).status).toBe(401);
  });
});
