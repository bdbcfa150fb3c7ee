import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kaplanMeier } from './kaplan-meier.ts';
import { restrictedMean } from './restricted-mean.ts';

const happened = (times: readonly number[]) => times.map((time) => ({ time, happened: true }));

test('with everybody followed to the end it is the mean of the times up to the horizon, and its standard error', () => {
  const all = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(all, fc.double({ min: 0.1, max: 15, noNaN: true }), (times, horizon) => {
      const found = restrictedMean(kaplanMeier(happened(times), 0.9), horizon);
      const upTo = times.map((time) => Math.min(time, horizon));
      const middle = upTo.reduce((sum, one) => sum + one, 0) / times.length;
      const squares = upTo.reduce((sum, one) => sum + (one - middle) ** 2, 0);
      expect(found?.mean).toBeCloseTo(middle, 9);
      expect(found?.standardError).toBeCloseTo(Math.sqrt(squares) / times.length, 9);
    }),
  );
});

test('it is not known where nobody was followed up to the horizon', () => {
  const curve = kaplanMeier([...happened([2, 4]), { time: 7, happened: false }], 0.9);
  expect(restrictedMean(curve, 7)?.mean).toBeCloseTo((2 + 4 + 7) / 3, 12);
  expect(restrictedMean(curve, 7.5)).toBeNull();
  expect(restrictedMean(curve, -1)).toBeNull();
  expect(restrictedMean(kaplanMeier([], 0.9), 1)).toBeNull();
});

test('it lies within its interval, and that between 0 and the horizon', () => {
  const curve = kaplanMeier([...happened([1, 1, 2]), { time: 30, happened: false }], 0.9);
  const found = restrictedMean(curve, 30);
  expect(found?.low).toBe(0);
  expect(found?.mean).toBeCloseTo((1 + 1 + 2 + 30) / 4, 12);
  expect(found?.high).toBeLessThanOrEqual(30);
});

test('where nothing happened before the horizon it is the horizon, but may be less', () => {
  const curve = kaplanMeier(Array(30).fill({ time: 9, happened: false }), 0.9);
  expect(restrictedMean(curve, 5)).toEqual({
    mean: 5,
    standardError: 0,
    low: expect.closeTo(5 * 0.05 ** (1 / 30), 12),
    high: 5,
  });
});
