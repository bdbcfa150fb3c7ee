import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Issue } from '@readout/catalog';
import { tableFromIPC } from 'apache-arrow';
import readSheets from 'read-excel-file/node';
import { type ApiInTest, NOW, OWNER_KEY, startApi, startApiOver } from '../testing/api-in-test.ts';
import { HistoryInTest } from '../testing/events-in-test.ts';

const TITLE = '=SUM(A1) "x"\n🌊 עברית, _x0041_';
const HOUR = 3_600_000;

let api: ApiInTest;
let history: HistoryInTest;
let issue: Issue;
let second: Issue;
let folder: string;
let exportsPath: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-exports-'));
  api = await startApi();
  const publication = await api.catalog.createPublication({ name: 'Quay', timeZone: 'Europe/Madrid', isSample: false });
  exportsPath = `/api/v1/publications/${publication.publicId}/exports`;
  history = new HistoryInTest(api.catalog, api.warehouse, publication);
  issue = await history.issue(TITLE, NOW - 48 * HOUR);
  second = await history.issue('Second', NOW - 24 * HOUR);
  history.add('sent', [1, 2, 3], NOW - 47 * HOUR, issue);
  history.add('opened', [1, 2], NOW - 46 * HOUR, issue);
  history.add('opened', [3], NOW - 46 * HOUR, issue, { verdict: 'prefetched', reasons: ['@first'] });
  history.add('clicked', [2], NOW - 45 * HOUR, issue);
  history.add('sent', [1, 4], NOW - 23 * HOUR, second, { segment: 'premium' });
  history.add('opened', [4], NOW - 22 * HOUR, second);
  await history.write();
  const other = new HistoryInTest(
    api.catalog,
    api.warehouse,
    await api.catalog.createPublication({ name: 'Other', timeZone: 'UTC', isSample: false }),
  );
  const theirs = await other.issue('Somebody else’s', NOW - 48 * HOUR);
  other.add('sent', [1, 2, 3, 4, 5, 6, 7], NOW - 47 * HOUR, theirs);
  await other.write();
}, 60_000);
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

interface Download {
  readonly status: number;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly trailers: Readonly<Record<string, string | undefined>>;
}

