import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Publication } from '@readout/catalog';
import type { EventKind, IssueId, LinkId, ReaderEvent, ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { leadOf } from './lead.ts';

const HOUR = 3_600_000;

let api: ApiInTest;
let publication: Publication;
let path: string;
beforeAll(async () => {
  api = await startApi();
  publication = await api.catalog.createPublication({ name: 'Compared', timeZone: 'UTC', isSample: false });
  path = `/api/v1/publications/${publication.publicId}/comparison`;
}, 60_000);
afterAll(async () => api.close());

let position = 0;
function event(
  issue: IssueId,
  kind: EventKind,
  reader: number,
  hours: number,
  link: LinkId | null = null,
): ReaderEvent {
  return {
    origin: { partition: 0, collector: 1, position: position++ },
    kind,
    time: NOW - 3 * HOUR + hours * HOUR,
    publication: publication.id,
    issue,
    section: null,
    link,
    reader: reader as ReaderId,
    segment: kind === 'sent' ? 'premium' : 'none',
    edition: 'none',
    source: 'api',
    verdict: kind === 'sent' ? 'none' : 'human',
    reasons: [],
  };
}

/** Sent three hours ago to 100; so many open in each of the hours since, and so many of them click the second link. */
async function newIssue(title: string, opens: readonly number[], clicks: number): Promise<string> {
  const link = (at: number) => ({
    url: `https://example.org/${at}`,
    text: `link ${at}`,
    kind: 'outbound' as const,
    section: 0,
  });
  const issue = await api.catalog.createIssue(publication.id, {
    title,
    subtitle: '',
    sentAt: new Date(NOW - 3 * HOUR),
    hasPaywall: false,
    tags: ['Tides'],
    sections: [{ title: 'Ebb', access: 'before' }],
    links: [link(1), link(2)],
  });
  const events: ReaderEvent[] = [];
  for (let reader = 1; reader <= 100; reader++) events.push(event(issue.id, 'sent', reader, 0));
  let reader = 0;
  for (const [hour, many] of opens.entries()) {
    for (let at = 0; at < many; at++) events.push(event(issue.id, 'opened', ++reader, hour + 0.5));
  }
  for (let at = 1; at <= clicks; at++) events.push(event(issue.id, 'clicked', at, 0.6, issue.links[1]?.id ?? null));
  await api.warehouse.insertEvents(events);
  return issue.publicId;
}

describe('a comparison', () => {
  let ids: string[];
  beforeAll(async () => {
    ids = [
      await newIssue('One', [20, 10, 0], 3),
      await newIssue('Two', [50, 10, 5], 4),
      await newIssue('Three', [0, 0, 0], 0),
    ];
  });

  test('has figures with their ranges, readers since sending, sections and clicked links, in the order asked', async () => {
    const { status, json } = await api.call('GET', `${path}?issues=${[ids[1], ids[2], ids[0]].join(',')}`);
    expect(status).toBe(200);
    expect(json.asOf).toBe(new Date(NOW).toISOString());
    const [two, three, one] = json.items;
    expect([two.title, three.title, one.title]).toEqual(['Two', 'Three', 'One']);
    expect(two).toMatchObject({ audience: 'paying', tags: ['Tides'], readersSoFar: [50, 60, 65, 65] });
    expect(two.figures).toMatchObject({ delivered: 100, readers: 65, clickers: 4, openRate: 0.65 });
    // proportion_confint(65, 100, 0.1, 'wilson') of statsmodels 0.15.0
    expect(two.ranges.openRate.low).toBeCloseTo(0.5685335442834736, 12);
    expect(two.ranges.openRate.high).toBeCloseTo(0.7235636394815741, 12);
    expect(two.sections).toMatchObject([{ title: 'Ebb', clickers: 4 }]);
    expect(two.links).toMatchObject([{ text: 'link 2', clickers: 4 }]);
    expect(three.links).toEqual([]);
    expect(three.ranges.clickToOpenRate).toBeNull();
    expect(one.readersSoFar).toEqual([20, 30, 30, 30]);
    expect(json.leads).toEqual({
      openRate: { issue: two.id, clear: true },
      clickRate: { issue: two.id, clear: false },
      clickToOpenRate: { issue: one.id, clear: false },
    });
  });

  test('says of each issue what its own report says', async () => {
    const { json } = await api.call('GET', `${path}?issues=${ids.join(',')}`);
    for (const [at, id] of ids.entries()) {
      const report = (await api.call('GET', path.replace('comparison', `issues/${id}/report`))).json;
      expect(json.items[at].figures).toEqual(report.figures);
      expect(json.items[at].readersSoFar).toEqual(
        report.activity.map(({ readersSoFar }: { readersSoFar: number }) => readersSoFar),
      );
    }
  });

  test('refuses fewer than two, more than six, the same twice, and what is not there', async () => {
    const seven = [...ids, ...ids.map((id) => `${id}x`), 'another'];
    const refused: readonly (readonly [string, number, string])[] = [
      ['', 400, 'invalid_request'],
      ['?issues=', 400, 'invalid_request'],
      [`?issues=${ids[0]}`, 400, 'invalid_request'],
      [`?issues=${seven.join(',')}`, 400, 'invalid_request'],
      [`?issues=${ids[0]},${ids[0]}`, 400, 'invalid_request'],
      [`?issues=${ids[0]},${ids[1]}&more=1`, 400, 'invalid_request'],
      [`?issues=${ids[0]},2NothingHere`, 404, 'not_found'],
      [`?issues=${ids[0]},%00`, 404, 'not_found'],
    ];
    for (const [query, expected, code] of refused) {
      const { status, json } = await api.call('GET', path + query);
      expect([query, status, json.code]).toEqual([query, expected, code]);
    }
  });

  test('is of one publication: another one’s issue is not found, and its key sees nothing', async () => {
    const other = (await api.call('POST', '/api/v1/publications', { body: { name: 'Other' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'Other', publication: other.id } })).json;
    const query = `?issues=${ids[0]},${ids[1]}`;
    expect((await api.call('GET', path + query, { key })).status).toBe(404);
    expect((await api.call('GET', `/api/v1/publications/${other.id}/comparison${query}`, { key })).status).toBe(404);
    expect((await api.call('GET', path + query, { key: null })).status).toBe(401);
  });
});

describe('a lead', () => {
  const shares = (...all: readonly (readonly [number, number])[]) =>
    leadOf(all.map(([count, of], at) => ({ issue: String(at), share: { count, of } })));
  test.each([
    ['is clear where chance does not explain it', shares([10, 100], [30, 100], [12, 100]), { issue: '1', clear: true }],
    ['is not clear where it may be chance', shares([10, 100], [11, 100]), { issue: '1', clear: false }],
    ['goes by the rate and not by the number', shares([30, 100], [9, 10]), { issue: '1', clear: true }],
    ['is nobody’s where two are equal', shares([10, 100], [1, 10], [0, 5]), null],
    ['is nobody’s over one alone', shares([10, 100], [0, 0]), null],
    ['is not clear where more did it than there are', shares([12, 10], [1, 10]), { issue: '0', clear: false }],
  ])('%s', (_, lead, expected) => {
    expect(lead).toEqual(expected);
  });
});
