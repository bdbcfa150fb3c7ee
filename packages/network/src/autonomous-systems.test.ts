import { expect, test } from '@jest/globals';
import { OPERATORS } from './autonomous-systems.ts';

test('no autonomous system is of two kinds', () => {
  const numbers = OPERATORS.flatMap((operator) => operator.numbers);
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
});
