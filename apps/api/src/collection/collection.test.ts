import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CollectionState } from '@readout/api-contract';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';

const FULL: CollectionState = {
  spool: {
    bytes: 1_000_000,
    maxBytes: 1_000_000,
    waitingRecords: 4_000,
    oldestWaitingAgeSeconds: 7_200.5,
    state: 'full',
    whenFull: 'drop',
    dropped: { opened: 1_200, clicked: 3, other: 0 },
    refused: 0,
  },
};

let api: ApiInTest;
let state: CollectionState | Error = FULL;
beforeAll(async () => {
  api = await startApi({
    collection: async () => {
      if (state instanceof Error) throw state;
      return state;
    },
  });
}, 60_000);
afterAll(async () => api.close());

const PATH = '/api/v1/collection';

describe('the state of collecting', () => {
  test('is told as the collector tells it', async () => {
    const { status, json } = await api.call('GET', PATH);
    expect([status, json]).toEqual([200, FULL]);
    state = { spool: { ...FULL.spool, bytes: 0, waitingRecords: 0, oldestWaitingAgeSeconds: null, state: 'fine' } };
    expect((await api.call('GET', PATH)).json).toEqual(state);
  });

  test('that cannot be found out is logged, and says nothing of why', async () => {
    state = new Error('connect ECONNREFUSED 10.0.0.5:4400');
    const { status, text, json } = await api.call('GET', PATH);
    expect([status, json.code]).toEqual([500, 'internal']);
    expect(text).not.toContain('10.0.0.5');
    expect(api.logged.join('')).toContain('10.0.0.5');
    state = FULL;
  });

  test("is the owner's alone", async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'one', publication: id } })).json;
    const refused = await api.call('GET', PATH, { key });
    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden']);
    expect((await api.call('GET', PATH, { key: null })).status).toBe(401);
  });
});
