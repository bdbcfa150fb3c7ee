import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '@readout/api-client';
import { type ApiInTest, NOW, OWNER_KEY, startApi } from '../testing/api-in-test.ts';
import { HistoryInTest, readers } from '../testing/events-in-test.ts';

const DOCUMENT = join(import.meta.dirname, '../../../../docs/api.md');
const DAY = 86_400_000;

let api: ApiInTest;
let url: string;
beforeAll(async () => {
  // Few, so that a walk through pages comes to the limit.
  api = await startApi({ requestsPerMinute: 30 });
  url = `http://127.0.0.1:${api.port}`;
}, 120_000);
afterAll(async () => api.close());

describe('the client, asking a real API', () => {
  test('makes, reads and walks what is there', async () => {
    const { key } = await createClient({ url, key: OWNER_KEY }).post('/api/v1/keys', {
      body: { name: 'walker', publication: null },
    });
    const readout = createClient({ url, key });
    const made: string[] = [];
    for (const name of ['One', 'Two', 'Three'])
      made.push((await readout.post('/api/v1/publications', { body: { name } })).id);
    const found: string[] = [];
    for await (const { id } of readout.each('/api/v1/publications', { query: { limit: 1 } })) found.push(id);
    expect(found).toEqual(made);
  });

  test('throws what the API refuses, with its code', async () => {
    await expect(createClient({ url, key: 'ro_wrong' }).get('/api/v1/publications')).rejects.toMatchObject({
      name: 'ReadoutError',
      status: 401,
      code: 'unauthenticated',
    });
  });

  test('learns from a refusal how long to wait', async () => {
    const { key } = await createClient({ url, key: OWNER_KEY }).post('/api/v1/keys', {
      body: { name: 'busy', publication: null },
    });
    const readout = createClient({ url, key, patience: { retries: 2, longestWaitMs: 10_000 } });
    const ask = () => readout.get('/api/v1/publications');
    for (let n = 0; n < 30; n++) await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 60 });
  });

  test('runs the example of the documentation', async () => {
    const [, example] = /```ts\n([^`]*bestIssues[^`]*)```/.exec(await readFile(DOCUMENT, 'utf8')) ?? [];
    const publication = await api.catalog.createPublication({ name: 'Low Tide', timeZone: 'UTC', isSample: false });
    const history = new HistoryInTest(api.catalog, api.warehouse, publication);
    for (const [title, opens] of [
      ['Half', 5],
      ['All', 10],
      ['Few', 2],
      ['None', 0],
    ] as const) {
      const issue = await history.issue(title, NOW - 3 * DAY);
      history.add('sent', readers(1, 10), NOW - 3 * DAY, issue);
      history.add('opened', readers(1, opens), NOW - 2 * DAY, issue);
    }
    await history.write();
    const folder = await mkdtemp(join(tmpdir(), 'readout-example-'));
    try {
      await writeFile(join(folder, 'example.ts'), example ?? '');
      const { bestIssues } = await import(join(folder, 'example.ts'));
      expect(await bestIssues(url, OWNER_KEY, publication.publicId)).toEqual([
        { title: 'All', openRate: 1 },
        { title: 'Half', openRate: 0.5 },
        { title: 'Few', openRate: 0.2 },
      ]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
