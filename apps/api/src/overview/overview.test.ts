import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicationOverview } from '@readout/api-contract';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { HistoryInTest, readers } from '../testing/events-in-test.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

async function newHistory(timeZone = 'UTC'): Promise<{ history: HistoryInTest; path: string }> {
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide', timeZone } })).json;
  const publication = await api.catalog.findPublication(id);
  if (publication === null) throw new Error('the publication is not there');
  return {
    history: new HistoryInTest(api.catalog, api.warehouse, publication),
    path: `/api/v1/publications/${id}/overview`,
  };
}
const overview = async (path: string) => publicationOverview.parse((await api.call('GET', path)).json);

describe('a publication at a glance', () => {
  test('counts the last days beside those before, by when it happened', async () => {
    const { history, path } = await newHistory();
    const old = await history.issue('Old', NOW - 13 * DAY);
    const recent = await history.issue('Recent', NOW - 2 * DAY);
    history.add('sent', readers(1, 60), NOW - 13 * DAY, old);
    history.add('sent', readers(1, 4), NOW - 13 * DAY, old, { segment: 'premium' });
    history.add('sent', readers(1, 62), NOW - 2 * DAY, recent);
    history.add('sent', readers(1, 5), NOW - 2 * DAY, recent, { segment: 'premium' });
    history.add('bounced', [62], NOW - 2 * DAY, recent);
    // Twenty read before; of them ten now, and thirty others; five of the old issue.
    history.add('opened', readers(1, 20), NOW - 12 * DAY, old);
    history.add('opened', readers(11, 45), NOW - 2 * DAY, recent);
    history.add('opened', readers(46, 50), NOW - DAY, old);
    history.add('opened', readers(51, 60), NOW - DAY, recent, { verdict: 'scanner' });
    history.add('clicked', readers(11, 13), NOW - 2 * DAY, recent);
    history.add('clicked', [11], NOW - DAY, recent);
    history.add('paywall_hit', [11, 12], NOW - 2 * DAY, recent);
    history.add('paywall_hit', [11], NOW - DAY, recent);
    history.add('paywall_hit', [11], NOW - DAY, old);
    history.add('trial_started', [11], NOW - DAY, recent);
    history.add('converted', [30], NOW - DAY, null);
    // One of the premium readers leaves.
    history.add('cancelled', [2], NOW - DAY, null);
    await history.write();

    const found = await overview(`${path}?days=7`);
    expect(found.asOf).toBe(new Date(NOW).toISOString());
    expect(found.days).toEqual(readers(0, 6).map((at) => new Date(Date.UTC(2026, 1, 24 + at)).toISOString()));
    expect(found.before).toEqual({ from: '2026-02-17T00:00:00.000Z', to: '2026-02-23T12:15:00.000Z' });
    expect(found.isComparable).toBe(true);
    expect(found.issues).toMatchObject({ now: 1, before: 1, change: null, byDay: [0, 0, 0, 0, 1, 0, 0] });
    expect(found.delivered).toMatchObject({ now: 61, before: 60, byDay: [0, 0, 0, 0, 61, 0, 0] });
    // The one who clicked on the second day had read on the first.
    expect(found.readers).toMatchObject({ now: 40, before: 20, byDay: [0, 0, 0, 0, 35, 6, 0] });
    expect(found.readers.change).toMatchObject({ ratio: 1, isChance: false });
    expect(found.clickers).toMatchObject({ now: 3, before: 0, change: null, byDay: [0, 0, 0, 0, 3, 1, 0] });
    expect(found.clicks).toMatchObject({ now: 4, byDay: [0, 0, 0, 0, 3, 1, 0] });
    expect(found.paywallHits).toMatchObject({ now: 3, byDay: [0, 0, 0, 0, 2, 2, 0] });
    expect(found.trialsStarted).toMatchObject({ now: 1, byDay: [0, 0, 0, 0, 0, 1, 0] });
    expect(found.converted).toMatchObject({ now: 1 });
    expect(found.paying).toEqual({
      now: 5,
      before: 4,
      change: null,
      byDay: [4, 4, 4, 4, 5, 5, 5],
      byEvents: 1,
      byRecipients: 4,
    });
    // Of two months nothing went out in the first: nothing is compared.
    expect(await overview(path)).toMatchObject({ isComparable: false, readers: { now: 50, before: 0, change: null } });
  });

  test("days are the publication's own, and begin when the clocks say so", async () => {
    const { history, path } = await newHistory('America/New_York');
    // 23:30 on the first of March there.
    history.add('opened', [1], Date.UTC(2026, 2, 2, 4, 30), await history.issue('Late', Date.UTC(2026, 2, 2, 4)));
    await history.write();
    api.now = Date.UTC(2026, 2, 10, 12);
    const found = await overview(`${path}?days=14`);
    api.now = NOW;
    expect(found.days.slice(-4)).toEqual([
      '2026-03-07T05:00:00.000Z',
      // Here they go forward.
      '2026-03-08T05:00:00.000Z',
      '2026-03-09T04:00:00.000Z',
      '2026-03-10T04:00:00.000Z',
    ]);
    expect(found.readers.byDay.indexOf(1)).toBe(found.days.indexOf('2026-03-01T05:00:00.000Z'));
    expect(found.issues.byDay).toEqual(found.readers.byDay);
  });

  test('of an empty publication is zeros', async () => {
    const { path } = await newHistory();
    const none = { now: 0, before: 0, change: null };
    expect(await overview(path)).toMatchObject({
      isComparable: false,
      issues: none,
      readers: none,
      clicks: none,
      paying: { ...none, byEvents: 0, byRecipients: 0 },
    });
  });

  test.each([['days=6'], ['days=366'], ['days=1.5'], ['days=a'], ['day=30']])('refuses %s', async (query) => {
    const { path } = await newHistory();
    expect((await api.call('GET', `${path}?${query}`)).status).toBe(400);
  });

  test("overview, calendar and attention are not for another publication's key", async () => {
    const [one, other] = await Promise.all(
      ['One', 'Other'].map(async (name) => (await api.call('POST', '/api/v1/publications', { body: { name } })).json),
    );
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: other.id } })).json;
    for (const what of ['overview', 'calendar', 'attention']) {
      const refused = await api.call('GET', `/api/v1/publications/${one.id}/${what}`, { key });
      expect([what, refused.status, refused.json.code]).toEqual([what, 404, 'not_found']);
      expect((await api.call('GET', `/api/v1/publications/${other.id}/${what}`, { key })).status).toBe(200);
      expect((await api.call('GET', `/api/v1/publications/${one.id}/${what}`, { key: null })).status).toBe(401);
    }
  });
});
