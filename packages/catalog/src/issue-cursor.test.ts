import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InvalidCursorError } from './catalog.ts';
import { decodeCursor, encodeCursor } from './issue-cursor.ts';
import { newPublicId } from './public-id.ts';

const times = fc.option(
  fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
);

describe('a cursor', () => {
  test('reads back as it was written, and fits into an address as it is', () => {
    fc.assert(
      fc.property(times, (sentAt) => {
        const publicId = newPublicId();
        const cursor = encodeCursor({ sentAt, publicId });
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor(cursor)).toEqual({ sentAt, publicId });
      }),
    );
  });

  test('of any other making is refused in one clear sentence', () => {
    const written = encodeCursor({ sentAt: new Date(0), publicId: newPublicId() });
    const base64 = (text: string) => Buffer.from(text).toString('base64url');
    const strange = [
      '',
      'null',
      '../../etc/passwd',
      '\0',
      '🌊',
      `${written}=`,
      ` ${written}`,
      written.slice(0, -1),
      written.repeat(1000),
      base64('123456789ABC'),
      base64('123456789ABC NaN'),
      base64('123456789ABC 1e400'),
      base64('123456789ABC 1e3'),
      base64('123456789ABC 0.5'),
      base64('123456789ABC 8640000000000000'),
      base64('123456789ABC -62135596800001'),
      base64('123456789AB0 -'),
      base64('123456789ABC -  '),
    ];
    for (const cursor of strange) {
      expect(() => decodeCursor(cursor)).toThrow(InvalidCursorError);
      expect(() => decodeCursor(cursor)).toThrow(/^This is not a cursor of this list: give the `next`/);
    }
  });

  test('may be any string at all without another error than that', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cursor) => {
        expect(() => decodeCursor(cursor)).toThrow(InvalidCursorError);
      }),
    );
  });
});
