import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Issue, Publication } from '@readout/catalog';
import { type EventKind, type ReaderEvent, type ReaderId, visitorAsReader } from '@readout/events';
import { type ApiInTest, NOW, startApi, startApiOver } from '../testing/api-in-test.ts';
import { countFacts } from '../testing/counted.ts';

const DAY = 86_400_000;
const NAME = 'Ana.Reader@Example.org';

let api: ApiInTest;
/** The same, where the operator has not allowed it. */
let forbidding: ApiInTest;
beforeAll(async () => {
  api = await startApi({ allowsReaderHistory: true });
  forbidding = await startApiOver(api);
}, 60_000);
afterAll(async () => {
  await forbidding.close();
  await api.close();
});

const base = (publication: Publication | string) =>
  `/api/v1/publications/${typeof publication === 'string' ? publication : publication.publicId}`;

async function newPublication(settings: object): Promise<Publication> {
  const body = { name: 'Low Tide', timeZone: 'Europe/Madrid', ...settings };
  const { id } = (await api.call('POST', '/api/v1/publications', { body })).json;
  const found = await api.catalog.findPublication(id);
  if (found === null) throw new Error('the publication is not there');
  return found;
}

/** Every way to a single reader. */
const ways = (publication: Publication) =>
  [
    ['GET', `${base(publication)}/readers`, undefined],
    ['GET', `${base(publication)}/readers?group=dormant`, undefined],
    ['GET', `${base(publication)}/readers/1`, undefined],
    ['GET', `${base(publication)}/readers/nobody`, undefined],
    ['POST', `${base(publication)}/readers/find`, { reader: NAME }],
  ] as const;

describe('single readers are refused', () => {
  test('where the operator does not allow it, whatever the publication says and whoever asks', async () => {
    const publication = await newPublication({ showsReaders: true });
    const body = { name: 'k', publication: publication.publicId };
    const { key } = (await api.call('POST', '/api/v1/keys', { body })).json;
    for (const [method, path, sent] of ways(publication)) {
      for (const as of [{}, { key }]) {
        const { status, json } = await forbidding.call(method, path, { body: sent, ...as });
        expect([path, status, json.code]).toEqual([path, 403, 'readers_not_shown']);
        expect(json.detail).toContain('READOUT_ALLOW_READER_HISTORY=on');
      }
      expect([path, (await forbidding.call(method, path, { body: sent, key: null })).status]).toEqual([path, 401]);
    }
    const groups = await forbidding.call('GET', `${base(publication)}/readers/groups`);
    expect([groups.status, groups.json.singleReaders]).toEqual([200, 'operator_forbids']);
  });

  test('where the publication did not choose it, and say who can', async () => {
    const publication = await newPublication({});
    expect(publication.showsReaders).toBe(false);
    const body = { name: 'k', publication: publication.publicId };
    const { key } = (await api.call('POST', '/api/v1/keys', { body })).json;
    for (const [method, path, sent] of ways(publication)) {
      for (const as of [{}, { key }]) {
        const { status, json } = await api.call(method, path, { body: sent, ...as });
        expect([path, status, json.code]).toEqual([path, 403, 'readers_not_shown']);
        expect(json.detail).toMatch(/owner can choose otherwise in the settings/);
      }
    }
    const groups = (await api.call('GET', `${base(publication)}/readers/groups`)).json;
    expect(groups.singleReaders).toBe('publication_forbids');
  });

  test("and a publication's key cannot choose it: the owner decides", async () => {
    const publication = await newPublication({});
    const body = { name: 'k', publication: publication.publicId };
    const { key } = (await api.call('POST', '/api/v1/keys', { body })).json;
    for (const showsReaders of [true, false]) {
      const refused = await api.call('PATCH', base(publication), { body: { showsReaders }, key });
      expect([refused.status, refused.json.code]).toEqual([403, 'forbidden']);
    }
    expect((await api.call('PATCH', base(publication), { body: { name: 'High Tide' }, key })).status).toBe(200);
    const chosen = await api.call('PATCH', base(publication), { body: { showsReaders: true } });
    expect([chosen.status, chosen.json.showsReaders]).toEqual([200, true]);
    expect((await api.call('GET', `${base(publication)}/readers`, { key })).status).toBe(200);
    await api.call('PATCH', base(publication), { body: { showsReaders: false } });
    expect((await api.call('GET', `${base(publication)}/readers`, { key })).status).toBe(403);
  });
});