/** Each later than the one before it. Rejects where the connection ends before the answer. */
function download(path: string, more: { port?: number; key?: string; body?: unknown } = {}): Promise<Download> {
  api.now++;
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port: more.port ?? api.port,
        host: '127.0.0.1',
        path: `${exportsPath}/${path}`,
        method: more.body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${more.key ?? OWNER_KEY}`,
          ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            bytes: Buffer.concat(chunks),
            headers: response.headers,
            trailers: response.trailers,
          }),
        );
      },
    );
    asked.on('error', reject).end(more.body === undefined ? undefined : JSON.stringify(more.body));
  });
}

/** An API over the same engines whose exports are later than all before. */
async function later(changes: Parameters<typeof startApiOver>[1]): Promise<ApiInTest> {
  const over = await startApiOver(api, changes);
  over.now = ++api.now;
  return over;
}

/** A spreadsheet counts in parts of a day, which are not whole milliseconds. */
function toTheSecond(cell: unknown): string {
  return new Date(Math.round(Number(cell) / 1_000) * 1_000).toISOString();
}

/** What DuckDB, which shares nothing with us, reads in a file. */
async function duck(query: string): Promise<unknown[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(query);
  return reader.getRowObjectsJson();
}

async function kept(name: string, { bytes }: Download): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const EVENTS_BY_KIND = [
  { kind: 'clicked', events: '1', readers: '1' },
  { kind: 'opened', events: '4', readers: '4' },
  { kind: 'sent', events: '5', readers: '4' },
];
const byKind = (from: string) =>
  `SELECT kind, count(*) AS events, count(DISTINCT reader) AS readers FROM ${from} GROUP BY kind ORDER BY kind`;

describe('an export of events', () => {
  test('is read by DuckDB as Parquet, with real times and text as it was', async () => {
    const path = await kept('events.parquet', await download('events.parquet'));
    expect(await duck(byKind(`'${path}'`))).toEqual(EVENTS_BY_KIND);
    const [row] = await duck(
      `SELECT epoch_ms(time) AS at, issue_title, segment, verdict, settled FROM '${path}' WHERE kind = 'clicked'`,
    );
    expect(row).toEqual({
      at: String(NOW - 45 * HOUR),
      issue_title: TITLE,
      segment: 'free',
      verdict: 'human',
      settled: true,
    });
  });

  test('is read by DuckDB as CSV, by the publication’s clock, and nothing in it becomes a formula', async () => {
    const answer = await download('events.csv?bom=true');
    expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const path = await kept('events.csv', answer);
    const csv = `read_csv('${path}', header = true, all_varchar = true)`;
    expect(await duck(byKind(csv))).toEqual(EVENTS_BY_KIND);
    expect(await duck(`SELECT time, issue_title, reasons FROM ${csv} WHERE reasons IS NOT NULL`)).toEqual([
      { time: '2026-02-28T15:00:00.000+01:00', issue_title: `'${TITLE}`, reasons: "'@first" },
    ]);
  });

  test('is read as NDJSON line by line, compressed or not', async () => {
    const plain = await download('events.ndjson');
    const zipped = await download('events.ndjson?compress=gzip');
    const lines = (bytes: Buffer) =>
      bytes
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ kind, reader }) => `${kind} ${reader}`)
        .sort();
    expect(lines(gunzipSync(zipped.bytes))).toEqual(lines(plain.bytes));
    expect(lines(plain.bytes)).toHaveLength(10);
  });

  test('is read by Apache Arrow', async () => {
    const table = tableFromIPC((await download('events.arrow')).bytes);
    expect(table.numRows).toBe(10);
    const kinds = [...(table.getChild('kind') ?? [])].sort();
    expect(kinds).toEqual(['clicked', 'opened', 'opened', 'opened', 'opened', 'sent', 'sent', 'sent', 'sent', 'sent']);
  });

  test('is read by a spreadsheet, with dates that are dates and text that is text', async () => {
    const { bytes } = await download('events.xlsx');
    const [data, about] = await readSheets(bytes);
    const [head = [], first = []] = data?.data ?? [];
    expect(data?.data).toHaveLength(11);
    const cell = (name: string) => first[head.indexOf(name)];
    // The publication's clock, which a spreadsheet takes for its own.
    expect(toTheSecond(cell('time'))).toBe('2026-02-28T14:00:00.000Z');
    expect(cell('issue_title')).toBe(TITLE);
    expect(about?.data.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Publication', 'Time zone of dates', 'Definitions']),
    );
  });

  test.each([
    ['kinds=opened', 4],
    ['kinds=opened,clicked&verdicts=human', 4],
    ['verdicts=prefetched', 1],
    ['segments=premium', 3],
    ['from=2026-03-01', 3],
    ['to=2026-02-28', 7],
    ['from=2026-02-28T14:30:00Z&to=2026-02-28T15:30:00Z', 1],
    ['part=0-0', 0],
  ])('has what %s asks for', async (query, rows) => {
    const { status, trailers } = await download(`events.csv?${query}`);
    expect([status, trailers['x-readout-rows']]).toEqual([200, String(rows)]);
  });

  test('of one issue has that issue’s alone', async () => {
    const { bytes } = await download(`events.ndjson?issue=${second.publicId}`);
    const titles = new Set(
      bytes
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).issue_title),
    );
    expect(titles).toEqual(new Set(['Second']));
  });

  test('comes in parts that together have each event once', async () => {
    const plan = await api.call('GET', `${exportsPath}/parts?rows=1000`);
    expect(plan.json.parts).toEqual([{ part: `${issue.id}-${second.id}`, rows: 10 }]);
    const halves = await Promise.all(
      [issue, second].map(({ id }) => download(`events.ndjson?part=${id}-${id}&to=${plan.json.to}`)),
    );
    expect(halves.map(({ trailers }) => Number(trailers['x-readout-rows']))).toEqual([7, 3]);
  });

  test('names a reader by the same hash everywhere, and never by number or by what another publication calls them', async () => {
    const [csv, readers] = [await download('events.csv'), await download('readers.csv')];
    const path = await kept('readers.csv', readers);
    const known = await duck(
      `SELECT reader, issues_sent, issues_read, clicks FROM read_csv('${path}', header = true) ORDER BY issues_sent DESC, clicks DESC, issues_read DESC, reader`,
    );
    expect(known).toHaveLength(4);
    for (const { reader } of known as { reader: string }[]) {
      expect(reader).toMatch(/^[0-9a-f]{16}$/);
      expect(csv.bytes.toString()).toContain(reader);
    }
    expect(known).toMatchObject([{ issues_sent: '2', issues_read: '1' }, { clicks: '1' }, {}, {}]);
    const [theirs] = (await api.catalog.listPublications()).filter(({ name }) => name === 'Other');
    const other = await api.call('GET', `/api/v1/publications/${theirs?.publicId}/exports/readers.csv`);
    for (const { reader } of known as { reader: string }[]) expect(other.text).not.toContain(reader);
  });
});

