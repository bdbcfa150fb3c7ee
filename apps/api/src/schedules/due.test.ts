import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comeBetween, type Timed, timeAfter, timeBefore } from './due.ts';

const time = Date.parse;
const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
const sundays = (hour: number): Timed => ({ every: 'week', weekday: 7, hour });

/** All times from one moment to another. */
function all(cadence: Timed, zone: string, from: string, to: string): string[] {
  const found: string[] = [];
  for (let at = timeAfter(cadence, zone, time(from)); at <= time(to); at = timeAfter(cadence, zone, at)) {
    found.push(iso(at));
  }
  return found;
}

describe('the times of a schedule', () => {
  test.each([
    [
      'clocks go forward in Madrid: 2:00 is not there, and it is due once, when it would be 3:00',
      'Europe/Madrid',
      sundays(2),
      ['2026-03-22T01:00Z', '2026-03-29T01:00Z', '2026-04-05T00:00Z'],
      '2026-03-16',
    ],
    [
      'clocks go back in Madrid: 2:00 is there twice, and it is due at the first',
      'Europe/Madrid',
      sundays(2),
      ['2026-10-18T00:00Z', '2026-10-25T00:00Z', '2026-11-01T01:00Z'],
      '2026-10-12',
    ],
    [
      'clocks go forward in New York',
      'America/New_York',
      sundays(2),
      ['2026-03-01T07:00Z', '2026-03-08T07:00Z', '2026-03-15T06:00Z'],
      '2026-02-24',
    ],
    [
      'clocks go back in New York',
      'America/New_York',
      sundays(1),
      ['2026-10-25T05:00Z', '2026-11-01T05:00Z', '2026-11-08T06:00Z'],
      '2026-10-20',
    ],
  ])('%s', (_, zone, cadence, expected, from) => {
    expect(all(cadence, zone, from, iso(time(from) + 21 * 86_400_000))).toEqual(expected);
  });

  test('of a month that has no such day are on its last', () => {
    const cadence: Timed = { every: 'month', day: 31, hour: 7 };
    expect(all(cadence, 'Europe/Madrid', '2026-01-05', '2026-05-05')).toEqual([
      '2026-01-31T06:00Z',
      '2026-02-28T06:00Z',
      '2026-03-31T05:00Z',
      '2026-04-30T05:00Z',
    ]);
  });

  test('that have passed are one run, with how many it stands for', () => {
    const cadence = sundays(7);
    const [after, now] = [time('2026-02-22T06:00Z'), time('2026-03-20T12:00Z')];
    expect(comeBetween(cadence, 'Europe/Madrid', after, now)).toEqual({ at: time('2026-03-15T06:00Z'), missed: 2 });
    expect(comeBetween(cadence, 'Europe/Madrid', time('2026-03-15T06:00Z'), now)).toBeNull();
    expect(comeBetween(cadence, 'Europe/Madrid', time('2026-03-15T06:00Z') - 1, now)).toEqual({
      at: time('2026-03-15T06:00Z'),
      missed: 0,
    });
  });

  test('come once a week or a month in every zone, and before and after are each other’s opposite', () => {
    const zones = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC');
    const hour = fc.integer({ min: 0, max: 23 });
    const cadences: fc.Arbitrary<Timed> = fc.oneof(
      fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }), hour }),
      fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), hour }),
    );
    const moments = fc.integer({ min: time('2024-01-01'), max: time('2028-01-01') });
    fc.assert(
      fc.property(zones, cadences, moments, (zone, cadence, moment) => {
        const next = timeAfter(cadence, zone, moment);
        const days = (timeAfter(cadence, zone, next) - next) / 86_400_000;
        expect(next).toBeGreaterThan(moment);
        expect(Math.round(days)).toBeGreaterThanOrEqual(cadence.every === 'week' ? 7 : 28);
        expect(Math.round(days)).toBeLessThanOrEqual(cadence.every === 'week' ? 7 : 31);
        expect(timeBefore(cadence, zone, timeAfter(cadence, zone, next))).toBe(next);
      }),
      { numRuns: 300 },
    );
  });
});
