import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clickhouseTime } from './tab-separated.ts';

describe('a time for ClickHouse', () => {
  test('is what the calendar says, to the millisecond, whatever was written before it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_799_999 }), { minLength: 1 }), (times) => {
        for (const time of times) expect(clickhouseTime(time)).toBe(new Date(time).toISOString().slice(0, 23));
      }),
    );
  });
});
