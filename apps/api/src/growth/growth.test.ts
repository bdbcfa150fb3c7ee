import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventKind, ReaderEvent, ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

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
    const sent = (days: number) => ({
      title: `${days} days ago`,
      subtitle: '',
      sentAt: new Date(NOW - days * DAY),
      hasPaywall: true,
      sections: [],
      links: [],
    });
    const recent = await api.catalog.createIssue(publication.id, sent(10));
    const old = await api.catalog.createIssue(publication.id, sent(100));
    let position = 0;
    const event = (kind: EventKind, reader: number, daysAgo: number, issue: typeof old | null): ReaderEvent => ({
      origin: { partition: 0, collector: 3, position: position++ },
      kind,
      time: NOW - daysAgo * DAY,
      publication: publication.id,
      issue: issue?.id ?? null,
      section: null,
      link: null,
      reader: reader as ReaderId,
      segment: 'free',
      edition: 'cut',
      source: 'api',
      verdict: kind === 'sent' || kind === 'trial_started' || kind === 'converted' ? 'none' : 'human',
      reasons: [],
    });
    await api.warehouse.insertEvents([
      ...[1, 2, 3, 4].map((reader) => event('sent', reader, 10, recent)),
      event('sent', 5, 100, old),
      ...[1, 2, 3].map((reader) => event('opened', reader, 9, recent)),
      event('paywall_hit', 1, 9, recent),
      event('paywall_hit', 2, 9, recent),
      event('paywall_hit', 5, 99, old),
      event('trial_started', 1, 8, null),
      event('trial_started', 5, 98, null),
      // Before the hit: not because of it.
      event('trial_started', 2, 9.5, null),
      event('converted', 1, 1, null),
    ]);
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
