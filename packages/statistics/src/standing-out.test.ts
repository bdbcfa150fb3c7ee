import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_BEFORE, standingOut } from './standing-out.ts';

describe('standing out', () => {
  test.each([
    ['far above what varies a little', 0.9, [0.1, 0.12, 0.09, 0.11, 0.1, 0.13], { usual: 0.105, times: 0.9 / 0.105 }],
    ['as usual', 0.12, [0.1, 0.12, 0.09, 0.11, 0.1, 0.13], null],
    ['above what never varies, but less than twice', 0.15, [0.1, 0.1, 0.1, 0.1, 0.1], null],
    ['twice what never varies', 0.2, [0.1, 0.1, 0.1, 0.1, 0.1], { usual: 0.1, times: 2 }],
    // Deviations from 3 are 2, 1, 0, 1, 2: the median is 1, and 3 + 5 is 8.
    ['at five deviations', 8, [1, 2, 3, 4, 5], null],
    ['beyond five deviations', 8.1, [1, 2, 3, 4, 5], { usual: 3, times: 2.7 }],
    ['something where there was nothing', 0.01, [0, 0, 0, 0, 0], { usual: 0, times: null }],
    ['nothing where there was nothing', 0, [0, 0, 0, 0, 0], null],
    ['one outlier among those before does not hide it', 1, [0.1, 0.1, 0.12, 0.11, 9], { usual: 0.11, times: 1 / 0.11 }],
  ])('%s', (_, value, before, expected) => {
    expect(standingOut(value, before)).toEqual(
      expected === null
        ? null
        : { usual: expect.closeTo(expected.usual), times: expected.times && expect.closeTo(expected.times) },
    );
  });

  test('is not claimed from fewer than five', () => {
    expect(standingOut(100, [1, 1, 1, 1])).toBeNull();
  });

  test('depends on no order and no unit, and a larger value stands out too', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: FEWEST_BEFORE, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 5000 }), fc.nat(100), (before, value, more) => {
        const found = standingOut(value, before);
        expect(standingOut(value, before.toReversed())).toEqual(found);
        expect(
          standingOut(
            value * 8,
            before.map((one) => one * 8),
          )?.times,
        ).toEqual(found?.times);
        if (found !== null) expect(standingOut(value + more, before)).not.toBeNull();
      }),
    );
  });
});
