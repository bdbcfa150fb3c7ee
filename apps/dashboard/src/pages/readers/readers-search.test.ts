import { expect, test } from '@jest/globals';
import { readersSearch } from './readers-search.ts';

test.each([
  [{}, {}],
  [
    { standing: 'premium', weeks: 13 },
    { standing: 'premium', weeks: 13 },
  ],
  [{ weeks: '52' }, { weeks: 52 }],
  [{ group: 'dormant' }, { group: 'dormant' }],
  // What is usual needs no mention.
  [{ weeks: 26 }, {}],
  [{ standing: 'constructor', weeks: '1e9', group: 'best' }, {}],
])('an address with %j shows %j', (search, expected) => {
  expect(readersSearch(search)).toEqual(expected);
});
