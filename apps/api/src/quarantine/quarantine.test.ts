import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

const PATH = '/api/v1/quarantine';
const LINES = ['{"type":"hi', '"\\u0000"', 'über 🌊 <script>'];

describe('the quarantine', () => {
  test('is empty at first', async () => {
    const { status, json } = await api.call('GET', PATH);
    expect([status, json]).toEqual([200, { total: 0, items: [], next: null }]);
  });

  test('lists what was put aside as it came, newest first, each with its place in the log and why', async () => {
    await api.warehouse.insertQuarantine(
      LINES.map((line, index) => ({
        origin: { partition: 0, collector: 5, position: 10 + index },
        reason: `reason ${index}`,
        line,
        time: NOW + index,
      })),
    );
    const { status, json } = await api.call('GET', PATH);
    expect(status).toBe(200);
    expect(json.total).toBe(3);
    expect(json.items).toEqual(
      [2, 1, 0].map((index) => ({
        partition: 0,
        collector: 5,
        position: 10 + index,
        reason: `reason ${index}`,
        line: LINES[index],
        time: new Date(NOW + index).toISOString(),
      })),
    );
  });

  test('lists fifty where nothing else is asked for, says how many there are, and more on demand', async () => {
    await api.warehouse.insertQuarantine(
      Array.from({ length: 60 }, (_, index) => ({
        origin: { partition: 0, collector: 5, position: 100 + index },
        reason: 'not JSON',
        line: `line ${index}`,
        time: NOW + 1_000 + index,
      })),
    );
    const list = async (query = '') => (await api.call('GET', `${PATH}${query}`)).json;
    expect((await list()).items).toHaveLength(50);
    expect((await list()).total).toBe(63);
    expect((await list('?limit=200')).items).toHaveLength(63);
    const one = await list('?limit=1');
    expect([one.total, one.items.map(({ line }: { line: string }) => line)]).toEqual([63, ['line 59']]);
  });

  test('puts what is there into the log once more, and says what was too long for it', async () => {
    const line = '{"type":"fact","version":9}';
    await api.warehouse.insertQuarantine([
      { origin: { partition: 0, collector: 6, position: 1 }, reason: 'version', line, time: NOW },
      { origin: { partition: 0, collector: 6, position: 2 }, reason: 'too big', line: 'x'.repeat(4_096), time: NOW },
      { origin: { partition: 0, collector: 6, position: 3 }, reason: 'lost', line: '', time: NOW },
    ]);
    const end = await api.log.end(0);
    const { status, json } = await api.call('POST', `${PATH}/replay`);
    expect([status, json]).toEqual([200, { replayed: 64, tooLong: 1 }]);
    expect(await api.log.end(0)).toBe(end + 64);
    const { value } = await api.log
      .read({ partition: 0, from: end, maxRecords: 100, signal: new AbortController().signal })
      [Symbol.asyncIterator]()
      .next();
    expect(value.records.map((one: { line: string }) => one.line)).toContain(`replay 0/6/1 ${line}`);
  });

  test.each(['limit=0', 'limit=201', 'limit=-1', 'limit=x', 'limit=1.5', 'limit='])('refuses ?%s', async (query) => {
    const { status, json } = await api.call('GET', `${PATH}?${query}`);
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', 'limit']);
  });

  test('refuses what it does not know', async () => {
    const { status, json } = await api.call('GET', `${PATH}?publication=7Qm2XkVb9TcR`);
    expect([status, json.errors[0].path]).toEqual([400, 'query']);
  });

  test("is the owner's alone: nobody knows whose the lines are", async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'one', publication: id } })).json;
    expect((await api.call('GET', PATH, { key })).status).toBe(403);
    expect((await api.call('GET', PATH, { key: null })).status).toBe(401);
    expect((await api.call('POST', `${PATH}/replay`, { key })).status).toBe(403);
    expect((await api.call('POST', `${PATH}/replay`, { key: null })).status).toBe(401);
  });
});
