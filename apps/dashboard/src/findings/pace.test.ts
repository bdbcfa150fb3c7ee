import { describe, expect, test } from '@jest/globals';
import { type Activity, paceOf } from './pace.ts';

const activity = (...readersSoFar: number[]): Activity =>
  readersSoFar.map((readers, hour) => ({
    hour,
    start: new Date(hour * 3_600_000).toISOString(),
    opens: 0,
    machineOpens: 0,
    clicks: 0,
    readersSoFar: readers,
  }));

describe('what the opens show over time', () => {
  test('nobody has opened it: nothing is claimed', () => {
    expect(paceOf([])).toEqual({ state: 'none' });
    expect(paceOf(activity(0, 0))).toEqual({ state: 'none' });
  });

  test('a handful of readers is called a handful', () => {
    expect(paceOf(activity(3, 29))).toEqual({ state: 'few', readers: 29 });
  });

  test('the hour in which half of the readers had come is counted from one', () => {
    expect(paceOf(activity(60, 90, 100))).toMatchObject({ state: 'half', hours: 1 });
    expect(paceOf(activity(10, 49, 50, 100))).toMatchObject({ state: 'half', hours: 3 });
  });

  test('figures are settled only after two days', () => {
    expect(paceOf(activity(...Array.from({ length: 48 }, () => 100)))).toMatchObject({ settled: false });
    expect(paceOf(activity(...Array.from({ length: 49 }, () => 100)))).toMatchObject({ settled: true });
  });
});
