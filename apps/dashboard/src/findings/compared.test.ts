import { describe, expect, test } from '@jest/globals';
import type { ComparedIssue } from '@readout/api-contract';
import { comparedIssues, curveOf, hoursInCommon, largest, letterOf } from './compared.ts';

test.each([
  [[1, 3, 2], 1],
  [[3, 3, 2], null],
  [[0, 0], null],
  [[5], null],
  [[], null],
])('of %j the largest is at %p', (counts, expected) => {
  expect(largest(counts)).toBe(expected);
});

test('at most six are compared, each once', () => {
  expect(comparedIssues(undefined)).toEqual([]);
  expect(comparedIssues('a,b,a,<c>,c,d,e,f,g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('issues are named by letters', () => {
  expect([0, 1, 5].map(letterOf)).toEqual(['A', 'B', 'F']);
});

describe('a curve', () => {
  const issue = (readersSoFar: number[], delivered: number) =>
    ({ readersSoFar, figures: { delivered } }) as Pick<ComparedIssue, 'readersSoFar' | 'figures'>;
  test('is of counts, or of percent of delivered, and ends where the issue is now', () => {
    expect(curveOf(issue([5, 10], 40), 3, 'counts')).toEqual([
      { x: 1, y: 5 },
      { x: 2, y: 10 },
      { x: 3, y: null },
    ]);
    expect(curveOf(issue([5, 10], 40), 2, 'share').map(({ y }) => y)).toEqual([12.5, 25]);
    expect(curveOf(issue([5], 0), 1, 'share')).toEqual([{ x: 1, y: null }]);
  });

  test('has as many hours in common with others as the youngest has lived', () => {
    expect(hoursInCommon([issue([1, 2, 3], 1), issue([1, 2], 1)], 48)).toBe(2);
    expect(hoursInCommon([issue([1, 2, 3], 1)], 2)).toBe(2);
    expect(hoursInCommon([issue([], 1)], 2)).toBe(0);
  });
});
