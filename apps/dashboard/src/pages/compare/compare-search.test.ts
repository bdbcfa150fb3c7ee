import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareSearch } from './compare-search.ts';

test.each([
  [{}, {}],
  [
    { issues: 'a,b', as: 'counts', span: 'week' },
    { issues: 'a,b', as: 'counts', span: 'week' },
  ],
  [{ issues: 'a,,a,<b>,c', as: 'shares', span: 'year' }, { issues: 'a,c' }],
  [{ issues: 123 }, { issues: '123' }],
  [{ issues: ['a', 'b'] }, {}],
])('%j is read as %j', (search, expected) => {
  expect(compareSearch(search)).toEqual(expected);
});

test('whatever stands in an address, what is read from it reads the same again', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('issues', 'as', 'span', 'x'), fc.anything()), (search) => {
      const read = compareSearch(search);
      expect(compareSearch({ ...read })).toEqual(read);
    }),
  );
});
