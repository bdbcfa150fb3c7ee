import { describe, expect, test } from '@jest/globals';
import { compared, isBeyond, timesAsMany } from './comparison.ts';
import type { Tally } from './outcomes.ts';

const OPTIONS = { level: 0.95, tightestAt: 8_000 };
const share = (sum: number, people: number): Tally => ({ people, sum, squares: sum });

describe('an arm beside the control', () => {
  test.each([
    ['too_few', share(39, 1_000), share(90, 1_000), 'paid'],
    ['too_few', null, share(90, 1_000), 'revenue'],
    ['open', share(100, 2_000), share(110, 2_000), 'paid'],
    ['better', share(200, 4_000), share(320, 4_000), 'paid'],
    ['worse', share(320, 4_000), share(200, 4_000), 'paid'],
    ['no_difference_that_matters', share(5_000, 100_000), share(5_010, 100_000), 'paid'],
    // Of these less is better.
    ['worse', share(200, 4_000), share(320, 4_000), 'refunds'],
    ['better', share(320, 4_000), share(200, 4_000), 'unsubscribes'],
  ] as const)('is %s: %j, %j, %s', (state, control, treatment, measure) => {
    expect(compared(control, treatment, measure, 0.2, OPTIONS).state).toBe(state);
  });

  test.each([
    ['revenue', { low: -0.4, high: -0.11 }, true],
    ['revenue', { low: -0.4, high: -0.09 }, false],
    ['revenue', { low: 0.2, high: 0.4 }, false],
    ['refunds', { low: 0.11, high: 0.4 }, true],
    ['refunds', { low: 0.09, high: 0.4 }, false],
    ['refunds', { low: -0.9, high: -0.4 }, false],
  ] as const)('breaks what guards %s at a lift of %j: %s', (measure, range, isBroken) => {
    expect(isBeyond({ value: 0, ...range }, measure, 0.1)).toBe(isBroken);
  });

  test('breaks nothing of which nothing is known', () => {
    expect(isBeyond(null, 'revenue', 0.1)).toBe(false);
  });

  test('with so many times as many people is told from the control, where it differs by the smallest effect', () => {
    const [control, treatment] = [share(100, 2_000), share(105, 2_000)];
    const times = timesAsMany(control, treatment, 'paid', 0.2, OPTIONS) ?? 0;
    expect(times).toBeGreaterThan(1);
    const later = (by: number) =>
      compared(share(100 * by, 2_000 * by), share(120 * by, 2_000 * by), 'paid', 0.2, OPTIONS);
    expect(later(times * 1.05).state).toBe('better');
    expect(later(times / 3).state).toBe('open');
    expect(timesAsMany(share(0, 2_000), treatment, 'paid', 0.2, OPTIONS)).toBeNull();
  });
});
