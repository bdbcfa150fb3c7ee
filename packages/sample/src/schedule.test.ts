import { describe, expect, test } from '@jest/globals';
import { localDay, weekdayOf as weekday, zoneOffset } from '@readout/local-time';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from './local-time.ts';
import { sendTimes } from './schedule.ts';

const ZONE = 'Europe/Madrid';
const COUNT = 60;
const anyNow = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2036, 0, 1) });
const minuteOfDay = (time: number) => ((((time + zoneOffset(time, ZONE)) % DAY) + DAY) % DAY) / MINUTE;

describe('send times', () => {
  test('end 2 to 27 hours before now, whenever that is', () => {
    fc.assert(
      fc.property(anyNow, (now) => {
        const age = now - (sendTimes(now, COUNT).at(-1) ?? 0);
        expect(age).toBeGreaterThanOrEqual(2 * HOUR);
        expect(age).toBeLessThanOrEqual(27 * HOUR);
      }),
      { numRuns: 150 },
    );
  });

  test('end no more than 27 hours before now even in the last moment before the next issue counts', () => {
    const times = sendTimes(Date.UTC(2026, 10, 30, 12), 1000);
    const ages = times.map((time) => {
      const now = time + 2 * HOUR - 1;
      return now - (sendTimes(now, 1)[0] ?? 0);
    });
    expect(Math.max(...ages)).toBe(27 * HOUR);
  });

  test('are as many as asked for, on different days, in order, and span about twelve weeks', () => {
    fc.assert(
      fc.property(anyNow, (now) => {
        const times = sendTimes(now, COUNT);
        expect(times).toHaveLength(COUNT);
        const days = times.map((time) => localDay(time, ZONE));
        for (const [index, day] of days.entries()) if (index > 0) expect(day).toBeGreaterThan(days[index - 1] ?? day);
        const weeks = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 7;
        expect(weeks).toBeGreaterThan(10.5);
        expect(weeks).toBeLessThan(15);
      }),
      { numRuns: 60 },
    );
  });

  test('keep Sundays free, use few Saturdays and skip some weekdays; only the newest may fall on any day', () => {
    const times = sendTimes(Date.UTC(2026, 2, 1, 12), 600).slice(0, -1);
    const days = times.map((time) => localDay(time, ZONE));
    const on = (wanted: number) => days.filter((day) => weekday(day) === wanted).length;
    const weeks = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 7;
    expect(on(0)).toBe(0);
    expect(on(6) / weeks).toBeGreaterThan(0.1);
    expect(on(6) / weeks).toBeLessThan(0.3);
    const weekdays = [1, 2, 3, 4, 5].reduce((sum, day) => sum + on(day), 0);
    expect(weekdays / (5 * weeks)).toBeGreaterThan(0.88);
    expect(weekdays / (5 * weeks)).toBeLessThan(0.98);
  });

  test.each([
    ['in spring', Date.UTC(2026, 3, 20, 12)],
    ['in autumn', Date.UTC(2026, 10, 16, 12)],
  ])('stay at the same hour by the local clock when the clocks change %s', (_, now) => {
    const times = sendTimes(now, COUNT).slice(0, -1);
    expect(new Set(times.map((time) => zoneOffset(time, ZONE))).size).toBe(2);
    for (const time of times) {
      expect(minuteOfDay(time)).toBeGreaterThanOrEqual(6 * 60 + 24);
      expect(minuteOfDay(time)).toBeLessThanOrEqual(7 * 60 + 40);
    }
  });

  test('do not move while time goes on, the newest aside', () => {
    const earlier = sendTimes(Date.UTC(2026, 1, 10, 12), COUNT);
    const later = sendTimes(Date.UTC(2026, 1, 11, 12), COUNT);
    expect(later).toEqual(expect.arrayContaining(earlier.slice(-30, -1)));
  });
});
