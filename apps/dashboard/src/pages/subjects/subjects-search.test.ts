import { expect, test } from '@jest/globals';
import { subjectsSearch } from './subjects-search.ts';

test.each([
  [{}, {}],
  [
    { audience: 'paying', days: '90' },
    { audience: 'paying', days: 90 },
  ],
  [{ audience: 'everyone', days: 91 }, {}],
  [{ audience: ['paying'], days: {} }, {}],
])('an address with %j shows %j', (search, expected) => {
  expect(subjectsSearch(search)).toEqual(expected);
});
