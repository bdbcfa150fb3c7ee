import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportView } from '@readout/api-contract';
import type { EventKind, LinkId, ReaderEvent, ReaderId } from '@readout/events';
import readXlsx from 'read-excel-file/node';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const DAY = 86_400_000;
let api: ApiInTest;
let base = '';
let other = '';
let otherLink = '';
/** Ids as the API gives them out. */
let issues: { id: string; links: { id: string }[] }[] = [];

beforeAll(async () => {
  api = await startApi();
  const made = async (name: string) => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name, timeZone: 'Europe/Madrid' } })).json;
    const publication = await api.catalog.findPublication(id);
    if (publication === null) throw new Error('the publication is not there');
    return publication;
  };
  const publication = await made('Low Tide');
  const foreign = await made('High Tide');
  const link = (ordinal: number, url: string) => ({
    url,
    text: `link ${ordinal}`,
    kind: 'outbound' as const,
    section: null,
    ordinal,
  });
  const sent = (title: string, days: number, query: string) => ({
    title,
    subtitle: '',
    sentAt: new Date(NOW - days * DAY),
    hasPaywall: true,
    sections: [],
    links: [link(0, `https://shop.example/boots?issue=${query}`), link(1, 'https://example.org/map')],
  });
  const [first, second] = [
    await api.catalog.createIssue(publication.id, sent('=1+1 harbour', 20, 'a')),
    await api.catalog.createIssue(publication.id, sent('The quiet harbour', 13, 'b')),
  ];
  const strange = await api.catalog.createIssue(foreign.id, sent('Elsewhere', 10, 'c'));
  otherLink = strange.links[0]?.publicId ?? '';
  issues = [first, second].map(({ publicId, links }) => ({
    id: publicId,
    links: links.map((one) => ({ id: one.publicId })),
  }));
  let position = 0;
  const event = (kind: EventKind, reader: number, issue: typeof first, at: number | null = null): ReaderEvent => ({
    origin: { partition: 0, collector: 3, position: position++ },
    kind,
    time: (issue.sentAt?.getTime() ?? 0) + 3_600_000,
    publication: publication.id,
    issue: issue.id,
    section: null,
    link: at === null ? null : ((issue.links[at]?.id ?? 0) as LinkId),
    reader: reader as ReaderId,
    segment: 'free',
    edition: 'whole',
    source: 'api',
    verdict: kind === 'sent' ? 'none' : reader > 90 ? 'scanner' : 'human',
    reasons: [],
  });
  await api.warehouse.insertEvents([
    ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((reader) => [event('sent', reader, first), event('sent', reader, second)]),
    ...[1, 2, 3, 4].map((reader) => event('opened', reader, first)),
    ...[1, 2, 3].map((reader) => event('opened', reader, second)),
    event('clicked', 1, first, 0),
    event('clicked', 1, first, 0),
    event('clicked', 2, first, 0),
    event('clicked', 91, first, 0),
    event('clicked', 3, second, 0),
    event('clicked', 3, second, 1),
  ]);
  base = `/api/v1/publications/${publication.publicId}/reports`;
  other = `/api/v1/publications/${foreign.publicId}/reports`;
}, 60_000);
afterAll(async () => api.close());

const read = async (path: string) => (await api.call('GET', `${base}/${path}`)).json;
/** All tables of a report by their titles. */
const tables = (report: unknown) =>
  new Map(
    reportView
      .parse(report)
      .sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === 'table' ? [[block.title, block] as const] : [])),
      ),
  );
