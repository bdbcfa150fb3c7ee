import { describe, expect, test } from '@jest/globals';
import { wholeSearch } from './whole-search.ts';

describe('what of an issue an address asks for', () => {
  test.each([
    [{}, {}],
    [{ edition: 'cut' }, { edition: 'cut' }],
    [{ edition: 'whole' }, {}],
    [{ edition: ['cut'] }, {}],
    [
      { links: 'media', edition: 'cut' },
      { links: 'media', edition: 'cut' },
    ],
    [{ links: 'contents' }, {}],
    [{ links: 'toString' }, {}],
    [{ why: 'opens', links: 7 }, {}],
  ])('%j is %j', (search, expected) => {
    expect(wholeSearch(search)).toEqual(expected);
  });
});
