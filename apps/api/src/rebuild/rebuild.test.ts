import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

const PATH = '/api/v1/rebuild';

describe('making all figures anew', () => {
  test('begins, says how it stands, is not begun twice, and ends', async () => {
    expect((await api.call('GET', PATH)).json).toMatchObject({ state: 'idle', share: 0, startedAt: null });
    const [first, second] = await Promise.all([api.call('POST', PATH), api.call('POST', PATH)]);
    expect([first.status, second.status].sort()).toEqual([202, 409]);
    let status = first.json;
    while (status.state !== 'done') {
      expect(['running', 'done']).toContain(status.state);
      status = (await api.call('GET', PATH)).json;
    }
    expect(status).toMatchObject({ share: 1, error: null, endedAt: expect.any(String) });
    expect((await api.call('POST', PATH)).status).toBe(202);
  });

  test("is the owner's alone", async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'one', publication: id } })).json;
    for (const method of ['GET', 'POST'] as const) {
      expect((await api.call(method, PATH, { key })).status).toBe(403);
      expect((await api.call(method, PATH, { key: null })).status).toBe(401);
    }
  });
});
