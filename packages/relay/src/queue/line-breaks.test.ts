import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LineBreaks } from './line-breaks.ts';

test('every line break becomes CRLF, wherever the text is cut', () => {
  const piece = fc.constantFrom('a', '\r', '\n', '\r\n', '.', '');
  fc.assert(
    fc.property(fc.array(fc.array(piece).map((pieces) => pieces.join(''))), (chunks) => {
      const breaks = new LineBreaks();
      const out = [...chunks.map((chunk) => breaks.push(Buffer.from(chunk))), breaks.end()].map(String).join('');
      const plain = chunks.join('').replace(/\r\n|\r|\n/g, '\r\n');
      expect(out).toBe(plain === '' || plain.endsWith('\r\n') ? plain : `${plain}\r\n`);
    }),
    { numRuns: 500 },
  );
});
