import { describe, expect, test } from '@jest/globals';
import { GROWTH_STEPS, type IssueGrowth } from '@readout/warehouse';
import { atAge } from './at-age.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NINE = Date.UTC(2026, 2, 2, 9);

function growth(...readers: readonly number[]): IssueGrowth {
  const none = new Uint32Array(GROWTH_STEPS);
  const sums = Uint32Array.from({ length: GROWTH_STEPS }, (_, at) => readers[at] ?? readers.at(-1) ?? 0);
  return { issue: 1 as IssueGrowth['issue'], readers: sums, clickers: none, paywallHits: none, trialsStarted: none };
}

describe('what an issue had at an age', () => {
  const issue = growth(100, 140, 150, 150, 160);

  test.each([
    [0, 0],
    [15, 100],
    [30, 140],
    [75, 160],
  ])('%d minutes after it went out is what was counted by then', (minutes, readers) => {
    expect(atAge(issue, 'readers', NINE, minutes * MINUTE)).toBeCloseTo(readers, 9);
  });

  test('is in proportion within a quarter of an hour', () => {
    expect(atAge(issue, 'readers', NINE, 3 * MINUTE)).toBeCloseTo(20, 9);
    expect(atAge(issue, 'readers', NINE, 21 * MINUTE)).toBeCloseTo(116, 9);
  });

  test('begins when it went out, not with the quarter in which it did', () => {
    const late = NINE + 10 * MINUTE;
    expect(atAge(issue, 'readers', late, 0)).toBe(0);
    expect(atAge(issue, 'readers', late, 2.5 * MINUTE)).toBeCloseTo(50, 9);
    expect(atAge(issue, 'readers', late, 5 * MINUTE)).toBeCloseTo(100, 9);
    expect(atAge(issue, 'readers', late, 20 * MINUTE)).toBeCloseTo(140, 9);
  });

  test('after the week that is known is what it had then, and before it went out nothing', () => {
    expect(atAge(issue, 'readers', NINE, 400 * HOUR)).toBe(160);
    expect(atAge(issue, 'readers', NINE, -HOUR)).toBe(0);
  });
});
