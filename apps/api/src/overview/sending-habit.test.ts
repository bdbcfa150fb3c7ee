import { describe, expect, test } from '@jest/globals';
import { skippedDays } from './sending-habit.ts';

/** Days of some weeks on which something goes out: Monday is 0, and the first of them is day 4 (1970-01-05). */
const weeks = (count: number, weekdays: readonly number[]) =>
  Array.from({ length: count }, (_, week) => weekdays.map((weekday) => 4 + week * 7 + weekday)).flat();

describe('skipped days', () => {
  test('are those of its weekday, and no others', () => {
    const sent = weeks(12, [0, 2, 4]).filter((day) => day !== 4 + 10 * 7 + 2);
    expect(skippedDays(sent, 4, 4 + 12 * 7 - 1)).toEqual([4 + 10 * 7 + 2]);
  });

  test('are not claimed before there is a habit', () => {
    const missing = 4 + 3 * 7;
    expect(skippedDays(weeks(3, [0]), 4, missing)).toEqual([]);
    expect(skippedDays(weeks(4, [0]), 4, missing + 7)).toEqual([missing + 7]);
  });

  test('of a pause end when not sending has become the habit', () => {
    const skipped = skippedDays(weeks(10, [0]), 4, 4 + 30 * 7);
    expect(skipped).toEqual([10, 11, 12].map((week) => 4 + week * 7));
  });

  test('are none where every other week is the habit, or nothing ever went out', () => {
    expect(
      skippedDays(
        weeks(20, [0]).filter((_, at) => at % 2 === 0),
        4,
        150,
      ),
    ).toEqual([]);
    expect(skippedDays([], 4, 150)).toEqual([]);
  });
});
