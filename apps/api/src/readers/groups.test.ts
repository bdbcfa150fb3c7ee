import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Issue, Publication } from '@readout/catalog';
import type { EventKind, ReaderEvent, ReaderId, Segment } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const DAY = 86_400_000;
const none = { new: 0, engaged: 0, fading: 0, dormant: 0, hidden: 0 };

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

let position = 0;
const event = (issue: Issue, kind: EventKind, reader: number, more: Partial<ReaderEvent> = {}): ReaderEvent => ({
  origin: { partition: 0, collector: 3, position: position++ },
  kind,
  time: issue.sentAt?.getTime() ?? 0,
  publication: issue.publication,
  issue: issue.id,
  section: null,
  link: null,
  reader: reader as ReaderId,
  segment: kind === 'sent' ? 'free' : 'none',
  edition: 'none',
  source: 'api',
  verdict: kind === 'sent' ? 'none' : 'human',
  reasons: [],
  ...more,
});

async function publicationIn(timeZone: string, settings: object = {}): Promise<Publication> {
  const body = { name: 'Low Tide', timeZone, ...settings };
  const { id } = (await api.call('POST', '/api/v1/publications', { body })).json;
  const found = await api.catalog.findPublication(id);
  if (found === null) throw new Error('the publication is not there');
  return found;
}

const issueSent = (publication: Publication, sentAt: number) =>
  api.catalog.createIssue(publication.id, {
    title: 'An issue',
    subtitle: '',
    sentAt: new Date(sentAt),
    hasPaywall: true,
    sections: [],
    links: [],
  });
const groupsOf = (publication: Publication, query = '') =>
  api.call('GET', `/api/v1/publications/${publication.publicId}/readers/groups${query}`);

describe('groups of readers', () => {
  test('are told as today began and on the same weekday of the weeks before', async () => {
    const publication = await publicationIn('Europe/Madrid');
    const old = await issueSent(publication, NOW - 60 * DAY);
    const recent = await issueSent(publication, NOW - 10 * DAY);
    // Counts from the day after tomorrow on.
    const fresh = await issueSent(publication, NOW - DAY);
    const sent = (issue: Issue, reader: number, segment: Segment = 'free') => event(issue, 'sent', reader, { segment });
    await api.warehouse.insertEvents([
      ...[1, 2, 3, 4].map((reader) => sent(old, reader)),
      event(old, 'opened', 1),
      event(old, 'opened', 2),
      sent(recent, 1, 'premium'),
      ...[2, 3, 4, 5].map((reader) => sent(recent, reader)),
      event(recent, 'clicked', 1),
      event(recent, 'opened', 4, { verdict: 'prefetched' }),
      ...[1, 2, 3, 4, 5, 6].map((reader) => sent(fresh, reader)),
      event(fresh, 'opened', 3),
    ]);
    const { status, json } = await groupsOf(publication);
    expect([status, json.untold]).toEqual([200, null]);
    // The last Sunday in March is still to come: midnight in Madrid is 23:00 UTC.
    expect(json.days.at(-1)).toEqual({
      day: '2026-03-01T23:00:00.000Z',
      issues: 1,
      all: { new: 1, engaged: 1, fading: 1, dormant: 1, hidden: 1 },
      byStanding: {
        free: { new: 1, engaged: 0, fading: 1, dormant: 1, hidden: 1 },
        trial: none,
        premium: { ...none, engaged: 1 },
      },
    });
    // Sent at noon UTC on 1 January: 32 days later is noon on 2 February.
    expect(json.toldFrom).toBe('2026-02-02T23:00:00.000Z');
    expect(json.days.map(({ day }: { day: string }) => day)).toEqual(
      Array.from({ length: 4 }, (_, at) => new Date(Date.UTC(2026, 2, 1, 23) - (3 - at) * 7 * DAY).toISOString()),
    );
    // Nothing went out in the 30 days before that.
    expect(json.days[0]).toMatchObject({ issues: 0, all: none });
    expect((await groupsOf(publication, '?weeks=2')).json.days).toEqual(json.days.slice(-2));
    expect((await groupsOf(publication, '?weeks=0')).status).toBe(400);
    expect((await groupsOf(publication, '?week=3')).status).toBe(400);
  });

  test('say from when on they can be told, where they cannot yet', async () => {
    const publication = await publicationIn('UTC');
    expect((await groupsOf(publication)).json).toMatchObject({ days: [], toldFrom: null });
    await issueSent(publication, NOW - DAY);
    expect((await groupsOf(publication)).json).toMatchObject({ days: [], toldFrom: '2026-04-03T00:00:00.000Z' });
  });

  test.each([
    ['tracksReaders', 'readers_not_kept'],
    ['tracksOpens', 'opens_not_kept'],
    ['tracksClicks', 'clicks_not_kept'],
  ])('are not told where %s is off', async (setting, untold) => {
    const publication = await publicationIn('UTC', { [setting]: false });
    await issueSent(publication, NOW - 20 * DAY);
    expect((await groupsOf(publication)).json).toMatchObject({ untold, days: [], toldFrom: null });
  });

  test("are not for another publication's key, nor for nobody's", async () => {
    const [one, other] = [await publicationIn('UTC'), await publicationIn('UTC')];
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: other.publicId } })).json;
    const path = (publication: Publication) => `/api/v1/publications/${publication.publicId}/readers/groups`;
    expect((await api.call('GET', path(one), { key })).status).toBe(404);
    expect((await api.call('GET', path(other), { key })).status).toBe(200);
    expect((await api.call('GET', path(one), { key: null })).status).toBe(401);
  });
});