const fetched = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${api.port}${base}/${path}`, {
    headers: { authorization: `Bearer ro_${'k'.repeat(43)}` },
  });
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('an issue report', () => {
  test('holds the figures that the API answers of the issue', async () => {
    const report = await read(`issue?issue=${issues[0]?.id}`);
    const { figures, links } = (await api.call('GET', `${base.replace('/reports', '')}/issues/${issues[0]?.id}/report`))
      .json;
    const shown = reportView.parse(report).sections[0]?.blocks[0];
    if (shown?.type !== 'figures') throw new Error('figures come first');
    const value = (label: string) => shown.items.find((item) => item.label === label)?.cell.value;
    expect(value('Readers')).toBe(figures.readers);
    expect(value('Delivered')).toBe(figures.delivered);
    expect(value('Open rate')).toBe(figures.openRate);
    const table = tables(report).get('Links');
    expect(table?.rows.map((row) => row[3]?.value)).toEqual(links.map(({ clicks }: { clicks: number }) => clicks));
    expect(report.title).toBe('=1+1 harbour');
  });

  test('needs an issue, and one of this publication', async () => {
    expect((await read('issue')).errors[0].path).toBe('issue');
    expect((await read('issue?issue=7Qm2XkVb9TcR')).code).toBe('not_found');
    expect((await api.call('GET', `${other}/issue?issue=${issues[0]?.id}`)).json.code).toBe('not_found');
  });

  test('is Spanish where that is asked for', async () => {
    const report = await read(`issue?issue=${issues[0]?.id}&language=es`);
    expect(report.sections[0].title).toBe('De un vistazo');
    expect((await read('issue?language=fr')).errors[0].path).toBe('language');
  });
});

describe('a sponsor report', () => {
  test('counts clicks by people on a page, issue by issue, whatever its query', async () => {
    const report = await read(`sponsor?link=${issues[1]?.links[0]?.id}`);
    const table = tables(report).get('Issue by issue');
    expect(table?.rows.map((row) => row.slice(1).map(({ value }) => value))).toEqual([
      ['=1+1 harbour', 8, 4, 3, 2, 0.5, 1, 0],
      ['The quiet harbour', 8, 3, 1, 1, 1 / 3, 0, 0],
    ]);
    expect(table?.total?.slice(2).map(({ value }) => value)).toEqual([16, 7, 4, 3, 3 / 7, 1, 0]);
    expect(report.subtitle).toBe('https://shop.example/boots');
  });

  test('counts one address alone where that is asked for', async () => {
    const table = tables(await read(`sponsor?link=${issues[1]?.links[0]?.id}&match=address`)).get('Issue by issue');
    expect(table?.rows).toHaveLength(1);
  });

  test("is not made of another publication's link", async () => {
    expect((await read(`sponsor?link=${otherLink}`)).code).toBe('not_found');
    expect((await read('sponsor')).errors[0].path).toBe('link');
  });

  test('has its links to choose from, page by page', async () => {
    const { items } = await read('links');
    expect(items.map(({ url, issues: many }: { url: string; issues: number }) => [url, many])).toEqual([
      ['https://example.org/map', 2],
      ['https://shop.example/boots', 2],
    ]);
    expect((await read('links?q=BOOTS')).items).toHaveLength(1);
  });
});

describe('a monthly report', () => {
  test('has the issues of the month and their sums', async () => {
    const report = await read('month?month=2026-02');
    const table = tables(report).get('Issues of the month');
    expect(table?.rows.map((row) => row[1]?.value)).toEqual(['=1+1 harbour', 'The quiet harbour']);
    expect(table?.total?.[3]?.value).toBe(7);
    expect(report.period).toMatchObject({ from: '2026-01-31T23:00:00.000Z', to: '2026-02-28T23:00:00.000Z' });
    // Today is the 2nd of March.
    expect((await read('month')).title).toBe('February 2026');
  });

  test('says where nothing went out, and refuses what is no month', async () => {
    expect((await read('month?month=2025-07')).sections[0].blocks[0].text).toBe('Nothing went out in this month.');
    for (const month of ['2026-13', '2027-01', '0001-01', 'March']) {
      expect((await read(`month?month=${month}`)).errors[0].path).toBe('month');
    }
  });
});

test('a growth report says what is not known yet', async () => {
  const report = reportView.parse(await read('growth?days=30'));
  expect(report.sections.map(({ title }) => title)).toContain('From trial to payment');
  expect(JSON.stringify(report)).toContain('No trials are known.');
});

describe('the file of a report', () => {
  test('is a PDF under a name of its own', async () => {
    const { headers, bytes } = await fetched(`issue.pdf?issue=${issues[0]?.id}`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Low-Tide_issue_1-1-harbour_2026-03-02.pdf"; filename*=UTF-8''Low-Tide_issue_1-1-harbour_2026-03-02.pdf`,
    );
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBe(Number(headers.get('content-length')));
  });

  test('is a workbook whose figures are those of the report', async () => {
    const { headers, bytes } = await fetched(`sponsor.xlsx?link=${issues[0]?.links[0]?.id}`);
    expect(headers.get('content-type')).toMatch(/spreadsheetml/);
    const sheets = await readXlsx(bytes);
    const rows = sheets.find(({ sheet }) => sheet === 'Issue by issue')?.data ?? [];
    expect(rows[1]?.slice(1, 6)).toEqual(['=1+1 harbour', 8, 4, 3, 2]);
  });

  test('is not made of what there is not', async () => {
    expect((await read('yearly')).detail).toMatch(/Reports are `issue`/);
    expect((await read('yearly.pdf')).code).toBe('not_found');
    expect((await read('issue.pdf')).errors[0].path).toBe('issue');
  });
});

test('reports are for the owner and for keys of the publication', async () => {
  const keyOf = async (path: string) =>
    (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: path.split('/')[4] } })).json.key;
  const [own, foreign] = [await keyOf(base), await keyOf(other)];
  for (const path of ['growth', 'growth.pdf', 'growth.xlsx', 'links']) {
    expect([path, (await api.call('GET', `${base}/${path}`, { key: null })).status]).toEqual([path, 401]);
    expect([path, (await api.call('GET', `${base}/${path}`, { key: foreign })).status]).toEqual([path, 404]);
    expect([path, (await api.call('GET', `${base}/${path}`, { key: own })).status]).toEqual([path, 200]);
  }
});
