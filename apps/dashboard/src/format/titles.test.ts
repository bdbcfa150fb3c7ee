import { expect, test } from '@jest/globals';
import { isVisible, shortened } from './titles.ts';

test.each(['Low water', 'مد وجزر', '👩‍👩‍👧', '-', 'a\u200B'])('%j is to be seen', (title) => {
  expect(isVisible(title)).toBe(true);
});

test.each(['', ' ', '\u200B', '\u00A0\u2003', '\u202E', '\u3164\u2800', '\u0301'])('%j is not', (title) => {
  expect(isVisible(title)).toBe(false);
});

test.each([
  ['Low water', 9, 'Low water'],
  ['Low water', 8, 'Low wat…'],
  ['Low water', 5, 'Low…'],
  ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2, '👩‍👩‍👧…'],
])('%s in %d characters is %s', (title, most, expected) => {
  expect(shortened(title, most)).toBe(expected);
});
