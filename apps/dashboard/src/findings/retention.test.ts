import { expect, test } from '@jest/globals';
import { cellTowards, landmarkOf, lastMonthOf, payersOf } from './retention.ts';

const month = (at: number, of: number) => ({ month: at, of, rate: 0.5, low: 0.4, high: 0.6 });
const cohort = (...months: readonly number[]) => ({
  key: 'a',
  title: null,
  payers: 3,
  months: months.map((at) => month(at, 3)),
});

test('the longest time of which enough people can tell is told', () => {
  expect(landmarkOf([month(0, 90), month(1, 80), month(3, 30), month(6, 19)])?.month).toBe(3);
  expect(landmarkOf([month(0, 90), month(1, 19)])).toBeNull();
  expect(landmarkOf([])).toBeNull();
});

test('payers are those at the beginning', () => {
  expect(payersOf([month(0, 90), month(1, 80)])).toBe(90);
  expect(payersOf([])).toBe(0);
});

test('keys lead over the cells that are there', () => {
  const triangle = [cohort(0, 1, 2), cohort(0, 1), cohort(0)];
  expect(lastMonthOf(triangle)).toBe(2);
  expect(lastMonthOf([])).toBe(0);
  expect(cellTowards(triangle, { row: 0, month: 0 }, 'ArrowRight')).toEqual({ row: 0, month: 1 });
  expect(cellTowards(triangle, { row: 0, month: 2 }, 'ArrowRight')).toEqual({ row: 0, month: 2 });
  expect(cellTowards(triangle, { row: 1, month: 1 }, 'ArrowDown')).toBeNull();
  expect(cellTowards(triangle, { row: 1, month: 1 }, 'ArrowUp')).toEqual({ row: 0, month: 1 });
  expect(cellTowards(triangle, { row: 0, month: 1 }, 'End')).toEqual({ row: 0, month: 2 });
  expect(cellTowards(triangle, { row: 0, month: 1 }, 'Home')).toEqual({ row: 0, month: 0 });
  expect(cellTowards(triangle, { row: 0, month: 0 }, 'Tab')).toBeNull();
});
