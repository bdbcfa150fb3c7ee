import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hoursSinceSending } from './hours.ts';

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
const SENT = Date.UTC(2026, 2, 2, 6);
const bucket = (quarter: number, readersSoFar: number, opens = 1) => ({
  start: SENT + quarter * QUARTER,
  opens,
  machineOpens: 2,
  clicks: 3,
  readersSoFar,
});

describe('hoursSinceSending', () => {
  test('folds quarters into hours and fills hours without activity', () => {
    const hours = hoursSinceSending([bucket(0, 5), bucket(3, 7), bucket(8, 9)], SENT, SENT + 3.5 * HOUR);
    expect(hours).toEqual([
      { hour: 0, start: '2026-03-02T06:00:00.000Z', opens: 2, machineOpens: 4, clicks: 6, readersSoFar: 7 },
      { hour: 1, start: '2026-03-02T07:00:00.000Z', opens: 0, machineOpens: 0, clicks: 0, readersSoFar: 7 },
      { hour: 2, start: '2026-03-02T08:00:00.000Z', opens: 1, machineOpens: 2, clicks: 3, readersSoFar: 9 },
      { hour: 3, start: '2026-03-02T09:00:00.000Z', opens: 0, machineOpens: 0, clicks: 0, readersSoFar: 9 },
    ]);
  });

  test('counts an open within the quarter in which the issue was sent', () => {
    const hours = hoursSinceSending([bucket(0, 1)], SENT + 7 * 60_000, SENT + 10 * 60_000);
    expect(hours).toEqual([expect.objectContaining({ hour: 0, start: '2026-03-02T06:00:00.000Z', opens: 1 })]);
  });

  test('begins with the first event where the time of sending is unknown', () => {
    expect(hoursSinceSending([bucket(2, 1)], null, SENT + HOUR)[0]?.start).toBe('2026-03-02T06:30:00.000Z');
  });

  test('is empty for an issue without sending and events, and for one yet to be sent', () => {
    expect(hoursSinceSending([], null, SENT)).toEqual([]);
    expect(hoursSinceSending([], SENT + HOUR, SENT)).toEqual([]);
  });

  test('gives what happened before sending no hour, but keeps its readers', () => {
    const hours = hoursSinceSending([bucket(-4, 2, 50), bucket(1, 3)], SENT, SENT + 1);
    expect(hours).toEqual([expect.objectContaining({ hour: 0, opens: 1, readersSoFar: 3 })]);
    expect(hoursSinceSending([bucket(-4, 2)], SENT, SENT + 1)).toEqual([
      expect.objectContaining({ opens: 0, readersSoFar: 2 }),
    ]);
  });

  test('ends after fourteen days', () => {
    const hours = hoursSinceSending([bucket(0, 1), bucket(4 * 400, 9)], SENT, SENT + 500 * HOUR);
    expect(hours).toHaveLength(336);
    expect(hours.at(-1)).toMatchObject({ hour: 335, readersSoFar: 1 });
  });

  test('never has gaps and its readers never fall', () => {
    const quarters = fc.uniqueArray(fc.integer({ min: -200, max: 2_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(quarters, fc.integer({ min: -50, max: 3_000 }), (starts, nowQuarter) => {
        const buckets = starts.sort((a, b) => a - b).map((quarter, index) => bucket(quarter, index + 1));
        const hours = hoursSinceSending(buckets, SENT, SENT + nowQuarter * QUARTER);
        expect(hours.length).toBeLessThanOrEqual(336);
        expect(hours.map(({ hour }) => hour)).toEqual(hours.map((_, index) => index));
        expect(hours.map(({ start }) => Date.parse(start))).toEqual(hours.map((_, index) => SENT + index * HOUR));
        for (const [index, { readersSoFar }] of hours.entries()) {
          expect(readersSoFar).toBeGreaterThanOrEqual(hours[index - 1]?.readersSoFar ?? 0);
        }
        const within = starts.filter((quarter) => quarter >= 0 && quarter < 4 * hours.length).length;
        expect(hours.reduce((sum, { opens }) => sum + opens, 0)).toBe(within);
      }),
    );
  });
});
