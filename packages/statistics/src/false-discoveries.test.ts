import { expect, test } from '@jest/globals';
import { falseDiscoveryAdjusted } from './false-discoveries.ts';

/** SciPy 1.17.1, scipy.stats.false_discovery_control(…, method='bh'). */
test.each([
  [
    [0.01, 0.02, 0.03, 0.04, 0.05],
    [0.05, 0.05, 0.05, 0.05, 0.05],
  ],
  [
    [0.001, 0.8, 0.03, 0.2, 0.041, 0.5],
    [0.006, 0.8, 0.082, 0.3, 0.082, 0.6],
  ],
  [[0.5], [0.5]],
  [
    [0.9, 0.9, 0.0001, 0.04],
    [0.9, 0.9, 0.0004, 0.08],
  ],
  [[], []],
])('p-values of questions asked together, %j, are corrected to %j', (given, expected) => {
  expect(falseDiscoveryAdjusted(given)).toEqual(expected.map((value) => expect.closeTo(value, 12)));
});
