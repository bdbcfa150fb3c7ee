import { describe, expect, test } from '@jest/globals';
import type { IssueReport } from '@readout/api-contract';
import { hostOf, leadingLink, leadingSection, paywallPlace, segmentContrast } from './readership.ts';

type Link = IssueReport['links'][number];
const link = (id: string, kind: Link['kind'], clickers: number): Link => ({
  id,
  url: 'https://example.org/',
  text: id,
  kind,
  section: null,
  ordinal: 0,
  clicks: clickers,
  clickers,
  machineClicks: 0,
});

describe('segments', () => {
  test('the most and the least willing are named', () => {
    expect(
      segmentContrast([
        { segment: 'free', delivered: 1000, readers: 380, clickers: 0 },
        { segment: 'trial', delivered: 10, readers: 10, clickers: 0 },
        { segment: 'premium', delivered: 200, readers: 122, clickers: 0 },
      ]),
    ).toEqual({ most: 'premium', mostRate: 0.61, least: 'free', leastRate: 0.38 });
  });

  test('one large segment alone is no contrast', () => {
    expect(segmentContrast([{ segment: 'free', delivered: 1000, readers: 1, clickers: 0 }])).toBeNull();
  });
});

describe('the leading link', () => {
  test('is one that an author chose to put there, with its share of everybody who clicked', () => {
    const links = [link('leave', 'unsubscribe', 90), link('map', 'contents', 80), link('essay', 'outbound', 50)];
    expect(leadingLink(links, 200)).toMatchObject({ link: { id: 'essay' }, share: 0.25 });
  });

  test('does not exist where nobody clicked', () => {
    expect(leadingLink([link('essay', 'outbound', 0)], 0)).toBeNull();
  });
});

test('the leading section needs a click', () => {
  const section = { id: 's', title: 'S', ordinal: 0, access: 'before' as const, clicks: 0, clickers: 0 };
  expect(leadingSection([section])).toBeNull();
  expect(leadingSection([section, { ...section, id: 't', clickers: 2 }])?.id).toBe('t');
});

describe('the paywall', () => {
  test.each([
    [['before', 'before'], null],
    [['before', 'behind'], { place: 'before', index: 1 }],
    [['before', 'across', 'behind'], { place: 'within', index: 1 }],
    [['behind'], { place: 'before', index: 0 }],
    [[], null],
  ] as const)('%j', (accesses, expected) => {
    expect(paywallPlace(accesses.map((access) => ({ access })))).toEqual(expected);
  });
});

test.each([
  ['https://www.example.org/a?b', 'example.org'],
  ['https://news.example.org:8080/', 'news.example.org:8080'],
  ['nothing', 'nothing'],
])('the host of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
