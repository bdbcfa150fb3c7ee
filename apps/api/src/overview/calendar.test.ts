import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicationCalendar } from '@readout/api-contract';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { HistoryInTest, readers } from '../testing/events-in-test.ts';

const DAY = 86_400_000;
let api: ApiInTest;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

describe('the calendar of a publication', () => {
  test('has the issues of a year by day, days with two, and days that were skipped', async () => {
    const body = { name: 'Low Tide', timeZone: 'Pacific/Auckland' };
    const { id } = (await api.call('POST', '/api/v1/publications', { body })).json;
    const publication = await api.catalog.findPublication(id);
    if (publication === null) throw new Error('the publication is not there');
    const history = new HistoryInTest(api.catalog, api.warehouse, publication);
    // Weekly on the third day before now, by the author's clock early on the next day; one week is missing.
    for (const week of [10, 9, 8, 7, 6, 5, 4, 3, 1]) await history.issue(`Week ${week}`, NOW - week * 7 * DAY);
    const two = await history.issue('Again', NOW - 7 * DAY + 3_600_000);
    await history.issue('Years ago', NOW - 500 * DAY);
    await history.issue('To come', NOW + DAY);
    history.add('sent', readers(1, 10), NOW - 7 * DAY + 3_600_000, two);
    history.add('opened', readers(1, 4), NOW - 6 * DAY, two);
    await history.write();
    const { json } = await api.call('GET', `/api/v1/publications/${id}/calendar`);
    const calendar = publicationCalendar.parse(json);
    expect([calendar.from, calendar.to]).toEqual(['2025-02-26', '2026-03-03']);
    expect(calendar.issues).toHaveLength(10);
    expect(calendar.issues.at(-1)).toEqual({
      day: '2026-02-24',
      id: two.publicId,
      title: 'Again',
      sentAt: new Date(NOW - 7 * DAY + 3_600_000).toISOString(),
      delivered: 10,
      readers: 4,
      openRate: 0.4,
    });
    expect(calendar.issues.filter(({ day }) => day === '2026-02-24')).toHaveLength(2);
    expect(calendar.issues[0]).toMatchObject({ title: 'Week 10', openRate: null });
    // Today is not over.
    expect(calendar.skipped).toEqual(['2026-02-17']);
    expect(calendar.afterSecond).toEqual({ times: 0, effect: null });
  });

  test('of an empty publication is empty', async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Empty' } })).json;
    const { json } = await api.call('GET', `/api/v1/publications/${id}/calendar`);
    expect(json).toMatchObject({ to: '2026-03-02', issues: [], skipped: [], afterSkipped: { times: 0, effect: null } });
  });
});
