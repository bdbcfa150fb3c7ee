import { expect, test } from '@jest/globals';
import { textOf } from './text-of.ts';

const read = async (bytes: Buffer, size: number) => {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const encodings: string[] = [];
  let text = '';
  for await (const piece of textOf(pieces(), (encoding) => encodings.push(encoding))) text += piece;
  return { text, encodings };
};

test.each([1, 2, 3, 7, 100])(
  'Windows-1252 keeps its quotes wherever they stand, in pieces of %i bytes',
  async (size) => {
    // `é“` at the end looks like the beginning of a character of UTF-8.
    const bytes = Buffer.from('Title\r\n\x93Caf\xe9\x94 \x96 caf\xe9\x93', 'latin1');
    expect(await read(bytes, size)).toEqual({ text: 'Title\n“Café” – café“', encodings: ['windows-1252'] });
    expect(await read(Buffer.from('caf\xe9\x93', 'latin1'), 100)).toEqual({
      text: 'café“',
      encodings: ['windows-1252'],
    });
  },
);
