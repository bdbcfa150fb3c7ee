import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { IssueId, ReaderEvent, ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SENT = NOW - 5 * HOUR;

let api: ApiInTest;
let publication: Publication;
let issue: IssueWithStructure;
let path: string;
let position = 0;

/** A page view or a step of a subscription, as it is reported. */
function event(reader: number, kind: ReaderEvent['kind'], fields: Partial<ReaderEvent> = {}): ReaderEvent {
  return {
    origin: { partition: 0, collector: 9, position: position++ },
    kind,
    time: SENT,
    publication: publication.id,
    issue: issue.id,
    section: null,
    link: null,
    reader: reader as ReaderId,
    segment: 'none',
    edition: 'none',
    source: 'api',
    verdict: 'none',
    reasons: [],
    ...fields,
  };
}

const newIssue = (title: string, sentAt: number) =>
  api.catalog.createIssue(publication.id, {
    title,
    subtitle: '',
    sentAt: new Date(sentAt),
    hasPaywall: true,
    sections: [
      { title: 'One', access: 'before' },
      { title: 'Two', access: 'across' },
      { title: 'Three', access: 'behind' },
    ],
    links: [],
  });

beforeAll(async () => {
  api = await startApi();
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
  const found = await api.catalog.findPublication(id);
  if (found === null) throw new Error('the publication is not there');
  publication = found;
  const old = await newIssue('Long ago', SENT - 40 * DAY);
  issue = await newIssue('The quiet harbour', SENT);
  path = `/api/v1/publications/${publication.publicId}/issues/${issue.publicId}`;
  const [one, two, three] = issue.sections.map((section) => section.id);
  const read = (reader: number, section: typeof one, minutes: number) =>
    event(reader, 'section_read', { section: section ?? null, time: SENT + minutes * 60_000 });
  const later = (hours: number): Partial<ReaderEvent> => ({ time: SENT + hours * HOUR });
  const elsewhere = (of: IssueId | null, hours: number) => ({ issue: of, ...later(hours) });
  await api.warehouse.insertEvents([
    ...[1, 2, 3, 4, 5, 6].map((reader) => event(reader, 'sent', { issue: old.id, time: SENT - 40 * DAY })),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((reader) => event(reader, 'sent')),
    ...[1, 2, 3, 4, 5, 6].map((reader) =>
      event(reader, 'viewed', { verdict: 'human', country: 'ES', referrer: reader === 6 ? '' : 't.co' }),
    ),
    ...[1, 2, 3, 4].map((reader) => read(reader, one, 1)),
    ...[1, 2, 3].map((reader) => read(reader, two, 2)),
    event(1, 'paywall_hit', later(0.1)),
    event(1, 'paywall_hit', later(0.2)),
    event(2, 'paywall_hit', later(0.1)),
    event(1, 'offer_shown', later(0.1)),
    event(1, 'trial_started', later(1)),
    event(3, 'trial_started', later(1)),
    event(1, 'converted', elsewhere(null, 3)),
    read(1, three, 90),
  ]);
}, 60_000);
afterAll(async () => api.close());

describe('an issue', () => {
  test('says how far its page was read, and where the paywall was hit', async () => {
    const { status, json } = await api.call('GET', `${path}/reading`);
    const [one, two, three] = issue.sections.map(({ publicId }) => publicId);
    expect([status, json]).toEqual([
      200,
      {
        webReaders: 6,
        places: [
          { section: null, readers: 6, reached: 6, stopped: 2, hits: 0, wentOn: 0 },
          { section: one, readers: 4, reached: 4, stopped: 1, hits: 0, wentOn: 0 },
          { section: two, readers: 3, reached: 3, stopped: 2, hits: 2, wentOn: 1 },
          { section: three, readers: 1, reached: 1, stopped: 1, hits: 0, wentOn: 0 },
        ],
      },
    ]);
  });

  test('says what came of its paywall, each rate with its range', async () => {
    const { json } = await api.call('GET', `${path}/paywall`);
    expect(json).toMatchObject({
      hits: 2,
      hitsInAll: 3,
      offersShown: 1,
      offersInAll: 1,
      trialsStarted: 2,
      converted: 1,
      running: 1,
      offerRate: { count: 1, of: 2, rate: 0.5 },
      trialRate: { count: 1, of: 2, rate: 0.5 },
      conversionRate: null,
    });
    // Wilson's interval, as statsmodels has it: proportion_confint(1, 2, alpha=0.1, method='wilson').
    expect(json.trialRate.low).toBeCloseTo(0.1204, 3);
    expect(json.trialRate.high).toBeCloseTo(0.8796, 3);
  });

  test('says who its people are, and how long they have been readers', async () => {
    const { json } = await api.call('GET', `${path}/audience`);
    expect(json).toMatchObject({
      people: 6,
      countries: { items: [{ country: 'ES', people: 6 }], others: 0 },
      referrers: { items: [{ site: 'x', host: null, people: 5 }], others: 1 },
      tenure: {
        knownSince: new Date(SENT - 40 * DAY).toISOString(),
        items: [
          { tenure: 'new', delivered: null, readers: null, clickers: null },
          { tenure: 'over_a_month', delivered: 6, readers: 0, clickers: 0 },
        ],
      },
    });
  });

  test('that nothing is known of has zeros, and no rates', async () => {
    const silent = await newIssue('Silence', SENT + HOUR);
    const of = path.replace(issue.publicId, silent.publicId);
    const [reading, paywall, audience] = await Promise.all(
      ['reading', 'paywall', 'audience'].map(async (what) => (await api.call('GET', `${of}/${what}`)).json),
    );
    expect(reading.webReaders).toBe(0);
    expect(reading.places).toHaveLength(4);
    expect(paywall).toMatchObject({
      hits: 0,
      trialsStarted: 0,
      offerRate: null,
      trialRate: null,
      conversionRate: null,
    });
    expect(audience).toMatchObject({ people: 0, countries: { items: [], others: 0 } });
  });

  test.each(['reading', 'paywall', 'audience'])('keeps its %s from whoever it is not for', async (what) => {
    const status = async (where: string, options: { key?: string | null } = {}) =>
      (await api.call('GET', where, options)).status;
    expect(await status(`${path}/${what}`, { key: null })).toBe(401);
    expect(await status(`${path.replace(issue.publicId, '2NothingHere')}/${what}`)).toBe(404);
    const other = (await api.call('POST', '/api/v1/publications', { body: { name: 'Other' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: other.id } })).json;
    expect(await status(`${path}/${what}`, { key })).toBe(404);
    expect(await status(`/api/v1/publications/${other.id}/issues/${issue.publicId}/${what}`, { key })).toBe(404);
  });
});
