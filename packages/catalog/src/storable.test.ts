import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { storable } from './storable.ts';

test.each([
  ['plain text', 'plain text'],
  ['a\0b', 'a\uFFFDb'],
  ['\uD800 alone, \uDC00 too', '\uFFFD alone, \uFFFD too'],
  ['🌊 stays', '🌊 stays'],
])('%j is kept as %j', (text, kept) => {
  expect(storable(text)).toBe(kept);
});

test('what was made storable has bytes in UTF-8, of which none is NUL, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = storable(text);
      expect(Buffer.from(kept, 'utf8').toString('utf8')).toBe(kept);
      expect(kept).not.toContain('\0');
      expect(storable(kept)).toBe(kept);
    }),
  );
});
