import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { HistoryInTest } from '../testing/events-in-test.ts';

const DAY = 86_400_000;
let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

describe('the funnel', () => {
  test('counts people over the issues of the last days, in order and within the window', async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
    const publication = await api.catalog.findPublication(id);
    if (publication === null) throw new Error('the publication is not there');
    const history = new HistoryInTest(api.catalog, api.warehouse, publication);
    const ago = (days: number) => NOW - days * DAY;
    const recent = await history.issue('10 days ago', ago(10));
    const old = await history.issue('100 days ago', ago(100));
    history.add('sent', [1, 2, 3, 4], ago(10), recent);
    history.add('sent', [5], ago(100), old);
    history.add('opened', [1, 2, 3], ago(9), recent);
    history.add('paywall_hit', [1, 2], ago(9), recent);
    history.add('paywall_hit', [5], ago(99), old);
    history.add('trial_started', [1], ago(8), null);
    history.add('trial_started', [5], ago(98), null);
    // Before the hit: not because of it.
    history.add('trial_started', [2], ago(9.5), null);
    history.add('converted', [1], ago(1), null);
    await history.write();
    const path = `/api/v1/publications/${id}/growth/funnel`;
    const asked = async (query: string) => {
      const { steps, ...rest } = (await api.call('GET', `${path}${query}`)).json;
      const people = Object.fromEntries(steps.map((one: { step: string; people: number }) => [one.step, one.people]));
      return { ...rest, people };
    };
    const people = { delivered: 4, read: 3, paywall_hit: 2, trial_started: 1, converted: 1 };
    expect(await asked('')).toMatchObject({
      from: new Date(NOW - 90 * DAY).toISOString(),
      to: new Date(NOW).toISOString(),
      issues: 1,
      windowDays: 30,
      people,
    });
    expect((await asked('?windowDays=5')).people).toMatchObject({ ...people, converted: 0 });
    expect(await asked('?days=120')).toMatchObject({ issues: 2, people: { delivered: 5, trial_started: 2 } });
    expect(await asked('?days=5')).toMatchObject({ issues: 0, people: { delivered: 0, paywall_hit: 0 } });
    expect((await api.call('GET', `${path}?days=0`)).status).toBe(400);
  });

  test('tells how long people took, and estimates who pays on with those who have paid for a short time', async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Ebb' } })).json;
    const publication = await api.catalog.findPublication(id);
    if (publication === null) throw new Error('the publication is not there');
    const history = new HistoryInTest(api.catalog, api.warehouse, publication);
    const sentAt = NOW - 200 * DAY;
    const begun = NOW - 190 * DAY;
    const readers = [1, 2, 3, 4];
    const issue = await history.issue('Long ago', sentAt);
    history.add('sent', readers, sentAt, issue);
    for (const reader of readers) {
      history.add('opened', [reader], sentAt + reader * 60_000, issue);
      history.add('paywall_hit', [reader], sentAt + reader * 60_000 + 5_000, issue);
    }
    // Without having read the mail.
    history.add('paywall_hit', [9], sentAt + 60_000, issue);
    await history.write();
    // Paid for 40 days and ended; for 130 days, for 20 and for 10, and all of these go on.
    const lives = [
      { paidFor: 40, ends: true, paidAt: begun },
      { paidFor: 130, ends: false, paidAt: NOW - 130 * DAY },
      { paidFor: 20, ends: false, paidAt: NOW - 20 * DAY },
      { paidFor: 10, ends: false, paidAt: NOW - 10 * DAY },
    ];
    await api.warehouse.insertStatements(
      lives.flatMap(({ ends, paidFor, paidAt }, at) => {
        const of = {
          publication: publication.id,
          system: 'webhook' as const,
          subscription: 100 + at,
          customer: null,
          reader: readers[at] as ReaderId,
          issue: null,
          offer: null,
        };
        const standing = {
          what: 'standing' as const,
          startedAt: begun,
          trialFrom: begun,
          trialTo: paidAt,
          cancelledAt: null,
          plan: 'monthly',
          price: 900,
          currency: 'EUR',
          months: 1,
        };
        return [
          { ...of, time: begun, says: { ...standing, status: 'trialing' as const, endedAt: null } },
          { ...of, time: paidAt, says: { what: 'payment' as const, id: 500 + at, amount: 900, currency: 'EUR' } },
          {
            ...of,
            time: paidAt + paidFor * DAY,
            says: ends
              ? { ...standing, status: 'ended' as const, endedAt: paidAt + paidFor * DAY }
              : { ...standing, status: 'active' as const, endedAt: null },
          },
        ];
      }),
    );
    const path = `/api/v1/publications/${id}/growth/funnel?days=365&windowDays=365`;
    const { steps, stillPaying } = (await api.call('GET', path)).json;
    const took = Object.fromEntries(steps.map((one: { step: string; took: unknown }) => [one.step, one.took]));
    expect(took).toMatchObject({
      delivered: null,
      read: { people: 4, quarterMs: 120_000, medianMs: 180_000, threeQuartersMs: 240_000 },
      paywall_hit: { people: 4, quarterMs: 5_000, medianMs: 5_000, threeQuartersMs: 5_000 },
      offer_shown: null,
      converted: { people: 4, quarterMs: 60 * DAY },
    });
    // At 40 days two were followed, one of whom went: half. Counted are those alone who paid so long ago.
    expect(stillPaying).toMatchObject([
      { months: 1, rate: { rate: 1, high: 1 }, atRisk: 2, of: 2, people: 2 },
      { months: 3, rate: { rate: 0.5 }, atRisk: 1, of: 2, people: 1 },
      { months: 12, rate: null, atRisk: 0, of: 0, people: 0 },
    ]);
    const [, { rate: band }] = stillPaying;
    expect(band.low).toBeLessThan(0.02);
    expect(band.high).toBeGreaterThan(0.9);
  });

  test("is not for another publication's key", async () => {
    const [one, other] = await Promise.all(
      ['One', 'Other'].map(async (name) => (await api.call('POST', '/api/v1/publications', { body: { name } })).json),
    );
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: other.id } })).json;
    expect(
      (await api.call('GET', `/api/v1/publications/${one.id}/growth/funnel`, { key })).status,
    ).toBeGreaterThanOrEqual(403);
    expect((await api.call('GET', `/api/v1/publications/${other.id}/growth/funnel`, { key })).status).toBe(200);
    expect((await api.call('GET', `/api/v1/publications/${one.id}/growth/funnel`, { key: null })).status).toBe(401);
  });
});