describe('single readers, where operator and publication allow it', () => {
  let publication: Publication;
  let old: Issue;
  let recent: Issue;
  let link: string;
  let numbers: readonly ReaderId[];

  beforeAll(async () => {
    publication = await newPublication({ showsReaders: true });
    const html = '<h1>Harbours</h1><p>See <a href="https://example.org/map">a map</a>.</p>';
    const create = async (sentAt: number) => {
      const body = { editions: [{ edition: 'whole', html }], sentAt: new Date(sentAt).toISOString() };
      const { id, links } = (await api.call('POST', `${base(publication)}/issues`, { body })).json;
      const issue = await api.catalog.findIssue(publication.id, id);
      if (issue === null) throw new Error('the issue is not there');
      return { issue, link: links[0].id as string };
    };
    ({ issue: old } = await create(NOW - 60 * DAY));
    const made = await create(NOW - 10 * DAY);
    recent = made.issue;
    link = made.link;
    const send = (issue: Issue, readers: readonly string[]) =>
      api.call('POST', `${base(publication)}/issues/${issue.publicId}/recipients`, {
        body: {
          sentAt: issue.sentAt?.toISOString(),
          recipients: readers.map((reader) => ({ reader, segment: reader === NAME ? 'premium' : 'free' })),
        },
      });
    await send(old, [NAME, 'r2', 'r3']);
    await send(recent, [NAME, 'r2', 'r3', 'r4']);
    await countFacts(api.log, api.warehouse);
    const members = (await api.call('GET', `${base(publication)}/readers`)).json.items;
    numbers = members.map(({ reader }: { reader: ReaderId }) => reader);
    const target = await api.catalog.findLinkTarget(link as never);
    let position = 0;
    const event = (kind: EventKind, days: number, more: Partial<ReaderEvent>): ReaderEvent => ({
      origin: { partition: 0, collector: 9, position: position++ },
      kind,
      time: NOW - days * DAY,
      publication: publication.id,
      issue: recent.id,
      section: null,
      link: null,
      reader: numbers[0] ?? null,
      segment: 'none',
      edition: 'none',
      source: 'api',
      verdict: 'human',
      reasons: [],
      ...more,
    });
    await api.warehouse.insertEvents([
      event('opened', 9.9, { verdict: 'scanner' }),
      event('opened', 9.8, { verdict: 'prefetched' }),
      event('opened', 9, {}),
      event('opened', 8, { verdict: 'proxied' }),
      event('clicked', 8, { link: target?.id ?? null }),
      event('clicked', 7, { link: target?.id ?? null, verdict: 'scanner' }),
      event('paywall_hit', 7, { verdict: 'none' }),
      event('trial_started', 6, { verdict: 'none' }),
      event('converted', 1, { issue: null, verdict: 'none' }),
      event('opened', 59, { issue: old.id, reader: numbers[1] ?? null }),
      event('opened', 9, { reader: visitorAsReader(7) }),
    ]);
  }, 60_000);

  const view = (issue: Issue) => ({ id: issue.publicId, title: 'Harbours', sentAt: issue.sentAt?.toISOString() });

  test('are listed by their numbers with group, standing and what they read', async () => {
    const { json } = await api.call('GET', `${base(publication)}/readers`);
    expect(json).toEqual({
      items: [
        { reader: numbers[0], standing: 'premium', group: 'engaged', sent: 1, read: 1, lastRead: view(recent) },
        { reader: numbers[1], standing: 'free', group: 'fading', sent: 1, read: 0, lastRead: view(old) },
        { reader: numbers[2], standing: 'free', group: 'dormant', sent: 1, read: 0, lastRead: null },
        { reader: numbers[3], standing: 'free', group: 'new', sent: 1, read: 0, lastRead: null },
      ],
      next: null,
    });
    const first = (await api.call('GET', `${base(publication)}/readers?limit=3`)).json;
    expect(first).toEqual({ items: json.items.slice(0, 3), next: expect.stringMatching(/^[\w-]{8,}$/) });
    const second = (await api.call('GET', `${base(publication)}/readers?limit=3&cursor=${first.next}`)).json;
    expect(second).toEqual({ items: json.items.slice(3), next: null });
    const fading = (await api.call('GET', `${base(publication)}/readers?group=fading`)).json;
    expect(fading.items).toEqual([json.items[1]]);
    for (const cursor of ['0', '-1', 'x', '99999999999', '4294967295', '1e3']) {
      const refused = await api.call('GET', `${base(publication)}/readers?cursor=${cursor}`);
      expect([cursor, refused.status, refused.json.code]).toEqual([cursor, 400, 'invalid_cursor']);
    }
    expect((await api.call('GET', `${base(publication)}/readers?group=best`)).status).toBe(400);
  });

  test('are found by what the sender calls them, in any case, and that is nowhere logged', async () => {
    const find = (reader: string, where = publication) =>
      api.call('POST', `${base(where)}/readers/find`, { body: { reader } });
    expect((await find(` ${NAME.toUpperCase()} `)).json).toEqual({ reader: numbers[0] });
    expect((await find(NAME)).json).toEqual({ reader: numbers[0] });
    expect([(await find('somebody else')).status, (await find('')).status]).toEqual([404, 400]);
    expect((await find(NAME, await newPublication({ showsReaders: true }))).status).toBe(404);
    expect(api.logged.join('').toLowerCase()).not.toContain(NAME.toLowerCase());
  });

  test('have a history by issue: what people did, and not what machines did', async () => {
    const iso = (days: number) => new Date(NOW - days * DAY).toISOString();
    const { status, json } = await api.call('GET', `${base(publication)}/readers/${numbers[0]}`);
    expect(status).toBe(200);
    const silent = { bounced: false, fetchedAhead: false, clicks: [], paywall: null, trial: null, payment: null };
    expect(json).toEqual({
      reader: numbers[0],
      standing: 'premium',
      group: 'engaged',
      sent: 1,
      read: 1,
      lastRead: view(recent),
      items: [
        {
          ...silent,
          issue: view(recent),
          standing: 'premium',
          sent: recent.sentAt?.toISOString(),
          opened: iso(9),
          opens: 2,
          fetchedAhead: true,
          clicks: [{ time: iso(8), link: { id: link, text: 'a map', url: 'https://example.org/map' } }],
          paywall: iso(7),
          trial: iso(6),
        },
        { ...silent, issue: view(old), standing: 'premium', sent: old.sentAt?.toISOString(), opened: null, opens: 0 },
      ],
      subscription: [{ kind: 'converted', time: iso(1) }],
      next: null,
    });
  });

  test('of other publications, visitors and what is no number are nobody', async () => {
    const other = await newPublication({ showsReaders: true });
    for (const path of [
      `${base(other)}/readers/${numbers[0]}`,
      `${base(publication)}/readers/${visitorAsReader(7)}`,
      `${base(publication)}/readers/0`,
      `${base(publication)}/readers/01`,
      `${base(publication)}/readers/${'9'.repeat(30)}`,
      `${base(publication)}/readers/x`,
    ]) {
      const { status, json } = await api.call('GET', path);
      expect([path, status, json.code]).toEqual([path, 404, 'not_found']);
    }
  });

  test("are not listed where reading is not kept whole, and never for another publication's key", async () => {
    const keeping = await newPublication({ showsReaders: true, tracksOpens: false });
    const refused = await api.call('GET', `${base(keeping)}/readers`);
    expect([refused.status, refused.json.code]).toEqual([409, 'conflict']);
    const body = { name: 'k', publication: keeping.publicId };
    const { key } = (await api.call('POST', '/api/v1/keys', { body })).json;
    for (const [method, path, sent] of ways(publication)) {
      expect((await api.call(method, path, { body: sent, key })).status).toBe(404);
    }
  });
});
