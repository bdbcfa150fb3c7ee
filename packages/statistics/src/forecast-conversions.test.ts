import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_CONVERSIONS, forecastConversions } from './forecast-conversions.ts';
import { kaplanMeier } from './kaplan-meier.ts';

/** Half convert on day 14, the others never. */
const half = kaplanMeier(
  Array.from({ length: 2_000 }, (_, at) => (at % 2 ? { time: 14, happened: true } : { time: 60, happened: false })),
  0.9,
);

const curves = fc
  .array(fc.record({ time: fc.integer({ min: 1, max: 40 }), happened: fc.boolean() }), {
    minLength: 40,
    maxLength: 120,
  })
  .map((people) => kaplanMeier(people, 0.9));
const ages = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 60 });

describe('conversions to come', () => {
  test('are the chances of each trial added up', () => {
    // 30 will be 14 days old within a week; 20 will not, and 10 are past it.
    const running = [...Array(30).fill(10), ...Array(20).fill(2), ...Array(10).fill(20)];
    const found = forecastConversions(half, running, 7, 0.8);
    expect(found?.expected).toBeCloseTo(15, 12);
    // Of a binomial distribution of 30 at a half 80 % lie from 12 to 18; the curve's doubt is small beside it.
    expect(found).toMatchObject({ low: 12, high: 18, beyondCurve: 0 });
  });

  test('have the interval of a sum of unlike coins', () => {
    // A tenth converts on day 5, a third of the others on day 10, half of the rest on day 15; the curve is nearly sure.
    const days = [...Array(10_000).fill(5), ...Array(30_000).fill(10), ...Array(30_000).fill(15)];
    const curve = kaplanMeier(
      [...days.map((time) => ({ time, happened: true })), ...Array(30_000).fill({ time: 60, happened: false })],
      0.9,
    );
    const running = [...Array(9).fill(1), ...Array(8).fill(6), ...Array(7).fill(12)];
    const chances = [...Array(9).fill(1 - 0.9 * (2 / 3)), ...Array(8).fill(1 - (2 / 3) * 0.5), ...Array(7).fill(0.5)];
    let exactly = [1];
    for (const chance of chances) {
      exactly = [...exactly, 0].map((share, count) => share * (1 - chance) + (exactly[count - 1] ?? 0) * chance);
    }
    let before = 0;
    const within = exactly.flatMap((share, count) => {
      const middle = before + share / 2;
      before += share;
      return 0.1 <= middle && middle <= 0.9 ? [count] : [];
    });
    const found = forecastConversions(curve, running, 9, 0.8);
    expect(found?.expected).toBeCloseTo(
      chances.reduce((sum, one) => sum + one, 0),
      9,
    );
    expect([found?.low, found?.high]).toEqual([within[0], within.at(-1)]);
  });

  test('lie within their interval, that between none and all, and they grow with the horizon', () => {
    fc.assert(
      fc.property(curves, ages, fc.integer({ min: 0, max: 20 }), (curve, running, horizon) => {
        const found = forecastConversions(curve, running, horizon, 0.8);
        const later = forecastConversions(curve, running, horizon + 5, 0.8);
        if (found === null || later === null) return;
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(running.length);
        expect(found.low).toBeLessThanOrEqual(Math.ceil(found.expected + 1e-9));
        expect(found.high).toBeGreaterThanOrEqual(Math.floor(found.expected - 1e-9));
        expect(later.expected).toBeGreaterThanOrEqual(found.expected - 1e-9);
        expect(later.beyondCurve).toBeGreaterThanOrEqual(found.beyondCurve);
      }),
    );
  });

  test('of one trial with a small chance are none, and never fewer', () => {
    const people = Array.from({ length: 1_000 }, (_, at) => ({ time: at < 10 ? 5 : 60, happened: at < 10 }));
    const found = forecastConversions(kaplanMeier(people, 0.9), [1], 20, 0.8);
    expect(found).toMatchObject({ low: 0, high: 0 });
    expect(found?.expected).toBeCloseTo(0.01, 10);
  });

  test('are surer by a curve of more people, and by more than the chance of each allows', () => {
    const curveOf = (people: number) =>
      kaplanMeier(
        Array.from({ length: people }, (_, at) =>
          at % 2 ? { time: 14, happened: true } : { time: 60, happened: false },
        ),
        0.9,
      );
    const width = (people: number) => {
      const found = forecastConversions(curveOf(people), Array(5_000).fill(10), 7, 0.8);
      return (found?.high ?? Number.NaN) - (found?.low ?? Number.NaN);
    };
    const alone = 2 * 1.2816 * Math.sqrt(5_000 / 4);
    expect(width(1_000_000) / alone).toBeCloseTo(1, 1);
    // Of a curve of 100, whose half has a standard deviation of 5 points.
    expect(width(100) / (2 * 1.2816 * Math.hypot(5_000 * 0.05, Math.sqrt(5_000 / 4)))).toBeCloseTo(1, 1);
  });

  test('are none where nothing runs, or everything is past it', () => {
    expect(forecastConversions(half, [], 7, 0.8)).toEqual({ expected: 0, low: 0, high: 0, beyondCurve: 0 });
    expect(forecastConversions(half, [20, 30], 7, 0.8)).toEqual({ expected: 0, low: 0, high: 0, beyondCurve: 0 });
  });

  test('say how many trials the curve does not reach', () => {
    expect(forecastConversions(half, [10, 50, 55, 70], 7, 0.8)?.beyondCurve).toBe(2);
  });

  test('of a curve on which everybody converts are all of them', () => {
    const all = kaplanMeier(Array(40).fill({ time: 3, happened: true }), 0.9);
    expect(forecastConversions(all, [1, 2, 2.5], 7, 0.8)).toEqual({ expected: 3, low: 3, high: 3, beyondCurve: 0 });
  });

  test('are not foretold from a curve with too few', () => {
    const few = [...Array(FEWEST_CONVERSIONS - 1).fill({ time: 3, happened: true }), { time: 9, happened: false }];
    expect(forecastConversions(kaplanMeier(few, 0.9), [1], 7, 0.8)).toBeNull();
  });
});
