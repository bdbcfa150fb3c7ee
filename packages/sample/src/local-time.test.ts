import { describe, expect, test } from '@jest/globals';
import { localDay, weekdayOf as weekday, zoneOffset } from '@readout/local-time';
import { DAY, HOUR, instantOf } from './local-time.ts';

const ZONE = 'Europe/Madrid';

describe('the local clock', () => {
  test.each([
    ['in winter', Date.UTC(2026, 0, 15), 1],
    ['in summer', Date.UTC(2026, 6, 15), 2],
    ['a second before it is set forward', Date.UTC(2026, 2, 29, 0, 59, 59), 1],
    ['once it is set forward', Date.UTC(2026, 2, 29, 1), 2],
    ['once it is set back', Date.UTC(2026, 9, 25, 1), 1],
  ])('is ahead of UTC by the right number of hours %s', (_, time, hours) => {
    expect(zoneOffset(time, ZONE)).toBe(hours * HOUR);
  });

  test.each([
    ['on the day it is set forward', Date.UTC(2026, 2, 29, 4, 30)],
    ['on the day it is set back', Date.UTC(2026, 9, 25, 5, 30)],
    ['the day before', Date.UTC(2026, 9, 24, 4, 30)],
  ])('shows 06:30 at the instant that is asked for %s', (_, instant) => {
    expect(instantOf(localDay(instant, ZONE), 390, ZONE)).toBe(instant);
  });

  test('begins a new day at local midnight, not at that of UTC', () => {
    const midnight = Date.UTC(2026, 6, 14, 22);
    expect(localDay(midnight, ZONE)).toBe(Date.UTC(2026, 6, 15) / DAY);
    expect(localDay(midnight - 1, ZONE)).toBe(Date.UTC(2026, 6, 14) / DAY);
  });

  test('has a Sunday on 1 March 2026 and a Thursday on 1 January 1970', () => {
    expect(weekday(Date.UTC(2026, 2, 1) / DAY)).toBe(0);
    expect(weekday(0)).toBe(4);
    expect(weekday(-5)).toBe(6);
  });
});
