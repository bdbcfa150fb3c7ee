import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeMessage, encodeMessages } from './message.ts';

const collectors = fc.integer({ min: 1, max: 2 ** 32 - 1 });
/** Well-formed, as the spool's UTF-8 is, and one line. */
const lines = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ''));
/** Records of one collector at rising positions. */
const batches = fc
  .tuple(
    collectors,
    fc.integer({ min: 0, max: 2 ** 50 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), lines), { maxLength: 700 }),
  )
  .map(([collector, first, steps]) => {
    let position = first;
    return steps.map(([step, line]) => {
      position += step;
      return { origin: { collector, position }, line };
    });
  });

function decodeAll(messages: ReturnType<typeof encodeMessages>) {
  return messages.flatMap((message) => {
    const decoded = decodeMessage(message);
    if (!decoded.ok) throw new Error(decoded.reason);
    return decoded.records;
  });
}

describe('records on the wire', () => {
  test('come back with their origins and their lines, whatever they are', () => {
    fc.assert(
      fc.property(batches, (records) => {
        expect(decodeAll(encodeMessages(records))).toEqual(records);
      }),
    );
  });

  test('have the bytes that are documented', () => {
    const collector = 7;
    const position = 2 ** 40 + 258;
    const [message, ...others] = encodeMessages([
      { origin: { collector, position }, line: 'ü' },
      { origin: { collector, position: position + 12 }, line: '{}' },
    ]);
    expect(others).toEqual([]);
    expect(message?.key.toString('hex')).toBe('000000070000010000000102');
    expect(message?.value.toString()).toBe('0 ü\n12 {}');
  });

  test('are cut into messages that are not too big', () => {
    const records = Array.from({ length: 1_000 }, (_, position) => ({
      origin: { collector: 1, position },
      line: 'x'.repeat(position < 500 ? 10 : 3_000),
    }));
    const messages = encodeMessages(records);
    expect(Math.max(...messages.map(({ value }) => value.length))).toBeLessThan(70_000);
    expect(messages.length).toBeLessThan(40);
    expect(decodeAll(messages)).toEqual(records);
  });

  test.each([
    ['a negative position', 1, -1],
    ['a position beyond what a number holds', 1, 2 ** 53],
    ['a broken position', 1, 0.5],
    ['a collector of more than 32 bits', 2 ** 32, 0],
    ['a negative collector', -1, 0],
  ])('are not made of %s', (_, collector, position) => {
    expect(() => encodeMessages([{ origin: { collector, position }, line: '' }])).toThrow(RangeError);
  });

  test.each([
    ['another collector', { collector: 2, position: 6 }],
    ['a position before the first', { collector: 1, position: 4 }],
  ])('of %s do not go into one message', (_, origin) => {
    const first = { origin: { collector: 1, position: 5 }, line: '' };
    expect(() => encodeMessages([first, { origin, line: '' }])).toThrow(RangeError);
  });

  const value = Buffer.from('0 {}');
  const key = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  test.each([
    ['no key', { key: null, value }, 'the key is not an origin of 12 bytes'],
    ['a short key', { key: Buffer.alloc(11), value }, 'the key is not an origin of 12 bytes'],
    ['a long key', { key: Buffer.alloc(13), value }, 'the key is not an origin of 12 bytes'],
    ['a text as key', { key: Buffer.from('a-text-of-12'), value }, 'the key is not an origin: no position is so large'],
    ['the collector 0', { key: Buffer.alloc(12), value }, 'the key is not an origin: no collector has the number 0'],
    ['no value', { key, value: null }, 'no value'],
    ['a value of its own', { key, value: Buffer.from('{}') }, 'line 1 does not begin with its place above the first'],
    ['a place twice', { key, value: Buffer.from('0 a\n0 b') }, 'line 2 does not begin with its place above the first'],
  ])('of somebody else, with %s, are told with the reason', (_, message, reason) => {
    expect(decodeMessage(message)).toEqual({ ok: false, reason });
  });
});
