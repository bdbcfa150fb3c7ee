import { describe, expect, test } from '@jest/globals';
import type { IssueUsual } from '@readout/api-contract';
import { courseOf, standingOf, usualAtEnd, usualRange } from './usual.ts';

const readers = { low: 390, median: 420, high: 450 };
const usual: IssueUsual = {
  asOf: '2026-03-02T12:00:00Z',
  age: 2.3,
  issues: 30,
  audience: 'everyone',
  figures: {
    readers,
    openRate: null,
    clickers: null,
    clickRate: null,
    clickToOpenRate: null,
    paywallHits: null,
    trialsStarted: null,
  },
  curve: [0, 1, 2, 3].map((hour) => ({ hour, low: hour * 100, median: hour * 150, high: hour * 200 })),
  forecast: { hours: 168, readers: 530, low: 510, high: 560 },
};

describe('standing', () => {
  test.each([
    [460, 'above'],
    [451, 'above'],
    [450, 'within'],
    [420, 'within'],
    [390, 'within'],
    [389, 'below'],
  ] as const)('%d readers, usually 390 to 450, are %s', (value, expected) => {
    expect(standingOf(value, readers, 1)).toBe(expected);
  });

  test('goes by what is written: a figure like the end of the range is within', () => {
    expect(standingOf(390, { low: 390.4, high: 450 }, 1)).toBe('within');
    expect(standingOf(390, { low: 390.6, high: 450 }, 1)).toBe('below');
    expect(standingOf(0.4214, { low: 0.3, high: 0.4212 }, 0.001)).toBe('within');
    expect(standingOf(0.4222, { low: 0.3, high: 0.4212 }, 0.001)).toBe('above');
  });
});

describe('the course of an issue', () => {
  test('is unknown where nothing is usual yet', () => {
    expect(courseOf(undefined, 400)).toEqual({ state: 'unknown' });
    expect(courseOf({ ...usual, figures: { ...usual.figures, readers: null } }, 400)).toEqual({ state: 'unknown' });
  });

  test('while it grows comes with where it will end', () => {
    expect(courseOf(usual, 480)).toEqual({ state: 'growing', standing: 'above', forecast: usual.forecast });
    expect(courseOf({ ...usual, forecast: null }, 300)).toMatchObject({ standing: 'below', forecast: null });
  });

  test('once it is done is compared as it is', () => {
    expect(courseOf({ ...usual, age: null }, 400)).toEqual({ state: 'done', standing: 'within', range: readers });
  });
});

test('the band is what is usual at the end of each bar, of the bar that goes on at the issue’s age', () => {
  const bar = (from: number, to = from + 1) => ({ from, to });
  expect(usualAtEnd(usual, bar(1))).toMatchObject({ low: 100, high: 200 });
  expect(usualAtEnd(usual, bar(2))).toBe(readers);
  expect(usualAtEnd(usual, bar(3))).toMatchObject({ low: 300, high: 600 });
  expect(usualAtEnd(usual, bar(4))).toBeNull();
  expect(usualAtEnd(usual, bar(0, 6))).toBe(readers);
  expect(usualAtEnd({ ...usual, age: null }, bar(0, 2))).toMatchObject({ low: 100, high: 200 });
  expect(usualAtEnd(undefined, bar(0))).toBeNull();
});

test('eight of ten values are usual, from five on', () => {
  expect(usualRange([1, 2, 3, 4])).toBeNull();
  expect(usualRange([50, 10, 30, 20, 40])).toEqual({ low: 14, high: 46 });
});