describe('an export of figures', () => {
  test('has those of the list of issues', async () => {
    const path = await kept('issues.parquet', await download('issues.parquet'));
    const { json } = await api.call('GET', exportsPath.replace('/exports', '/issues'));
    expect(
      await duck(
        `SELECT issue, title, sent::INT AS sent, readers::INT AS readers, clickers::INT AS clickers, open_rate, opens_prefetched::INT AS prefetched FROM '${path}'`,
      ),
    ).toEqual(
      json.items.map(
        ({ id, title, figures }: never & { id: string; title: string; figures: Record<string, never> }) => ({
          issue: id,
          title,
          sent: figures['sent'],
          readers: figures['readers'],
          clickers: figures['clickers'],
          open_rate: figures['openRate'],
          prefetched: figures['opensByVerdict']?.['prefetched'],
        }),
      ),
    );
  });

  test.each(['links', 'sections', 'trials', 'cohorts'])(
    'of %s has the names of its columns where there is nothing',
    async (what) => {
      const { status, bytes, trailers } = await download(`${what}.csv`);
      expect([status, trailers['x-readout-rows']]).toEqual([200, '0']);
      expect(bytes.toString()).toMatch(/^"\w+",.*\n$/);
    },
  );
});

describe('the log of exports', () => {
  test('says who took what, how much of it, and its checksum', async () => {
    const { headers, bytes, trailers } = await download('events.parquet?kinds=opened');
    const { json } = await api.call('GET', `${exportsPath}?limit=1`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(trailers['x-readout-sha256']).toBe(sha256);
    expect(json.items).toEqual([
      expect.objectContaining({
        id: headers['x-readout-export'],
        actor: 'operator_key',
        what: 'events',
        format: 'parquet',
        filter: { kinds: ['opened'] },
        outcome: 'done',
        rows: 4,
        bytes: bytes.length,
        sha256,
      }),
    ]);
    const next = await api.call('GET', `${exportsPath}?limit=1&cursor=${json.next}`);
    expect(next.json.items[0].id).not.toBe(json.items[0].id);
  });

  test('is each publication’s own, as are its exports', async () => {
    const made = await api.call('POST', '/api/v1/keys', {
      body: {
        name: 'Theirs',
        publication: (await api.catalog.createPublication({ name: 'New', timeZone: 'UTC', isSample: false })).publicId,
      },
    });
    const { headers } = await download('issues.csv');
    const key = made.json.key;
    for (const path of ['', '/events.csv', '/parts', `/log/${headers['x-readout-export']}`]) {
      const answer = await api.call('GET', `${exportsPath}${path}`, { key });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const [other] = (await api.catalog.listPublications()).filter(({ name }) => name === 'Other');
    const elsewhere = await api.call(
      'GET',
      `/api/v1/publications/${other?.publicId}/exports/log/${headers['x-readout-export']}`,
    );
    expect(elsewhere.status).toBe(404);
  });
});

describe('an export that fails', () => {
  test('half-way is torn off, and is in the log as failed', async () => {
    const warehouse = Object.create(api.warehouse, {
      exportEvents: {
        value: async (...asked: Parameters<typeof api.warehouse.exportEvents>) => {
          const { columns, bytes } = await api.warehouse.exportEvents(...asked);
          return { columns, bytes: tornAfter(bytes) };
        },
      },
    });
    const over = await later({ warehouse });
    await expect(download('events.csv', { port: over.port })).rejects.toThrow(/aborted|hang up/);
    const { json } = await api.call('GET', `${exportsPath}?limit=1`);
    expect(json.items[0]).toMatchObject({
      outcome: 'failed',
      rows: null,
      sha256: null,
      reason: 'the engine went away',
    });
    await over.close();
  });

  test('before it begins says why, and leaves the next one room', async () => {
    const warehouse = Object.create(api.warehouse, {
      exportEvents: { value: () => Promise.reject(new Error('nothing was begun')) },
    });
    const over = await later({ warehouse });
    for (let time = 0; time < 3; time++) {
      const { status, bytes } = await download('events.csv', { port: over.port });
      expect([status, JSON.parse(bytes.toString()).code]).toEqual([500, 'internal']);
    }
    expect((await api.call('GET', `${exportsPath}?limit=1`)).json.items[0]).toMatchObject({
      outcome: 'failed',
      bytes: 0,
    });
    await over.close();
  });

  test('since nobody reads it any more is in the log as cancelled', async () => {
    const warehouse = Object.create(api.warehouse, {
      exportEvents: { value: async () => ({ columns: [], bytes: endless() }) },
    });
    const over = await later({ warehouse });
    await new Promise<void>((resolve) => {
      const asked = request(
        {
          port: over.port,
          host: '127.0.0.1',
          path: `${exportsPath}/events.csv`,
          headers: { authorization: `Bearer ${OWNER_KEY}` },
          agent: false,
        },
        (response) => {
          response.once('data', () => response.destroy());
          response.once('close', resolve);
        },
      );
      asked.end();
    });
    await over.close();
    expect((await api.call('GET', `${exportsPath}?limit=1`)).json.items[0]).toMatchObject({ outcome: 'cancelled' });
  });

  test('for want of room says so, and when to come again', async () => {
    let letGo = () => {};
    const held = new Promise<never>((_, reject) => {
      letGo = () => reject(new Error('let go'));
    });
    const over = await later({
      warehouse: Object.create(api.warehouse, { exportEvents: { value: () => held } }),
    });
    const two = [download('events.csv', { port: over.port }), download('events.csv', { port: over.port })];
    let answer = await download('issues.csv', { port: over.port });
    while (answer.status === 200) answer = await download('issues.csv', { port: over.port });
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '15']);
    letGo();
    await Promise.all(two);
    expect((await download('issues.csv', { port: over.port })).status).toBe(200);
    await over.close();
  });

  async function* tornAfter(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      yield chunk;
      throw new Error('the engine went away');
    }
  }

  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.from('"x"\n'.repeat(10_000));
    for (;;) yield chunk;
  }
});

