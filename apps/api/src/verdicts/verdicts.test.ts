import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { LinkId, ReaderEvent, ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const SENT = NOW - 2 * 60 * MINUTE;

let api: ApiInTest;
let publication: Publication;
let issue: IssueWithStructure;
let path: string;
let position = 0;

function event(of: Pick<IssueWithStructure, 'id'>, reader: number, fields: Partial<ReaderEvent>): ReaderEvent {
  const isFetch = fields.kind === 'opened' || fields.kind === 'clicked';
  return {
    origin: { partition: 0, collector: 9, position: position++ },
    kind: 'opened',
    time: SENT,
    publication: publication.id,
    issue: of.id,
    section: null,
    link: null,
    reader: reader === 0 ? null : (reader as ReaderId),
    segment: 'none',
    edition: 'none',
    source: 'api',
    verdict: isFetch ? 'human' : 'none',
    reasons: isFetch ? ['ordinary_client'] : [],
    ...(isFetch
      ? {
          country: 'ES',
          network: 'other',
          fetch: { client: 'Chrome 142 / Windows', method: 'GET', place: 1, shape: 0, confidence: 0.9 },
        }
      : {}),
    ...fields,
  };
}

const fetchBy = (client: string, confidence = 0.9) => ({
  client,
  method: 'GET' as const,
  place: 1,
  shape: 0,
  confidence,
});

async function newIssue(title: string, sentAt: number): Promise<IssueWithStructure> {
  return api.catalog.createIssue(publication.id, {
    title,
    subtitle: '',
    sentAt: new Date(sentAt),
    hasPaywall: false,
    sections: [],
    links: [
      { url: 'https://example.org/ebb', text: 'the ebb', kind: 'outbound', section: null },
      { url: 'https://example.org/flood', text: 'the flood', kind: 'outbound', section: null },
    ],
  });
}

beforeAll(async () => {
  api = await startApi();
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
  const found = await api.catalog.findPublication(id);
  if (found === null) throw new Error('the publication is not there');
  publication = found;
  issue = await newIssue('The quiet harbour', SENT);
  path = `/api/v1/publications/${publication.publicId}/issues/${issue.publicId}`;
  const ebb = issue.links[0]?.id as LinkId;
  const person = (reader: number) => (reader <= 6 ? 'bank.example' : `alone-${reader}.example`);
  await api.warehouse.insertEvents([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((reader) =>
      event(issue, reader, { kind: 'sent', segment: reader === 1 ? 'premium' : 'free', domain: person(reader) }),
    ),
    event(issue, 8, { kind: 'bounced', time: SENT + 1_000 }),
    event(issue, 1, { kind: 'opened', time: SENT + 5 * MINUTE }),
    event(issue, 2, {
      kind: 'opened',
      time: SENT + 6 * MINUTE,
      verdict: 'prefetched',
      reasons: ['apple_privacy_protection'],
      fetch: fetchBy('Apple Mail privacy', 0.97),
    }),
    event(issue, 3, {
      kind: 'clicked',
      time: SENT + 2_000,
      link: ebb,
      verdict: 'scanner',
      reasons: ['every_link', 'hosting_network'],
      fetch: fetchBy('Chrome 64 / Windows', 0.8),
    }),
    event(issue, 0, {
      kind: 'clicked',
      time: SENT + 3_000,
      link: ebb,
      verdict: 'unclear',
      reasons: ['token_forged'],
      fetch: fetchBy(''),
    }),
    event(issue, 7, { kind: 'clicked', time: SENT + 7 * MINUTE, link: ebb, fetch: fetchBy('Chrome 141 / macOS') }),
  ]);
  await api.warehouse.insertArrivals(
    [
      event(issue, 7, {
        kind: 'opened',
        time: SENT + 8 * MINUTE,
        verdict: 'unclear',
        reasons: ['own:the office', 'from_the_future'],
        fetch: fetchBy('Thunderbird 128 / Linux', 0.5),
      }),
    ],
    NOW,
  );
}, 60_000);
afterAll(async () => api.close());

describe('why', () => {
  test('an issue’s opens are split by verdict, with the reasons and what is not settled yet', async () => {
    const { status, json } = await api.call('GET', `${path}/verdicts?kind=opened`);
    expect([status, json.kind, json.link, json.events, json.readers, json.settling]).toEqual([
      200,
      'opened',
      null,
      3,
      3,
      1,
    ]);
    expect(
      json.verdicts.map((row: Record<string, unknown>) => [row['verdict'], row['events'], row['readers']]),
    ).toEqual([
      ['human', 1, 1],
      ['proxied', 0, 0],
      ['prefetched', 1, 1],
      ['scanner', 0, 0],
      ['unclear', 1, 1],
    ]);
    expect(json.verdicts[2].reasons).toEqual([
      {
        name: 'apple_privacy_protection',
        says: 'Apple Mail fetched the pictures in advance, whether or not anybody reads.',
        category: 'agent',
        source: expect.any(String),
        events: 1,
      },
    ]);
    expect(json.verdicts[4]).toMatchObject({
      settling: 1,
      reasons: [
        { name: 'from_the_future', category: null, source: null, says: expect.stringMatching(/\.$/) },
        { name: 'own:the office', category: 'own', says: expect.stringContaining('own rules') },
      ],
    });
  });

  test('clicks are, of all links or of one', async () => {
    const [ebb, flood] = issue.links;
    const all = (await api.call('GET', `${path}/verdicts?kind=clicked`)).json;
    const one = (await api.call('GET', `${path}/verdicts?kind=clicked&link=${ebb?.publicId}`)).json;
    const other = (await api.call('GET', `${path}/verdicts?kind=clicked&link=${flood?.publicId}`)).json;
    expect(all).toMatchObject({ events: 3, readers: 2, settling: 0 });
    expect(one).toEqual({ ...all, link: ebb?.publicId });
    expect(other).toMatchObject({ events: 0, readers: 0, link: flood?.publicId });
  });

  test('what is wrong in a question is named', async () => {
    for (const [query, where] of [
      ['', 'kind'],
      ['?kind=viewed', 'kind'],
      ['?kind=clicked&link=nothing', 'link'],
      [`?kind=opened&link=${issue.links[0]?.publicId}`, 'link'],
      ['?kind=opened&more=1', 'query'],
    ]) {
      const { status, json } = await api.call('GET', `${path}/verdicts${query}`);
      expect([query, status, json.code, json.errors[0].path]).toEqual([query, 400, 'invalid_request', where]);
    }
    expect((await api.call('GET', `${path}/events?verdict=none`)).json.errors[0].path).toBe('verdict');
    expect((await api.call('GET', `${path}/events?limit=201`)).json.errors[0].path).toBe('limit');
    for (const cursor of ['x', 'MTI', Buffer.from('1 2 3 -4').toString('base64url')]) {
      expect((await api.call('GET', `${path}/events?cursor=${cursor}`)).json).toMatchObject({ code: 'invalid_cursor' });
    }
    const elsewhere = path.replace(issue.publicId, '2NothingHere');
    for (const what of ['verdicts?kind=opened', 'events', 'clients', 'domains']) {
      expect((await api.call('GET', `${elsewhere}/${what}`)).status).toBe(404);
    }
  });
});

describe('the events themselves', () => {
  test('come newest first with all that is kept of them, and never say whose they were', async () => {
    const { json, text } = await api.call('GET', `${path}/events`);
    expect(json.next).toBeNull();
    expect(json.items.map(({ kind, verdict }: Record<string, string>) => `${kind} ${verdict}`)).toEqual([
      'opened unclear',
      'clicked human',
      'opened prefetched',
      'opened human',
      'clicked unclear',
      'clicked scanner',
    ]);
    expect(json.items[5]).toEqual({
      time: new Date(SENT + 2_000).toISOString(),
      kind: 'clicked',
      verdict: 'scanner',
      reasons: [
        expect.objectContaining({ name: 'every_link', category: 'pattern' }),
        expect.objectContaining({ name: 'hosting_network', category: 'network' }),
      ],
      confidence: 0.8,
      client: 'Chrome 64 / Windows',
      network: 'other',
      country: 'ES',
      link: { id: issue.links[0]?.publicId, text: 'the ebb' },
      segment: 'free',
      settled: true,
      secondsSinceSent: 2,
      secondsSinceDelivery: null,
    });
    expect(json.items[0]).toMatchObject({ settled: false, confidence: 0.5, link: null, secondsSinceSent: 480 });
    expect(json.items[3]).toMatchObject({ segment: 'premium' });
    expect(json.items[4]).toMatchObject({ segment: 'none', client: null, secondsSinceSent: null });
    expect(text).not.toMatch(/"(reader|partition|position|collector|place)"/);
  });

  test('come page by page, and by what is asked for', async () => {
    const all = (await api.call('GET', `${path}/events`)).json.items;
    const pages: unknown[] = [];
    let cursor = '';
    for (let page = 0; page < 3; page++) {
      const { json } = await api.call('GET', `${path}/events?limit=2${cursor}`);
      pages.push(...json.items);
      expect(json.next === null).toBe(page === 2);
      cursor = `&cursor=${json.next}`;
    }
    expect(pages).toEqual(all);
    const asked = async (query: string) => (await api.call('GET', `${path}/events?${query}`)).json.items;
    expect(await asked('kind=clicked')).toEqual(all.filter(({ kind }: { kind: string }) => kind === 'clicked'));
    expect(await asked('verdict=unclear')).toEqual([all[0], all[4]]);
    expect(await asked('reason=hosting_network')).toEqual([all[5]]);
    expect(await asked(`reason=${encodeURIComponent('own:the office')}`)).toEqual([all[0]]);
    expect(await asked(`reason=${encodeURIComponent("x' OR '1")}`)).toEqual([]);
    expect(await asked(`link=${issue.links[0]?.publicId}&verdict=human`)).toEqual([all[1]]);
  });
});

describe('clients and domains', () => {
  test('clients come without their versions, most first', async () => {
    const { json } = await api.call('GET', `${path}/clients`);
    const rows = json.items.map(({ client, group, clicks, readers }: Record<string, unknown>) => [
      client,
      group,
      clicks,
      readers,
    ]);
    expect(rows[0]).toEqual(['Chrome', 'browser', 1, 2]);
    expect(rows.slice(1).sort()).toEqual([
      ['', 'none', 0, 0],
      ['Apple Mail privacy', 'proxy', 0, 0],
      ['Thunderbird', 'mail', 0, 0],
    ]);
    expect(json.items[0]).toMatchObject({ machineClicks: 1, opensByVerdict: { human: 1, scanner: 0 } });
  });

  test('nobody stands alone: small domains are one row without a name', async () => {
    const { json, text } = await api.call('GET', `${path}/domains`);
    expect(json).toMatchObject({
      known: 8,
      items: [
        {
          domain: 'bank.example',
          recipients: 6,
          delivered: 6,
          bounced: 0,
          readers: 1,
          machineClicks: 1,
          opensByVerdict: { human: 1, prefetched: 1 },
        },
        { domain: null, recipients: 2, delivered: 1, bounced: 1, readers: 1, clicks: 1 },
      ],
    });
    expect(text).not.toContain('alone');
  });
});

describe('machines over time', () => {
  test('a jump is pointed out, in the history and in the report, and small numbers are none', async () => {
    const before: IssueWithStructure[] = [];
    for (let days = 8; days >= 3; days--) before.push(await newIssue(`${days} days ago`, NOW - days * DAY));
    const odd = await newIssue('After the gateway came', NOW - 2 * DAY);
    const unsent = await api.catalog.createIssue(publication.id, {
      title: 'Not out yet',
      subtitle: '',
      sentAt: null,
      hasPaywall: false,
      sections: [],
      links: [],
    });
    const readers = Array.from({ length: 50 }, (_, at) => at + 100);
    const scanned = (of: IssueWithStructure, times: number) =>
      readers.slice(0, times).map((reader) => event(of, reader, { kind: 'clicked', verdict: 'scanner' }));
    await api.warehouse.insertEvents(
      [...before, odd].flatMap((one) => [
        ...readers.map((reader) => event(one, reader, { kind: 'sent' })),
        ...scanned(one, one === odd ? 25 : 5),
      ]),
    );
    const machines = `/api/v1/publications/${publication.publicId}/machines`;
    const { json } = await api.call('GET', machines);
    expect(json.items.map(({ title }: { title: string }) => title)).toEqual([
      ...before.map(({ title }) => title),
      'After the gateway came',
      'The quiet harbour',
    ]);
    const jump = { of: 'machine_clicks', share: 0.5, usual: 0.1, times: 5 };
    expect(json.items.map((item: Record<string, unknown>) => item['jump'])).toEqual([
      ...before.map(() => null),
      jump,
      null,
    ]);
    expect(json.items[6]).toMatchObject({ delivered: 50, machineClicks: 25, clicks: 0, scannerShare: 0.5 });
    expect(json.estimate).toMatchObject({ ok: false, reason: 'too-few-clicks' });
    const report = async (of: { readonly publicId: string }) =>
      (await api.call('GET', `/api/v1/publications/${publication.publicId}/issues/${of.publicId}/report`)).json;
    expect((await report(odd)).jump).toEqual(jump);
    expect((await report(issue)).jump).toBeNull();
    expect((await report(unsent)).jump).toBeNull();
    const two = (await api.call('GET', `${machines}?limit=2`)).json;
    expect(two.items).toEqual(json.items.slice(-2));
    expect((await api.call('GET', `${machines}?limit=0`)).status).toBe(400);
  }, 60_000);

  test('hidden readers are estimated in the report, and not where nobody is kept', async () => {
    const one = await newIssue('Behind the proxy', NOW - 1.5 * DAY);
    const seen = Array.from({ length: 60 }, (_, at) => at + 1_000);
    const hidden = Array.from({ length: 60 }, (_, at) => at + 2_000);
    await api.warehouse.insertEvents([
      ...[...seen, ...hidden].map((reader) => event(one, reader, { kind: 'sent' })),
      ...seen.slice(0, 40).map((reader) => event(one, reader, { kind: 'opened' })),
      ...hidden.map((reader) => event(one, reader, { kind: 'opened', verdict: 'prefetched' })),
      ...[...seen.slice(0, 20), ...hidden.slice(0, 15)].map((reader) => event(one, reader, { kind: 'clicked' })),
    ]);
    const report = `/api/v1/publications/${publication.publicId}/issues/${one.publicId}/report`;
    const { figures, estimate } = (await api.call('GET', report)).json;
    expect(figures).toMatchObject({ readers: 55, clickers: 35 });
    expect(estimate).toMatchObject({ ok: true, hiddenRecipients: 60, counted: 55, seenClickRate: 0.5 });
    expect(estimate.readers.estimate).toBe(40 + estimate.hiddenReaders.estimate);
    await api.catalog.updatePublication(publication.id, { tracksReaders: false });
    expect((await api.call('GET', report)).json.estimate).toMatchObject({ ok: false, reason: 'readers-not-kept' });
  }, 60_000);
});
