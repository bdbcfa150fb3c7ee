import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { whySearch } from './why-search.ts';

test.each([
  [{}, {}],
  [{ why: 'everything', class: 'human' }, {}],
  [{ why: 'opens' }, { why: 'opens' }],
  [
    { why: 'clicks', link: 'abc', class: 'scanner', reason: 'burst' },
    { why: 'clicks', link: 'abc', class: 'scanner', reason: 'burst' },
  ],
  [
    { why: 'clicks', link: 12, class: 'robot', reason: ['x'] },
    { why: 'clicks', link: '12' },
  ],
  [{ why: 'opens', link: 'abc', reason: '' }, { why: 'opens' }],
])('%j is read as %j', (search, expected) => {
  expect(whySearch(search)).toEqual(expected);
});

test('whatever stands in an address, what is read from it reads the same again', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('why', 'link', 'class', 'reason', 'x'), fc.anything()), (search) => {
      const read = whySearch(search);
      expect(whySearch({ ...read })).toEqual(read);
    }),
  );
});
