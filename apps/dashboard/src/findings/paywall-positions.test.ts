import { expect, test } from '@jest/globals';
import { farthestApart, scaleOf, spokenRate } from './paywall-positions.ts';

const place = (hits: number, rate: number, around: number) => ({
  hits,
  trialRate: { count: Math.round(hits * rate), of: hits, rate, low: rate - around, high: rate + around },
});

test('two places are told apart where their ranges do not meet', () => {
  const [best, middle, worst] = [place(500, 0.1, 0.02), place(400, 0.08, 0.02), place(300, 0.04, 0.02)];
  expect(farthestApart([middle, best, worst])).toEqual({ best, worst });
  expect(farthestApart([middle, best])).toBe('none');
});

test('places that few have hit say nothing', () => {
  expect(farthestApart([place(500, 0.1, 0.02), place(19, 0.01, 0.01)])).toBe('few');
  expect(farthestApart([])).toBe('few');
  expect(spokenRate(place(19, 0.5, 0.2))).toBeNull();
  expect(spokenRate({ hits: 50, trialRate: null })).toBeNull();
});

test('a scale has room for every range that is drawn', () => {
  expect(scaleOf([place(500, 0.1, 0.02), place(5, 0.6, 0.3)])).toBeCloseTo(0.12);
  expect(scaleOf([])).toBe(0.01);
});
