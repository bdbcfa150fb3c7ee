import { expect, test } from '@jest/globals';
import { CharacterDecoder } from './character-decoder.ts';

const QUOTED = Buffer.from([0x80, 0x93, 0x61, 0xe9, 0x94, 0x96, 0x81]);

test.each([
  ['at once', (decoder: CharacterDecoder) => decoder.decode(QUOTED)],
  [
    'in pieces',
    (decoder: CharacterDecoder) =>
      [...QUOTED].map((byte) => decoder.decode(Buffer.from([byte]), { stream: true })).join(''),
  ],
])('Windows-1252 has quotes, dashes and the euro, %s', (_, decode) => {
  for (const fatal of [false, true])
    expect(decode(new CharacterDecoder('windows-1252', { fatal }))).toBe('€“aé”–\u0081');
  expect(decode(new CharacterDecoder('latin1'))).toBe('€“aé”–\u0081');
});

test('other sets are as they are, and what is none is refused', () => {
  expect(new CharacterDecoder('utf-8').decode(Buffer.from('\u0093“'))).toBe('\u0093“');
  expect(new CharacterDecoder('iso-8859-15').decode(Buffer.from([0xa4]))).toBe('€');
  expect(() => new CharacterDecoder('utf-8', { fatal: true }).decode(Buffer.from([0x93]))).toThrow(/not valid/);
  expect(() => new CharacterDecoder('klingon')).toThrow(/klingon/);
});
