import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateFormats } from '../format/dates.ts';
import type { Activity } from './pace.ts';
import { dayStarts, timeBars, timeSpans } from './time-bars.ts';

const SENT = Date.parse('2025-10-14T05:00:00Z');
const life = (opens: readonly number[]): Activity => {
  let readers = 0;
  return opens.map((count, hour) => {
    readers += count;
    const start = new Date(SENT + hour * 3_600_000).toISOString();
    return { hour, start, opens: count, machineOpens: 0, clicks: 0, readersSoFar: readers };
  });
};

describe('hours added up into bars', () => {
  test('the longest span loses no open and repeats none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 400 }), (opens) => {
        const activity = life(opens);
        const span = timeSpans(activity).at(-1);
        expect(span).toBeDefined();
        if (span === undefined) return;
        const bars = timeBars(activity, span);
        expect(bars.reduce((total, one) => total + one.opens, 0)).toBe(opens.reduce((total, one) => total + one, 0));
        expect(bars.at(-1)?.readersSoFar).toBe(activity.at(-1)?.readersSoFar);
      }),
    );
  });

  test('hours that have not come yet have no bar', () => {
    const activity = life([5, 4, 3]);
    const [span] = timeSpans(activity);
    expect(span && timeBars(activity, span)).toHaveLength(3);
  });

  test('longer spans are offered only to issues that lived so long', () => {
    expect(timeSpans(life(Array(48).fill(1))).map((one) => one.id)).toEqual(['two-days']);
    expect(timeSpans(life(Array(49).fill(1))).map((one) => one.id)).toEqual(['two-days', 'week']);
    expect(timeSpans(life(Array(200).fill(1))).map((one) => one.id)).toEqual(['two-days', 'week', 'all']);
  });
});

describe('where days begin', () => {
  const activity = life(Array(72).fill(0));

  test('is midnight at the publication, not in UTC', () => {
    // 05:00 UTC is 07:00 in Madrid: 17 hours before midnight there.
    const madrid = dateFormats('Europe/Madrid', 'en-GB', SENT);
    expect(dayStarts(activity, 48, madrid.dayKey, 10).map((one) => one.hour)).toEqual([17, 41]);
    const utc = dateFormats('UTC', 'en-GB', SENT);
    expect(dayStarts(activity, 48, utc.dayKey, 10).map((one) => one.hour)).toEqual([19, 43]);
  });

  test('is thinned where there are too many', () => {
    const utc = dateFormats('UTC', 'en-GB', SENT);
    expect(dayStarts(life(Array(24 * 30).fill(0)), 24 * 30, utc.dayKey, 8).length).toBeLessThanOrEqual(8);
  });
});
