import { describe, expect, test } from '@jest/globals';
import { standing } from './last-issue.ts';

describe('where an issue stands', () => {
  test.each([
    [4_812, 'above'],
    [4_500, 'within'],
    [3_900, 'within'],
    [3_899, 'below'],
  ])('%d readers are %s what is usual', (readers, expected) => {
    expect(standing(readers, { low: 3_900, high: 4_500 })).toBe(expected);
  });
});
