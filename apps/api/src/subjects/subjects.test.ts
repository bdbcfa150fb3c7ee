import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SubjectsView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { EventKind, ReaderEvent, ReaderId, Segment } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const DAY = 86_400_000;
const RECIPIENTS = 100;

let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

let position = 0;

/** An issue that went out to a hundred readers, of whom so many read it. */
async function sent(
  publication: Publication,
  title: string,
  sentAt: number,
  readers: number,
  segment: Segment = 'free',
) {
  const issue = await api.catalog.createIssue(publication.id, {
    title,
    subtitle: '',
    sentAt: new Date(sentAt),
    hasPaywall: true,
    sections: [],
    links: [],
  });
  const event = (kind: EventKind, reader: number): ReaderEvent => ({
    origin: { partition: 0, collector: 3, position: position++ },
    kind,
    time: sentAt,
    publication: publication.id,
    issue: issue.id,
    section: null,
    link: null,
    reader: reader as ReaderId,
    segment: kind === 'sent' ? segment : 'none',
    edition: 'none',
    source: 'api',
    verdict: kind === 'sent' ? 'none' : 'human',
    reasons: [],
  });
  return [
    ...Array.from({ length: RECIPIENTS }, (_, reader) => event('sent', reader + 1)),
    ...Array.from({ length: readers }, (_, reader) => event('opened', reader + 1)),
  ];
}

async function newPublication(timeZone: string): Promise<Publication> {
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide', timeZone } })).json;
  const found = await api.catalog.findPublication(id);
  if (found === null) throw new Error('the publication is not there');
  return found;
}

const path = ({ publicId }: Publication, query = '') => `/api/v1/publications/${publicId}/subjects${query}`;

describe('subjects and times', () => {
  test('are compared among the issues of one audience and about one time', async () => {
    const publication = await newPublication('Europe/Madrid');
    const events: ReaderEvent[] = [];
    // One a day at noon UTC for forty days up to three days ago: 13:00 in Madrid, all before the clocks change.
    for (let at = 0; at < 40; at++) {
      const isQuestion = at % 4 === 1;
      // Falls by half a point a day, and is ten points higher for questions.
      const readers = Math.round(60 - 0.5 * at) + (isQuestion ? 10 : 0) + ((at * 7) % 3);
      const title = isQuestion ? 'Who pays?' : at < 6 ? 'The 7 harbours' : 'The harbour';
      events.push(...(await sent(publication, title, NOW - (42 - at) * DAY, readers)));
    }
    events.push(...(await sent(publication, 'For those who pay', NOW - 5 * DAY, 90, 'premium')));
    // Too young to be compared.
    events.push(...(await sent(publication, 'Today', NOW - DAY, 3)));
    await api.warehouse.insertEvents(events);

    const { status, json } = await api.call('GET', path(publication));
    const view = json as SubjectsView;
    expect([status, view.issues, view.audiences]).toEqual([200, 40, { everyone: 40, paying: 1 }]);
    const trait = (name: string) => view.traits.find((one) => one.trait === name);
    expect(trait('question')).toMatchObject({ issues: 10, says: 'more' });
    expect(trait('question')?.difference?.estimate).toBeCloseTo(0.1, 1);
    // All are short, and none is long.
    expect(trait('short')).toMatchObject({ issues: 40, difference: null, says: 'few' });
    expect(trait('long')).toEqual({
      trait: 'long',
      issues: 0,
      openRate: null,
      difference: null,
      pValue: null,
      adjusted: null,
      says: 'few',
    });
    // Numbers were there at the beginning only, when the open rate was ten points higher for all.
    expect(trait('number')).toMatchObject({ issues: 4, says: 'few' });
    expect(view.weekdays.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(view.weekdays.reduce((sum, { issues }) => sum + issues, 0)).toBe(40);
    for (const one of view.weekdays) expect(one.says).toBe('chance');
    expect(view.hours).toMatchObject([{ hour: 13, issues: 40, says: 'few' }]);
    expect(view.cells.map(({ weekday, hour, issues }) => [weekday, hour, issues])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, 13, view.weekdays[weekday - 1]?.issues]),
    );
    expect(view.compared).toBe(
      [...view.traits, ...view.weekdays, ...view.hours].filter(({ pValue }) => pValue !== null).length,
    );
    for (const { pValue, adjusted } of [...view.traits, ...view.weekdays]) {
      if (pValue !== null) expect(adjusted).toBeGreaterThanOrEqual(pValue);
    }

    const paying = (await api.call('GET', path(publication, '?audience=paying'))).json;
    expect(paying).toMatchObject({ issues: 1, compared: 0, openRate: null });
    const short = (await api.call('GET', path(publication, '?days=10'))).json;
    expect(short).toMatchObject({ issues: 8, compared: 0, fewest: 12 });
    expect(short.openRate).not.toBeNull();
    expect((await api.call('GET', path(publication, '?audience=all'))).status).toBe(400);
    expect((await api.call('GET', path(publication, '?days=0'))).status).toBe(400);
  }, 60_000);

  test('go by the clocks of the publication, in summer and in winter', async () => {
    const publication = await newPublication('America/New_York');
    await api.warehouse.insertEvents([
      // Sunday, 23:30 in New York; Monday in UTC.
      ...(await sent(publication, 'Winter', Date.UTC(2026, 0, 5, 4, 30), 40)),
      // Sunday, 23:30 again, in summer time.
      ...(await sent(publication, 'Summer', Date.UTC(2025, 6, 7, 3, 30), 40)),
    ]);
    const { cells } = (await api.call('GET', path(publication))).json;
    expect(cells).toEqual([{ weekday: 7, hour: 23, issues: 2, openRate: 0.4 }]);
  });

  test('are nothing where nothing went out, or to a handful only', async () => {
    const publication = await newPublication('UTC');
    const proof = (await sent(publication, 'A proof', NOW - 9 * DAY, 3)).slice(0, 19);
    await api.warehouse.insertEvents(proof);
    expect((await api.call('GET', path(publication))).json).toMatchObject({
      issues: 0,
      openRate: null,
      compared: 0,
      hours: [],
      cells: [],
    });
  });

  test("are not for another publication's key, nor for nobody's", async () => {
    const [one, other] = [await newPublication('UTC'), await newPublication('UTC')];
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: other.publicId } })).json;
    expect((await api.call('GET', path(one), { key })).status).toBe(404);
    expect((await api.call('GET', path(other), { key })).status).toBe(200);
    expect((await api.call('GET', path(one), { key: null })).status).toBe(401);
  });
});
