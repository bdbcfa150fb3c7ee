import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_USUAL, quantiles, usualRange } from './quantiles.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0);

describe('quantiles', () => {
  test.each([
    // What R 4 says: quantile(values, c(0.1, 0.5, 0.9)), whose type is 7.
    [
      [1, 2, 3, 4, 5],
      [1.4, 3, 4.6],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [1.9, 5.5, 9.1],
    ],
    [
      [15, 20, 35, 40, 50],
      [17, 35, 46],
    ],
    [[7], [7, 7, 7]],
    [
      [3, 1],
      [1.2, 2, 2.8],
    ],
    [
      [2, 2, 2, 9],
      [2, 2, 6.9],
    ],
  ])('of %j at 10, 50 and 90 %% are %j', (values, expected) => {
    expect(quantiles(values, [0.1, 0.5, 0.9])).toEqual(expected.map((one) => expect.closeTo(one, 12)));
  });

  test('begin with the lowest and end with the highest value, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 60 }), (values) => {
        const found = quantiles(values, [0, 0.1, 0.5, 0.9, 1]);
        expect(found[0]).toBe(Math.min(...values));
        expect(found.at(-1)).toBe(Math.max(...values));
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect(quantiles(values.toReversed(), [0, 0.1, 0.5, 0.9, 1])).toEqual(found);
      }),
    );
  });

  test('there are none of nothing, and none at what is no share', () => {
    expect(() => quantiles([], [0.5])).toThrow(RangeError);
    for (const share of [-0.1, 1.1, Number.NaN]) expect(() => quantiles([1], [share])).toThrow(RangeError);
  });
});

describe('what is usual', () => {
  test('is not claimed from fewer than five', () => {
    expect(FEWEST_USUAL).toBe(5);
    expect(usualRange([1, 2, 3, 4])).toBeNull();
    expect(usualRange([])).toBeNull();
  });

  test('is where eight of ten lie', () => {
    expect(usualRange([50, 10, 30, 20, 40])).toEqual({ low: 14, median: 30, high: 46 });
    const hundred = Array.from({ length: 101 }, (_, at) => at);
    expect(usualRange(hundred)).toEqual({ low: 10, median: 50, high: 90 });
    expect(usualRange([3, 3, 3, 3, 3])).toEqual({ low: 3, median: 3, high: 3 });
  });
});
