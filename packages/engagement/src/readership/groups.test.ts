import { describe, expect, test } from '@jest/globals';
import { localTime } from '@readout/local-time';
import fc from 'fast-check';
import { groupStretches, groupsToldFrom, type ReaderRecord, readerGroupOf } from './groups.ts';

const DAY = 86_400_000;
const usual: ReaderRecord = { sent: 20, read: 0, fetchedAhead: 0, readLately: false, knownBefore: true };

describe('the group of a reader', () => {
  test.each<[string, Partial<ReaderRecord>, string | null]>([
    ['nothing was sent to them', { sent: 0, readLately: true }, null],
    ['the first issue came within the window, read or not', { knownBefore: false, read: 20, readLately: true }, 'new'],
    ['a quarter is read', { read: 5, readLately: true }, 'engaged'],
    ['less than a quarter is read', { read: 4, readLately: true }, 'fading'],
    ['one of four is read', { sent: 4, read: 1, readLately: true }, 'engaged'],
    ['nothing since the window began, but something before', { readLately: true }, 'fading'],
    ['nothing in 90 days', {}, 'dormant'],
    ['all is fetched ahead', { fetchedAhead: 20 }, 'hidden'],
    ['one is clicked, the others are fetched ahead', { read: 1, fetchedAhead: 19, readLately: true }, 'hidden'],
    ['a quarter is clicked, the others are fetched ahead', { read: 5, fetchedAhead: 15, readLately: true }, 'engaged'],
    ['a single one of many was fetched ahead: that changes nothing', { fetchedAhead: 1 }, 'dormant'],
  ])('where %s', (_, record, expected) => {
    expect(readerGroupOf({ ...usual, ...record })).toBe(expected);
  });

  test('is never a worse one for having read more', () => {
    const order = ['dormant', 'fading', 'hidden', 'engaged'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60), (sent, some, ahead) => {
        const read = Math.min(some, sent - 1);
        const fetchedAhead = Math.min(ahead, sent - read - 1);
        const of = (count: number) =>
          readerGroupOf({ ...usual, sent, read: count, fetchedAhead, readLately: count > 0 }) ?? '';
        expect(order.indexOf(of(read + 1))).toBeGreaterThanOrEqual(order.indexOf(of(read)));
      }),
    );
  });
});

test('the stretches of a day end two days before it', () => {
  expect(groupStretches(100 * DAY)).toEqual({
    window: { from: 68 * DAY, to: 98 * DAY },
    lately: { from: 8 * DAY, to: 98 * DAY },
  });
});

test('groups are told from the beginning of a day on, the first that an issue lies before the stretch of', () => {
  const madrid = localTime('Europe/Madrid');
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }), (first) => {
      const from = groupsToldFrom(first, madrid);
      expect(groupStretches(from).window.from).toBeGreaterThan(first);
      expect(groupStretches(madrid.dayBegan(from, 1)).window.from).toBeLessThanOrEqual(first);
      expect(madrid.dayBegan(from)).toBe(from);
    }),
  );
});
