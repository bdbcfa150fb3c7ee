import { expect, test } from '@jest/globals';
import { daysIn } from './days-in.ts';

test.each([
  ['7', 7],
  [' 90 ', 90],
  ['1', 1],
  ['0', null],
  ['91', null],
  ['7.5', null],
  ['-7', null],
  ['', null],
  ['a week', null],
  ['1e1', null],
])('"%s" means %p days', (text, days) => {
  expect(daysIn(text)).toBe(days);
});
