import { describe, expect, test } from '@jest/globals';
import { InvalidCursorError } from '@readout/catalog';
import fc from 'fast-check';
import { type Place, pageOf, readCursor, readNumbers, writeCursor } from './pages.ts';

interface One extends Place {
  readonly id: string;
}
const page = (
  all: readonly One[],
  limit: number,
  cursor?: string | null,
  order: 'oldest-first' | 'newest-first' = 'oldest-first',
) => pageOf('things', all, { limit, cursor: cursor ?? undefined }, (one) => one, order);
const things = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `t${n}`, at: n * 10 }));
const ids = (items: readonly One[]) => items.map(({ id }) => id);

describe('a page', () => {
  test('after the other has everything once, in order, and the last one says so', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 12 }), (count, limit) => {
        const all = things(count);
        const found: One[] = [];
        let cursor: string | null = null;
        do {
          const { items, next } = page(all, limit, cursor);
          expect(items.length).toBeLessThanOrEqual(limit);
          found.push(...items);
          cursor = next;
        } while (cursor !== null);
        expect(found).toEqual(all);
      }),
    );
  });

  test('goes on where the one before ended, whatever was added before it', () => {
    const { next } = page(things(6), 3);
    const [added] = [{ id: 'new', at: 5 }];
    const now = [...things(6).slice(0, 1), added, ...things(6).slice(1)];
    expect(ids(page(now, 3, next).items)).toEqual(['t3', 't4', 't5']);
  });

  test.each(['oldest-first', 'newest-first'] as const)('goes on where its last stood that is gone, %s', (order) => {
    const all = order === 'oldest-first' ? things(6) : things(6).toReversed();
    const { items, next } = page(all, 3, null, order);
    const left = all.filter(({ id }) => id !== items[2]?.id);
    expect(ids(page(left, 3, next, order).items)).toEqual(ids(all.slice(3)));
  });

  test('is refused with a cursor of another list, or of no list', () => {
    const { next } = page(things(6), 3);
    const other = writeCursor('other things', 't2', 20);
    for (const cursor of [other, `${next}=`, 'x', 't2', writeCursor('things'), writeCursor('things', 't2', 'x')]) {
      expect(() => page(things(6), 3, cursor)).toThrow(InvalidCursorError);
    }
  });
});

describe('a cursor', () => {
  test('reads back as it was written, and fits into an address as it is', () => {
    const cursor = writeCursor('a b c', 'x', 12);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor('a b c', cursor)).toEqual(['x', '12']);
  });

  test('of numbers holds numbers as they are written, and nothing else', () => {
    expect(readNumbers('n', writeCursor('n', 0, 12, -3))).toEqual([0, 12, -3]);
    for (const text of ['', '1e3', '01', ' 1', 'x', '1.5', '-0']) {
      expect(() => readNumbers('n', writeCursor('n', text))).toThrow(InvalidCursorError);
    }
  });

  test('may be any text at all without another error than that', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cursor) => {
        expect(() => readCursor('things', cursor)).toThrow(InvalidCursorError);
      }),
    );
  });
});
