import { describe, expect, test } from '@jest/globals';
import type { AudienceRows } from '@readout/warehouse';
import { audienceView } from './audience.ts';

const NONE: AudienceRows = { countries: [], clients: [], devices: [], referrers: [], people: 0, viewers: 0 };
const people = (rows: Readonly<Record<string, number>>) =>
  Object.entries(rows).map(([key, some]) => ({ key, people: some }));

describe('who an issue’s people are', () => {
  test('shows nothing of fewer than five people by itself, and eight rows at most', () => {
    const countries = people({ ES: 90, GB: 50, US: 40, DE: 30, FR: 20, IT: 10, PT: 9, NL: 8, BE: 7, CH: 4, AT: 1 });
    const { items, others } = audienceView({ ...NONE, countries }).countries;
    expect(items.map(({ country }) => country)).toEqual(['ES', 'GB', 'US', 'DE', 'FR', 'IT', 'PT', 'NL']);
    expect(others).toBe(12);
    expect(audienceView({ ...NONE, countries: people({ ES: 4, GB: 1 }) }).countries).toEqual({ items: [], others: 5 });
  });

  test('adds up what is one mail program, and names whose proxy it was', () => {
    const clients = people({ 'Gmail proxy': 60, 'Outlook / Windows': 20, 'Outlook / macOS': 15, 'other / Linux': 6 });
    expect(audienceView({ ...NONE, clients }).clients.items).toEqual([
      { client: 'Gmail', group: 'proxy', people: 60 },
      { client: 'Outlook', group: 'mail', people: 35 },
      { client: 'other', group: 'other', people: 6 },
    ]);
  });

  test('tells a computer from a phone or tablet, and nothing more', () => {
    const devices = people({
      'Chrome / Windows': 30,
      'Safari / iOS': 25,
      'Chrome / Android': 10,
      'Firefox / Linux': 5,
      'other / other': 7,
    });
    expect(audienceView({ ...NONE, devices }).devices.items).toEqual([
      { device: 'computer', people: 35 },
      { device: 'phone_or_tablet', people: 35 },
      { device: 'unknown', people: 7 },
    ]);
  });

  test('names X and LinkedIn by all their hosts, and counts who came from no other page', () => {
    const referrers = people({
      't.co': 9,
      'x.com': 3,
      'mobile.twitter.com': 2,
      'linkedin.com': 4,
      'lnkd.in': 2,
      'netflix.com': 5,
      'not.co': 1,
    });
    expect(audienceView({ ...NONE, referrers, viewers: 126 }).referrers).toEqual({
      items: [
        { site: 'direct', host: null, people: 100 },
        { site: 'x', host: null, people: 14 },
        { site: 'linkedin', host: null, people: 6 },
        { site: 'other', host: 'netflix.com', people: 5 },
      ],
      others: 1,
    });
  });
});
