import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeTransfer, encodeTransfer, transferEncodingOf } from './transfer-encoding.ts';

const awkward = fc
  .array(fc.constantFrom('a', 'F', '.', '=', ' ', '\t', '\r', '\n', '\r\n', 'é', '\0', 'x'.repeat(80)), {
    maxLength: 60,
  })
  .map((pieces) => Buffer.from(pieces.join('')));

describe('a transfer encoding', () => {
  test.each(['quoted-printable', 'base64'] as const)(
    '%s decodes to what was encoded, in lines that mail carries',
    (encoding) => {
      fc.assert(
        fc.property(
          fc.oneof(awkward, fc.uint8Array({ maxLength: 500 }).map(Buffer.from)),
          fc.boolean(),
          (bytes, endsLine) => {
            const encoded = encodeTransfer(bytes, encoding, endsLine);
            expect(decodeTransfer(encoded, encoding)?.equals(bytes)).toBe(true);
            for (const line of encoded.toString('latin1').split('\r\n')) {
              expect(line.length).toBeLessThanOrEqual(76);
              expect(line).not.toMatch(/[^\x20-\x7e\t]|[ \t]$/);
            }
          },
        ),
      );
    },
  );

  test('reads soft line breaks, small letters and white space that was added on the way', () => {
    const text = 'one=\r\ntwo=20=c3=A9  \r\nthree=  \r\nfour=';
    expect(decodeTransfer(Buffer.from(text), 'quoted-printable')?.toString()).toBe('onetwo é\r\nthreefour');
  });

  test('does not guess', () => {
    for (const text of ['=zz', '=4', 'a=\rb']) {
      expect(decodeTransfer(Buffer.from(text), 'quoted-printable')).toBeNull();
    }
    for (const text of ['<p>', 'abcde', 'ab=c']) expect(decodeTransfer(Buffer.from(text), 'base64')).toBeNull();
    expect(transferEncodingOf('x-uuencode')).toBeNull();
    expect(transferEncodingOf(null)).toBe('bare');
    expect(transferEncodingOf(' Quoted-Printable ')).toBe('quoted-printable');
  });

  test('takes a line of ten million spaces in no time to speak of', () => {
    const spaces = Buffer.from(`${' '.repeat(10_000_000)}x`);
    expect(decodeTransfer(spaces, 'quoted-printable')?.length).toBe(10_000_001);
  });
});
