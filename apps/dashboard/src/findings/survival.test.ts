import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everyMoment, steepest } from './survival.ts';

const point = (at: number, rate: number) => ({ at, rate, low: rate - 0.1, high: rate + 0.1 });

test('between two steps a curve stays as it was', () => {
  const curve = everyMoment([point(0, 0), point(3, 0.2), point(5, 0.4)]);
  expect(curve.map(({ at, rate }) => [at, rate])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0.2],
    [4, 0.2],
    [5, 0.4],
  ]);
});

test('no steps are no curve, and one is one point', () => {
  expect(everyMoment([])).toEqual([]);
  expect(everyMoment([point(7, 0.3)])).toEqual([point(7, 0.3)]);
});

test('it holds a point for every moment, of the last step before it', () => {
  const steps = fc.uniqueArray(fc.record({ at: fc.nat(60), rate: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    selector: ({ at }) => at,
    minLength: 1,
  });
  fc.assert(
    fc.property(steps, (some) => {
      const curve = everyMoment(some.map(({ at, rate }) => point(at, rate)));
      const ats = some.map(({ at }) => at);
      expect(curve.length).toBe(Math.max(...ats) - Math.min(...ats) + 1);
      for (const { at, rate } of some) expect(curve.find((one) => one.at === at)?.rate).toBe(rate);
    }),
  );
});

test('where it rises most', () => {
  expect(steepest([point(0, 0), point(1, 0.05), point(7, 0.3), point(8, 0.31)])).toBe(7);
  expect(steepest([point(0, 0), point(1, 0)])).toBeNull();
  expect(steepest([])).toBeNull();
});
