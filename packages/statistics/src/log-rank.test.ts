import { describe, expect, test } from '@jest/globals';
import { logRank } from './log-rank.ts';
import { seededRandom } from './seeded-random.ts';

const happened = (...times: readonly number[]) => times.map((time) => ({ time, happened: true }));
const watched = (...times: readonly number[]) => times.map((time) => ({ time, happened: false }));

describe('the log-rank test', () => {
  test('is what it comes to by hand', () => {
    // At 1 one of four, two in each group: ½ expected, variance ¼. At 2 one of three, one of them here: ⅓ and 2⁄9.
    // At 3 one of two, one of them here: ½ and ¼. At 4 the last one.
    const found = logRank([happened(1, 3), happened(2, 4)]);
    expect(found?.chiSquare).toBeCloseTo((2 - (1 / 2 + 1 / 3 + 1 / 2)) ** 2 / (1 / 4 + 2 / 9 + 1 / 4), 12);
    expect(found?.degreesOfFreedom).toBe(1);
  });

  test('does not care for the order of groups', () => {
    const groups = [happened(1, 3, 9), [...happened(2, 4), ...watched(8)], [...happened(7), ...watched(1, 3, 12)]];
    const [found, turned] = [logRank(groups), logRank(groups.toReversed())];
    expect(found?.chiSquare).toBeCloseTo(turned?.chiSquare ?? Number.NaN, 12);
    expect(found?.degreesOfFreedom).toBe(2);
  });

  test('leaves out groups that nobody is followed in when it happens first', () => {
    const [one, other] = [happened(5, 6, 9), happened(7, 8, 12)];
    expect(logRank([one, [], other, watched(1, 2)])).toEqual(logRank([one, other]));
  });

  test.each([
    ['one group', [happened(1, 2)]],
    ['no groups', []],
    ['nothing that happens', [watched(1, 2), watched(3)]],
    ['everything at once', [happened(4, 4), happened(4)]],
    ['somebody left alone', [watched(1), happened(2)]],
  ])('is not done for %s', (_, groups) => {
    expect(logRank(groups)).toBeNull();
  });

  test.each([Number.NaN, -2])('refuses a time of %d', (time) => {
    expect(() => logRank([happened(1, time), happened(2)])).toThrow(RangeError);
  });

  test('finds a difference where there is none at its level', () => {
    const random = seededRandom(41);
    const group = () =>
      Array.from({ length: 60 }, () => {
        const [event, end] = [-10 * Math.log(1 - random()), 5 + 20 * random()];
        return { time: Math.min(event, end), happened: event <= end };
      });
    const tests = 2_000;
    const found = Array.from({ length: tests }, () => logRank([group(), group(), group()])?.pValue ?? 1);
    // Three standard deviations of 5 % of 2,000.
    expect(Math.abs(found.filter((pValue) => pValue < 0.05).length / tests - 0.05)).toBeLessThan(0.015);
  });
});
