import { expect, test } from '@jest/globals';
import { meanRange } from './mean-range.ts';

/** SciPy 1.17.1, scipy.stats.ttest_1samp(…, 0).confidence_interval(0.90). */
test.each([
  [[0.312, 0.347, 0.298, 0.331, 0.355, 0.329], 0.311_202_914_097_780_45, 0.346_130_419_235_552_9],
  [[0.301, 0.288, 0.325, 0.279, 0.31, 0.296, 0.305, 0.291, 0.318], 0.292_307_651_090_270_46, 0.310_581_237_798_618_46],
  [[1, 2], -1.656_875_757_337_522_3, 4.656_875_757_337_518],
])('the mean of %j has the interval that SciPy gives it', (values, low, high) => {
  expect(meanRange(values, 0.9)).toEqual({
    mean: expect.closeTo((low + high) / 2, 10),
    low: expect.closeTo(low, 10),
    high: expect.closeTo(high, 10),
  });
});

test('one value says nothing of how values vary', () => {
  expect(meanRange([1], 0.9)).toBeNull();
});
