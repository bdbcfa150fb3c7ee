import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateFormats } from './dates.ts';
import { utcToWallClock, wallClockToUtc } from './wall-clock.ts';

const NOW = Date.parse('2025-11-20T00:00:00Z');

describe('a moment', () => {
  test('is shown at the publication, with its weekday', () => {
    expect(dateFormats('Europe/Madrid', 'en-GB', NOW).sent('2025-10-14T05:00:00Z')).toMatch(/^Tue,? 14 Oct, 07:00$/);
    expect(dateFormats('America/New_York', 'en-GB', NOW).sent('2025-10-14T03:00:00Z')).toMatch(/^Mon,? 13 Oct, 23:00$/);
  });

  test('of another year says so', () => {
    const { sent, day } = dateFormats('UTC', 'en-GB', NOW);
    expect(sent('2024-12-31T08:00:00Z')).toContain('2024');
    expect(day('2024-12-31T08:00:00Z')).toBe('31 Dec 2024');
    expect(day('2025-12-31T08:00:00Z')).toBe('31 Dec');
  });

  test('has a day for spreadsheets, that of the publication', () => {
    expect(dateFormats('Europe/Madrid', 'en-GB', NOW).dayKey('2024-12-31T23:30:00Z')).toBe('2025-01-01');
  });

  test('in a time zone that this browser does not know is shown in UTC', () => {
    expect(dateFormats('Mars/Olympus', 'en-GB', NOW).sent('2025-10-14T05:00:00Z')).toMatch(/^Tue,? 14 Oct, 05:00$/);
  });
});

describe('a wall clock', () => {
  test.each([
    ['2025-10-14T07:00', 'Europe/Madrid', '2025-10-14T05:00:00.000Z'],
    ['2025-12-14T07:00', 'Europe/Madrid', '2025-12-14T06:00:00.000Z'],
    ['2025-07-01T00:30', 'Asia/Kolkata', '2025-06-30T19:00:00.000Z'],
    // Shown twice: the first.
    ['2025-10-26T02:30', 'Europe/Madrid', '2025-10-26T00:30:00.000Z'],
    // Skipped: an hour on.
    ['2025-03-30T02:30', 'Europe/Madrid', '2025-03-30T01:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, utc) => {
    expect(wallClockToUtc(local, zone)).toBe(utc);
  });

  test('that shows nonsense is no moment', () => {
    expect(wallClockToUtc('', 'UTC')).toBeNull();
    expect(wallClockToUtc('tomorrow', 'UTC')).toBeNull();
  });

  test('goes there and back, away from the hours that clocks show twice', () => {
    const zone = fc.constantFrom('UTC', 'Asia/Kolkata', 'America/Sao_Paulo', 'Asia/Tokyo');
    const minutes = fc.integer({ min: Date.UTC(2021, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, zone, (minute, timeZone) => {
        const time = minute * 60_000;
        expect(wallClockToUtc(utcToWallClock(time, timeZone), timeZone)).toBe(new Date(time).toISOString());
      }),
    );
  });
});
