import { describe, expect, test } from '@jest/globals';
import { decodeText } from './charset.ts';

/** The bytes before each character, as a place in the message. */
function placesOf(bytes: Buffer, charset: string | null): readonly (readonly [string, number])[] {
  const decoded = decodeText(bytes, charset);
  if (decoded === null) throw new Error('it was not decoded');
  expect(decoded.byteAt(decoded.text.length)).toBe(bytes.length);
  return [...decoded.text].map((character) => [character, decoded.byteAt(decoded.text.indexOf(character))] as const);
}

describe('a text in its character set', () => {
  test.each([
    [
      'utf-8',
      Buffer.from('aé€😀<'),
      [
        ['a', 0],
        ['é', 1],
        ['€', 3],
        ['😀', 6],
        ['<', 10],
      ],
    ],
    [
      'iso-8859-1',
      Buffer.from('aé<', 'latin1'),
      [
        ['a', 0],
        ['é', 1],
        ['<', 2],
      ],
    ],
    [
      'windows-1252',
      Buffer.from([0x80, 0x93, 0x3c]),
      [
        ['€', 0],
        ['“', 1],
        ['<', 2],
      ],
    ],
    [
      'shift_jis',
      Buffer.from([0x92, 0xaa, 0x3c, 0x95, 0x5c]),
      [
        ['潮', 0],
        ['<', 2],
        ['表', 3],
      ],
    ],
    [
      'iso-2022-jp',
      Buffer.from('\x1b$BD,\x1b(B<', 'latin1'),
      [
        ['潮', 0],
        ['<', 8],
      ],
    ],
  ] as const)('%s: each character is found among the bytes', (charset, bytes, places) => {
    expect(placesOf(bytes, charset)).toEqual(places);
  });

  test('that is broken UTF-8 has its places all the same', () => {
    expect(placesOf(Buffer.from([0x61, 0xe2, 0x82, 0x3c]), 'utf-8')).toEqual([
      ['a', 0],
      ['\ufffd', 1],
      ['<', 3],
    ]);
  });

  test('that is not named is read as UTF-8, or else as Windows-1252', () => {
    expect(decodeText(Buffer.from('é'), null)?.text).toBe('é');
    expect(decodeText(Buffer.from([0xe9]), 'US-ASCII')?.text).toBe('é');
  });

  test('of a set that is not known, or not like ASCII, is not read', () => {
    for (const charset of ['utf-16', 'UTF-16LE', 'utf-7', 'x-nothing'])
      expect(decodeText(Buffer.from('a'), charset)).toBeNull();
  });
});
