import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Publication } from '@readout/catalog';
import { type ApiInTest, NOW, OWNER_KEY, startApi, startApiOver } from '../testing/api-in-test.ts';
import { HistoryInTest } from '../testing/events-in-test.ts';

const HOUR = 3_600_000;

let api: ApiInTest;
let path: string;
let publication: Publication;
beforeAll(async () => {
  api = await startApi();
  publication = await api.catalog.createPublication({ name: 'Quay', timeZone: 'Europe/Madrid', isSample: false });
  path = `/api/v1/publications/${publication.publicId}`;
  for (const [of, readers] of [
    [publication, [1, 2, 3]],
    [await api.catalog.createPublication({ name: 'Other', timeZone: 'UTC', isSample: false }), [1, 2, 3, 4, 5]],
  ] as const) {
    const history = new HistoryInTest(api.catalog, api.warehouse, of);
    const first = await history.issue(`=First of ${of.name}`, NOW - 48 * HOUR);
    const second = await history.issue(`Second of ${of.name}`, NOW - 24 * HOUR);
    history.add('sent', readers, NOW - 47 * HOUR, first);
    history.add('opened', readers.slice(1), NOW - 46 * HOUR, first);
    history.add('clicked', [2], NOW - 45 * HOUR, first);
    history.add('sent', [1], NOW - 23 * HOUR, second, { segment: 'premium' });
    await history.write();
  }
}, 60_000);
afterAll(() => api.close());

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly export: string | null;
}

async function ask(sql: string, format = 'ndjson', key = OWNER_KEY): Promise<Answered> {
  api.now++;
  return answered(`${path}/sql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ sql, format }),
  });
}

async function exported(file: string): Promise<string> {
  api.now++;
  return (await answered(`${path}/exports/${file}`, { headers: { authorization: `Bearer ${OWNER_KEY}` } })).text;
}

async function answered(address: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(`http://127.0.0.1:${api.port}${address}`, init);
  return { status: response.status, text: await response.text(), export: response.headers.get('x-readout-export') };
}

const rows = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('SQL', () => {
  test.each([
    ['issues', 'issues', ['audience']],
    ['links', 'links', []],
    ['sections', 'sections', []],
    ['readers', 'readers', []],
    ['events', 'events', []],
  ])('gives of %s what the export of %s has', async (view, what, apart) => {
    const held = rows(await exported(`${what}.ndjson`));
    const asked = rows((await ask(`SELECT * FROM ${view}`)).text);
    const plain = (row: Record<string, unknown>) =>
      JSON.stringify(
        Object.entries(row)
          .filter(
            ([name]) => !(apart as readonly string[]).includes(name) && !/(^time|_at|^first_seen|^last_)/.test(name),
          )
          // An export of figures has nothing where a view has an empty text.
          .map(([name, value]) => [name, value ?? (/rate|confidence/.test(name) ? null : '')]),
      );
    expect(asked.map(plain).sort()).toEqual(held.map(plain).sort());
    expect(held.length).toBeGreaterThan(what === 'links' || what === 'sections' ? -1 : 1);
  });

  test('gives nothing of another publication, nor a formula', async () => {
    const { text } = await ask('SELECT title, readers FROM issues ORDER BY sent_at', 'csv');
    expect(text).toBe('"title","readers"\n"\'=First of Quay",2\n"Second of Quay",0\n');
  });

  test('is in the log of exports with its statement', async () => {
    const sql = 'SELECT kind, count() AS n FROM events GROUP BY kind ORDER BY kind';
    const { text, export: id } = await ask(sql, 'csv');
    const { json } = await api.call('GET', `${path}/exports/log/${id}`);
    expect(json).toMatchObject({
      what: 'sql',
      format: 'csv',
      filter: { sql },
      outcome: 'done',
      rows: 3,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });

  test('that may not be asked is refused with a reason, and that is in the log too', async () => {
    const { status, text } = await ask(`SELECT * FROM file('/etc/passwd')`);
    const json = JSON.parse(text);
    expect([status, json.code, json.errors[0].path]).toEqual([422, 'unprocessable', 'sql']);
    expect(json.detail).toContain('The function file cannot be used here');
    expect((await ask('SELECT nothing FROM issues')).text).toContain('`nothing`');
    const log = await api.call('GET', `${path}/exports?limit=2`);
    expect(log.json.items.map((one: { outcome: string }) => one.outcome)).toEqual(['failed', 'failed']);
  });

  test('is for the owner alone', async () => {
    const made = await api.call('POST', '/api/v1/keys', {
      body: { name: 'Theirs', publication: publication.publicId },
    });
    expect((await ask('SELECT 1', 'csv', made.json.key)).status).toBe(403);
  });

  test('finds its views kept where others ask them too, and gone with the publication', async () => {
    const fresh = await api.catalog.createPublication({ name: 'Fresh', timeZone: 'UTC', isSample: false });
    const over = await startApiOver(api, { keepsViews: true });
    let text = '';
    while (text === '') {
      // Refused until they are there.
      const asked = await api.warehouse
        .askViews(fresh.publicId, 'SELECT 1 AS n FROM numbers(1)', 'ndjson')
        .catch(() => []);
      for await (const chunk of asked) text += Buffer.from(chunk).toString();
    }
    await over.close();
    expect(rows(text)).toEqual([{ n: 1 }]);
    await api.call('DELETE', `/api/v1/publications/${fresh.publicId}`);
    await expect(api.warehouse.askViews(fresh.publicId, 'SELECT 1', 'ndjson')).rejects.toThrow();
  });
});
