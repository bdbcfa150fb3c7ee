import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localDay, nameOfDay, startOfDay, weekdayOf } from './local-days.ts';

const DAY_MS = 86_400_000;
const dayOf = (name: string) => Date.parse(name) / DAY_MS;

describe("days of a publication's calendar", () => {
  test.each([
    ['an ordinary day in winter', '2026-03-02', 'Europe/Madrid', '2026-03-01T23:00:00Z'],
    ['the day on which the clocks go forward', '2026-03-29', 'Europe/Madrid', '2026-03-28T23:00:00Z'],
    ['the day after', '2026-03-30', 'Europe/Madrid', '2026-03-29T22:00:00Z'],
    ['the day on which they go back', '2026-10-25', 'Europe/Madrid', '2026-10-24T22:00:00Z'],
    ['a day whose midnight is skipped', '2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['half an hour off', '2026-03-02', 'Asia/Kolkata', '2026-03-01T18:30:00Z'],
    ['three quarters of an hour off', '2026-03-02', 'Asia/Kathmandu', '2026-03-01T18:15:00Z'],
    ['UTC', '2026-03-02', 'UTC', '2026-03-02T00:00:00Z'],
  ])('%s begins when it does', (_, day, timeZone, begins) => {
    expect(new Date(startOfDay(dayOf(day), timeZone)).toISOString()).toBe(begins.replace('Z', '.000Z'));
  });

  test('every moment is on the day that began last', () => {
    const zones = fc.constantFrom('Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC');
    const times = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(zones, times, (zone, time) => {
        const day = localDay(time, zone);
        expect(startOfDay(day, zone)).toBeLessThanOrEqual(time);
        expect(startOfDay(day + 1, zone)).toBeGreaterThan(time);
        expect(localDay(startOfDay(day, zone) - 1, zone)).toBe(day - 1);
      }),
      { numRuns: 500 },
    );
  });

  test('have names and weekdays', () => {
    const day = dayOf('2026-03-02');
    expect([nameOfDay(day), weekdayOf(day), weekdayOf(day - 1), weekdayOf(-4)]).toEqual(['2026-03-02', 1, 0, 0]);
  });
});
