import { describe, expect, test } from '@jest/globals';
import type { PublicationCalendar } from '@readout/api-contract';
import { calendarWeeks, monthsOf } from './calendar.ts';

const nothing = { times: 0, effect: null };
const issue = (day: string, id: string) => ({
  day,
  id,
  title: id,
  sentAt: `${day}T06:00:00.000Z`,
  delivered: 1,
  readers: 1,
  openRate: 1,
});
/** From a Wednesday to a Tuesday. */
const calendar: PublicationCalendar = {
  from: '2026-01-28',
  to: '2026-03-03',
  issues: [issue('2026-02-02', 'one'), issue('2026-03-02', 'two'), issue('2026-03-02', 'three')],
  skipped: ['2026-02-09'],
  afterSkipped: nothing,
  afterSecond: nothing,
};

describe('the weeks of a calendar', () => {
  test('are whole, begin on Mondays and end with the present one', () => {
    const weeks = calendarWeeks(calendar, 1);
    expect(weeks.map(({ days }) => days[0]?.day)).toEqual([
      '2026-02-02',
      '2026-02-09',
      '2026-02-16',
      '2026-02-23',
      '2026-03-02',
    ]);
    expect(weeks.every(({ days }) => days.length === 7)).toBe(true);
    const days = weeks.flatMap((week) => week.days);
    expect(days.filter((one) => one.isToCome).map(({ day }) => day)).toEqual([
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
    ]);
    expect(days.filter((one) => one.isSkipped).map(({ day }) => day)).toEqual(['2026-02-09']);
    expect(days.find(({ day }) => day === '2026-03-02')?.issues.map(({ id }) => id)).toEqual(['two', 'three']);
  });

  test('begin on Sundays where weeks do', () => {
    expect(calendarWeeks(calendar, 0).map(({ days }) => days[0]?.day)).toEqual([
      '2026-02-01',
      '2026-02-08',
      '2026-02-15',
      '2026-02-22',
      '2026-03-01',
    ]);
  });

  test('lie in months', () => {
    expect(monthsOf(calendarWeeks(calendar, 1))).toEqual([
      { day: '2026-02-02', weeks: 4 },
      { day: '2026-03-02', weeks: 1 },
    ]);
  });
});