describe('a request for an export', () => {
  test.each([
    ['nothing.csv', 404],
    ['events.pdf', 404],
    ['events.csv?kinds=nothing', 400],
    ['events.csv?from=yesterday', 400],
    ['events.csv?from=2026-02-30', 400],
    ['events.csv?from=2026-03-02&to=2026-03-01', 400],
    ['events.csv?issue=nothing', 400],
    ['cohorts.csv?from=2026-03-01', 400],
    ['issues.csv?verdicts=human', 400],
    ['events.parquet?compress=gzip', 400],
    ['events.csv?part=1', 400],
  ])('for %s is refused with %i', async (path, status) => {
    expect((await download(path)).status).toBe(status);
  });
});

describe('a table that is shown', () => {
  const table = {
    title: 'Links: of "Quay"',
    about: [{ name: 'Filter', value: 'all\nlinks' }],
    columns: [
      { name: 'Link', type: 'text' },
      { name: 'Clickers', type: 'number', definition: 'Distinct readers.' },
      { name: 'First', type: 'moment' },
    ],
    rows: [
      ['=1+1', -3, '2026-03-02T06:30:00.000Z'],
      ['עברית 🌊', 1.5, null],
    ],
  };
  const post = (format: string) => download('table', { body: { ...table, format } });

  test('is CSV with what it is of in front', async () => {
    const text = (await post('csv')).bytes.toString();
    expect(text).toContain('# Filter: all links\r\n');
    expect(text).toContain('# Time zone: Europe/Madrid; moments in the table are in UTC\r\n');
    const path = await kept('table.csv', await post('csv'));
    expect(await duck(`SELECT "Link", "Clickers" FROM read_csv('${path}', comment = '#', header = true)`)).toEqual([
      { Link: "'=1+1", Clickers: -3 },
      { Link: 'עברית 🌊', Clickers: 1.5 },
    ]);
  });

  test('is a workbook with a sheet of its own for that', async () => {
    const [data, about] = await readSheets((await post('xlsx')).bytes);
    expect(data?.data.map((row) => row.map((cell) => (cell instanceof Date ? toTheSecond(cell) : cell)))).toEqual([
      ['Link', 'Clickers', 'First'],
      ['=1+1', -3, '2026-03-02T06:30:00.000Z'],
      ['עברית 🌊', 1.5, null],
    ]);
    expect(about?.data).toEqual(
      expect.arrayContaining([
        ['Filter', 'all\nlinks'],
        ['Clickers', 'Distinct readers.'],
      ]),
    );
  });

  test('is JSON within an object that says it', async () => {
    const json = JSON.parse((await post('json')).bytes.toString());
    expect(json).toMatchObject({
      title: table.title,
      about: { Publication: 'Quay', Filter: 'all\nlinks' },
      rows: table.rows,
    });
  });

  test('is Parquet', async () => {
    const path = await kept('table.parquet', await post('parquet'));
    expect(await duck(`SELECT "Link", "Clickers", epoch_ms("First") AS first FROM '${path}'`)).toEqual([
      { Link: '=1+1', Clickers: -3, first: String(Date.parse('2026-03-02T06:30:00Z')) },
      { Link: 'עברית 🌊', Clickers: 1.5, first: null },
    ]);
  });

  test('is refused where its rows are not as long as its columns', async () => {
    const { status } = await download('table', { body: { ...table, format: 'csv', rows: [['x']] } });
    expect(status).toBe(400);
  });

  test('is in the log by its title', async () => {
    await post('json');
    expect((await api.call('GET', `${exportsPath}?limit=1`)).json.items[0]).toMatchObject({
      what: 'table',
      filter: { title: table.title },
      rows: 2,
    });
  });
});
