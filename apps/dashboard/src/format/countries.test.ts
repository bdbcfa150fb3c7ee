import { expect, test } from '@jest/globals';
import { countryNames } from './countries.ts';

test('countries have names, and what is no code stays as it is', () => {
  const name = countryNames('en-GB');
  expect(name('DE')).toBe('Germany');
  expect(name('not a code')).toBe('not a code');
});
