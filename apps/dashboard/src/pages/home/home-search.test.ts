import { describe, expect, test } from '@jest/globals';
import { homeSearch } from './home-search.ts';

describe('the days in the address', () => {
  test.each([
    [{ days: 90 }, { days: 90 }],
    [{ days: '7' }, { days: 7 }],
    [{ days: 30 }, {}],
    [{ days: 31 }, {}],
    [{ days: 'x' }, {}],
    [{}, {}],
  ])('%j are %j', (search, expected) => {
    expect(homeSearch(search)).toEqual(expected);
  });
});
