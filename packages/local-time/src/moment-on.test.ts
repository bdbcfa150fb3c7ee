import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localDay } from './local-days.ts';
import { momentOn } from './moment-on.ts';

const dayOf = (name: string) => Date.parse(name) / 86_400_000;
const iso = (time: number) => new Date(time).toISOString();

describe('the moment at which an hour of a day is', () => {
  test.each([
    ['an ordinary one', '2026-03-02', 7, 'Europe/Madrid', '2026-03-02T06:00:00.000Z'],
    ['one that is skipped in spring', '2026-03-29', 2, 'Europe/Madrid', '2026-03-29T01:00:00.000Z'],
    ['the one after it', '2026-03-29', 3, 'Europe/Madrid', '2026-03-29T01:00:00.000Z'],
    ['one that is there twice in autumn', '2026-10-25', 2, 'Europe/Madrid', '2026-10-25T00:00:00.000Z'],
    ['the one after that', '2026-10-25', 3, 'Europe/Madrid', '2026-10-25T02:00:00.000Z'],
    ['one that is skipped in New York', '2026-03-08', 2, 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['one that is there twice in New York', '2026-11-01', 1, 'America/New_York', '2026-11-01T05:00:00.000Z'],
    ['half an hour that is skipped', '2026-10-04', 2, 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a midnight that is skipped', '2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('%s', (_, day, hour, timeZone, expected) => {
    expect(iso(momentOn(dayOf(day), hour, timeZone))).toBe(expected);
  });

  test('is on that day, and a later one the later the hour is', () => {
    const zones = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC');
    const days = fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2028-01-01') });
    fc.assert(
      fc.property(zones, days, fc.integer({ min: 0, max: 22 }), (zone, day, hour) => {
        const moment = momentOn(day, hour, zone);
        expect(localDay(moment, zone)).toBe(day);
        expect(momentOn(day, hour + 1, zone)).toBeGreaterThanOrEqual(moment);
        expect(momentOn(day + 1, hour, zone)).toBeGreaterThan(moment);
      }),
      { numRuns: 500 },
    );
  });
});
