import { describe, expect, test } from '@jest/globals';
import { changeOf, type GroupDay, isTooFew, standingContrast, sumOfGroups, withoutStanding } from './reader-groups.ts';

const none = { new: 0, engaged: 0, fading: 0, dormant: 0, hidden: 0 };
const day = (engaged: number, more: Partial<GroupDay> = {}): GroupDay => ({
  day: '2026-03-01T23:00:00.000Z',
  issues: 20,
  all: { new: 10, engaged, fading: 20, dormant: 30, hidden: 40 },
  byStanding: { free: none, trial: none, premium: none },
  ...more,
});

describe('groups of readers', () => {
  test('add up to everybody', () => {
    expect(sumOfGroups(day(100).all)).toBe(200);
  });

  test('change against four weeks before, where that is known', () => {
    const days = [day(50), day(60), day(70), day(80), day(90)];
    expect(changeOf(days, 'engaged', null)).toBe(40);
    expect(changeOf(days.slice(1), 'engaged', null)).toBeNull();
    expect(changeOf([day(0, { issues: 0 }), ...days.slice(1)], 'engaged', null)).toBeNull();
    expect(changeOf([], 'new', null)).toBeNull();
  });

  test('are too few with few readers or few issues', () => {
    expect(isTooFew(day(100), null)).toBe(false);
    expect(isTooFew(day(100, { issues: 2 }), null)).toBe(true);
    expect(isTooFew(day(100), 'premium')).toBe(true);
  });

  test('leave over whose standing is not known', () => {
    const free = { ...none, engaged: 60, hidden: 40 };
    const premium = { ...none, engaged: 30, new: 10 };
    expect(withoutStanding(day(100, { byStanding: { free, trial: none, premium } }))).toEqual({
      new: 0,
      engaged: 10,
      fading: 20,
      dormant: 30,
      hidden: 0,
    });
  });

  test('are compared between standings that have enough readers', () => {
    const free = { ...none, engaged: 25, dormant: 75 };
    const premium = { ...none, engaged: 60, dormant: 40 };
    const trial = { ...none, engaged: 10 };
    expect(standingContrast(day(95, { byStanding: { free, trial, premium } }))).toEqual({
      most: 'premium',
      mostShare: 0.6,
      least: 'free',
      leastShare: 0.25,
    });
    expect(standingContrast(day(95, { byStanding: { free, trial, premium: none } }))).toBeNull();
    expect(standingContrast(day(95, { byStanding: { free, trial, premium: free } }))).toBeNull();
  });
});
