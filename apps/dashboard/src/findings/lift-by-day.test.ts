import { describe, expect, test } from '@jest/globals';
import { liftByDay } from './lift-by-day.ts';

const day = (date: string, lift: number | null, around = 0.1, offer = 'b') => ({
  day: date,
  offer,
  people: 100,
  lift,
  low: lift === null ? null : lift - around,
  high: lift === null ? null : lift + around,
});

describe('the lift by day', () => {
  test('is that of one offer, without the days on which nothing was told', () => {
    const history = [day('1', null), day('1', 0.5, 0.1, 'c'), day('2', 0.12), day('3', -0.25)];
    const { days, curve, isCut } = liftByDay(history, 'b');
    expect(days).toEqual(['2', '3']);
    expect(curve.map(({ at, rate }) => [at, rate])).toEqual([
      [0, 0.12],
      [1, -0.25],
    ]);
    expect(isCut).toBe(false);
  });

  test('begins behind the last day whose range says nothing', () => {
    const { days, isCut } = liftByDay([day('1', 0.1), day('2', 3, 9), day('3', 0.1)], 'b');
    expect(days).toEqual(['3']);
    expect(isCut).toBe(true);
  });

  test('of nothing is nothing', () => {
    expect(liftByDay([], 'b')).toEqual({ days: [], curve: [], isCut: false });
  });
});
