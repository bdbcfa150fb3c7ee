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
  unclearClicks: 0,
});

describe('segments', () => {
  test('the most and the least willing are named', () => {
    expect(
      segmentContrast([
        { segment: 'free', delivered: 1000, readers: 380, clickers: 0 },
        { segment: 'trial', delivered: 10, readers: 10, clickers: 0 },
        { segment: 'premium', delivered: 200, readers: 122, clickers: 0 },
      ]),
    ).toEqual({ most: 'premium', mostShare: 0.61, least: 'free', leastShare: 0.38 });
  });

  test('segments that open alike are no contrast', () => {
    const alike = { delivered: 1000, readers: 380, clickers: 0 };
    expect(
      segmentContrast([
        { segment: 'free', ...alike },
        { segment: 'premium', ...alike },
      ]),
    ).toBeNull();
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

  test('is said to lead outside the contents where a link of the contents has more', () => {
    const essay = link('essay', 'outbound', 50);
    expect(leadingLink([link('map', 'contents', 80), essay], 200)?.outsideContents).toBe(true);
    expect(leadingLink([essay, link('map', 'contents', 20)], 200)?.outsideContents).toBe(false);
    expect(leadingLink([link('leave', 'unsubscribe', 80), essay], 200)?.outsideContents).toBe(false);
  });

  test.each([
    ['nobody clicked', [link('essay', 'outbound', 0)], 0],
    ['fewer than ten clicked', [link('essay', 'outbound', 9)], 9],
    ['two have as many', [link('essay', 'outbound', 6), link('map', 'outbound', 6)], 12],
    ['all who clicked did so elsewhere', [link('leave', 'unsubscribe', 12), link('essay', 'outbound', 0)], 12],
  ])('does not exist where %s', (_, links, clickers) => {
    expect(leadingLink(links, clickers)).toBeNull();
  });
});

describe('the leading section', () => {
  const section = (id: string, clickers: number) => ({
    id,
    title: id,
    ordinal: 0,
    access: 'before' as const,
    clicks: clickers,
    clickers,
  });

  test('is the one with most clickers', () => {
    expect(leadingSection([section('a', 4), section('b', 7)], 10)?.id).toBe('b');
    expect(leadingSection([section('a', 10)], 10)?.id).toBe('a');
  });

  test.each([
    ['there is none', [], 10],
    ['nobody clicked', [section('a', 0)], 0],
    ['fewer than ten clicked', [section('a', 2), section('b', 7)], 9],
    ['two have as many', [section('a', 6), section('b', 6), section('c', 1)], 13],
  ])('does not exist where %s', (_, sections, clickers) => {
    expect(leadingSection(sections, clickers)).toBeNull();
  });
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
