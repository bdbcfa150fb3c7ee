import { expect, test } from '@jest/globals';
import { languagesIn } from './accepted-languages.ts';

test.each([
  ['es-MX,es;q=0.9,en;q=0.8', ['es-MX', 'es', 'en']],
  ['en;q=0.8, de-DE', ['de-DE', 'en']],
  ['de;q=0.5,fr;q=0.5', ['de', 'fr']],
  ['*', []],
  ['en;q=0, es', ['es']],
  ['en;q=much, es', ['es']],
  ['<script>, es', ['es']],
  ['', []],
])('%j wants %j', (header, languages) => {
  expect(languagesIn(header)).toEqual(languages);
});
