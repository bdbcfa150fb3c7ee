import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeMessage, encodeMessage } from './message.ts';

const collectors = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const positions = fc.maxSafeNat();
/** Well-formed, as the spool's UTF-8 is. */
const lines = fc.string({ unit: 'binary' });

describe('a record on the wire', () => {
  test('comes back with its origin and its line, whatever they are', () => {
    fc.assert(
      fc.property(collectors, positions, lines, (collector, position, line) => {
        const message = encodeMessage({ origin: { collector, position }, line });
        expect(decodeMessage(message)).toEqual({ ok: true, origin: { collector, position }, line });
      }),
    );
  });

  test('has the bytes that are documented', () => {
    const { key, value } = encodeMessage({ origin: { collector: 7, position: 2 ** 40 + 258 }, line: 'ü' });
    expect(key.toString('hex')).toBe('000000070000010000000102');
    expect(value.toString('hex')).toBe('c3bc');
  });

  test.each([
    ['a negative position', 1, -1],
    ['a position beyond what a number holds', 1, 2 ** 53],
    ['a broken position', 1, 0.5],
    ['a collector of more than 32 bits', 2 ** 32, 0],
    ['a negative collector', -1, 0],
  ])('is not made of %s', (_, collector, position) => {
    expect(() => encodeMessage({ origin: { collector, position }, line: '' })).toThrow(RangeError);
  });

  const value = Buffer.from('{}');
  test.each([
    ['no key', { key: null, value }, 'the key is not an origin of 12 bytes'],
    ['a short key', { key: Buffer.alloc(11), value }, 'the key is not an origin of 12 bytes'],
    ['a long key', { key: Buffer.alloc(13), value }, 'the key is not an origin of 12 bytes'],
    ['a text as key', { key: Buffer.from('a-text-of-12'), value }, 'the key is not an origin: no position is so large'],
    ['no value', { key: Buffer.alloc(12), value: null }, 'no value'],
  ])('of somebody else, with %s, is told with the reason', (_, message, reason) => {
    expect(decodeMessage(message)).toEqual({ ok: false, reason });
  });
});
