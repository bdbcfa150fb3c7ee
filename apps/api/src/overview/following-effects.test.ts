import { describe, expect, test } from '@jest/globals';
import { effects, type RatedIssue } from './following-effects.ts';

const DAY_MS = 86_400_000;
const NOW = 400 * DAY_MS;

/** As a sine of large steps: scattered alike on every run. */
const scatter = (at: number) => Math.sin(at * 12.9898) * 0.02;

/** A year of weekdays, some skipped, some with two issues; weekdays differ and the list gets tired. */
function year({ skip = 0, second = 0 }: { readonly skip?: number; readonly second?: number }) {
  const issues: RatedIssue[] = [];
  const skipped: number[] = [];
  let extra = 0;
  for (let day = 0; day < 360; day++) {
    // Day 4 is a Monday.
    if ((day + 3) % 7 >= 5) continue;
    if (day % 17 === 9) {
      skipped.push(day);
      extra = skip;
      continue;
    }
    const openRate = 0.4 - day * 0.0003 + ((day + 3) % 7) * 0.015 + scatter(day) + extra;
    extra = 0;
    issues.push({ sentAt: day * DAY_MS, day, openRate });
    if (day % 19 === 6) {
      issues.push({ sentAt: day * DAY_MS + 3_600_000, day, openRate: 0.1 });
      extra = second;
    }
  }
  return { issues, skipped };
}

describe('what a skipped day and a second issue do to the next one', () => {
  test('is found where it is there', () => {
    const { issues, skipped } = year({ skip: 0.05, second: -0.04 });
    const { afterSkipped, afterSecond } = effects(issues, skipped, NOW);
    expect(afterSkipped.times).toBeGreaterThan(10);
    expect(afterSkipped.effect).toMatchObject({ isChance: false, difference: expect.closeTo(0.05, 1) });
    expect(afterSkipped.effect?.low).toBeLessThan(0.05);
    expect(afterSkipped.effect?.high).toBeGreaterThan(0.05);
    expect(afterSecond.effect).toMatchObject({ isChance: false });
    expect(afterSecond.effect?.low).toBeLessThan(-0.04);
    expect(afterSecond.effect?.high).toBeGreaterThan(-0.04);
  });

  test('is chance where it is not, though weekdays differ and rates fall', () => {
    const { issues, skipped } = year({});
    const { afterSkipped, afterSecond } = effects(issues, skipped, NOW);
    expect(afterSkipped.effect?.isChance).toBe(true);
    expect(afterSecond.effect?.isChance).toBe(true);
  });

  test('is not claimed of a few', () => {
    const { issues, skipped } = year({ skip: 0.05 });
    const { afterSkipped } = effects(issues, skipped.slice(0, 3), NOW);
    // One of the three came after a day with two issues as well, and says nothing of either.
    expect(afterSkipped).toEqual({ times: 2, effect: null });
    expect(effects([], [], NOW)).toEqual({
      afterSkipped: { times: 0, effect: null },
      afterSecond: { times: 0, effect: null },
    });
  });

  test('leaves out issues that are still being read', () => {
    const { issues, skipped } = year({ skip: 0.05 });
    const last = issues.at(-1);
    const now = (last?.sentAt ?? 0) + 40 * 3_600_000;
    const low = issues.map((one) => (one === last ? { ...one, openRate: 0 } : one));
    expect(effects(low, skipped, now)).toEqual(effects(issues, skipped, now));
  });
});
