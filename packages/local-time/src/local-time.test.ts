import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localTime } from './local-time.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (time: number) => new Date(time).toISOString();

describe('local time', () => {
  test.each([
    ['Europe/Madrid', '2026-03-28T22:30:00Z', { weekday: 6, hour: 23 }],
    ['Europe/Madrid', '2026-03-29T00:30:00Z', { weekday: 7, hour: 1 }],
    ['Europe/Madrid', '2026-03-29T01:30:00Z', { weekday: 7, hour: 3 }],
    ['Europe/Madrid', '2026-10-25T00:30:00Z', { weekday: 7, hour: 2 }],
    ['Europe/Madrid', '2026-10-25T01:30:00Z', { weekday: 7, hour: 2 }],
    ['America/New_York', '2026-03-02T04:59:00Z', { weekday: 7, hour: 23 }],
    ['Asia/Kathmandu', '2026-03-02T18:14:00Z', { weekday: 1, hour: 23 }],
    ['Asia/Kathmandu', '2026-03-02T18:15:00Z', { weekday: 2, hour: 0 }],
    ['Nowhere/Land', '2026-03-02T12:00:00Z', { weekday: 1, hour: 12 }],
  ])('in %s at %s', (zone, time, expected) => {
    expect(localTime(zone).weekdayAndHour(at(time))).toEqual(expected);
  });

  test.each([
    ['Europe/Madrid', '2026-03-29T12:00:00Z', 0, '2026-03-28T23:00:00.000Z'],
    ['Europe/Madrid', '2026-03-30T12:00:00Z', 0, '2026-03-29T22:00:00.000Z'],
    ['Europe/Madrid', '2026-03-30T12:00:00Z', 7, '2026-03-22T23:00:00.000Z'],
    // Lebanon puts its clocks forward at midnight: that day begins at one.
    ['Asia/Beirut', '2026-03-29T12:00:00Z', 0, '2026-03-28T22:00:00.000Z'],
    ['Asia/Beirut', '2026-03-30T12:00:00Z', 1, '2026-03-28T22:00:00.000Z'],
  ])('the day in %s around %s, %d days before, began', (zone, time, before, expected) => {
    expect(iso(localTime(zone).dayBegan(at(time), before))).toBe(expected);
  });

  test('a day begins at or before its times, and what is a moment earlier belongs to the day before', () => {
    const zones = fc.constantFrom('Europe/Madrid', 'America/Sao_Paulo', 'Asia/Beirut', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: at('2015-01-01'), max: at('2030-01-01') }), (zone, time) => {
        const local = localTime(zone);
        const began = local.dayBegan(time);
        expect(began).toBeLessThanOrEqual(time);
        expect(local.dayBegan(began)).toBe(began);
        expect(local.dayBegan(began - 1)).toBe(local.dayBegan(time, 1));
        expect(local.dayBegan(began - 1)).toBeLessThan(began);
      }),
    );
  });
});
