import { expect, test } from '@jest/globals';
import { filled } from './filled.ts';

const points = [
  { x: 0, value: 1 },
  { x: 3, value: 5 },
];

test('a stair stays as it was until its next step', () => {
  expect(filled(points, 4, true).map(({ value }) => value)).toEqual([1, 1, 1, 5, 5]);
});

test('of any other curve nothing is made up between its points', () => {
  expect(filled(points, 4, false).map(({ value }) => value)).toEqual([1, null, null, 5, null]);
});
