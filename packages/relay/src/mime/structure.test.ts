import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readStructure, type Structure } from './structure.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const message = (lines: readonly string[]) => lines.join('\r\n');
const NESTED = message([
  'From: a@tide.example',
  'Subject: long',
  '\tand folded',
  'Content-Type: multipart/mixed; boundary="a b"',
  '',
  'preamble',
  '--a b',
  'Content-Type: multipart/alternative;',
  ' boundary=inner',
  '',
  '--inner  ',
  '',
  'first',
  '--inner',
  'Content-Type: TEXT/HTML; charset="utf-8"',
  '',
  '',
  '<p>--inner</p>',
  '--inner-not',
  '--inner--',
  'epilogue of the inner one',
  '--a b',
  'Content-Type: message/rfc822',
  '',
  'Content-Type: multipart/mixed; boundary=unknown',
  '',
  '--unknown',
  '--a b--',
  'epilogue',
  '',
]);

const bodiesOf = ({ leaves }: Structure, text: string) =>
  leaves.map(({ contentType, bodyAt, bodyEnd }) => [contentType.value, text.slice(bodyAt, bodyEnd)]);

describe('the structure of a message', () => {
  test('is the same however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
        const structure = await readStructure(inPieces(NESTED, size));
        expect(bodiesOf(structure, NESTED)).toEqual([
          ['text/plain', 'first'],
          ['text/html', '\r\n<p>--inner</p>\r\n--inner-not'],
          ['message/rfc822', 'Content-Type: multipart/mixed; boundary=unknown\r\n\r\n--unknown'],
        ]);
        expect(structure.root.fields.map(({ name, value }) => [name, value])).toContainEqual([
          'subject',
          'long and folded',
        ]);
        expect([...structure.types]).toContain('multipart/alternative');
      }),
    );
  });

  test.each([
    ['a part that is not closed', ['Content-Type: multipart/mixed; boundary=a', '', '--a', '', 'x', '']],
    ['a boundary that never comes', ['Content-Type: multipart/mixed; boundary=a', '', 'x', '']],
    [
      'the outer boundary before the inner one was closed',
      [
        'Content-Type: multipart/mixed; boundary=a',
        '',
        '--a',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'x',
        '--a--',
        '',
      ],
    ],
    ['a header twice', ['Content-Type: text/html', 'Content-Type: text/plain', '', 'x']],
    ['a line without a name in its header', ['Subject: x', 'no name', '', 'x']],
    ['a header that begins with a continuation', [' x', '', 'x']],
    ['a content type that is none', ['Content-Type: html', '', 'x']],
    ['a boundary given twice', ['Content-Type: multipart/mixed; boundary=a; boundary=b', '', '--a', '', 'x', '--a--']],
    [
      'a multipart in base64',
      ['Content-Type: multipart/mixed; boundary=a', 'Content-Transfer-Encoding: base64', '', '--a', '', '--a--'],
    ],
    ['a boundary within a header', ['Content-Type: multipart/mixed; boundary=a', '', '--a', 'X: y', '--a--', '']],
    ['a header without end', ['Subject: '.padEnd(300_000, 'x'), '', 'x']],
    [
      'parts without number',
      [
        'Content-Type: multipart/mixed; boundary=a',
        '',
        ...Array.from({ length: 1_000 }, () => '--a\r\n\r\nx'),
        '--a--',
      ],
    ],
  ])('is not guessed: %s', async (_, lines) => {
    await expect(readStructure(inPieces(message(lines), 1_000))).rejects.toMatchObject({ code: 'UNREADABLE_MESSAGE' });
  });

  test('never fails in another way, whatever comes', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '--a',
        '--a--',
        '--b',
        '',
        'Content-Type: multipart/mixed; boundary=a',
        'Content-Type: multipart/mixed; boundary=b',
        ' x',
        'x: y',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 50 }), async (lines, size) => {
        const text = Buffer.from(message(lines)).toString('latin1');
        try {
          const { leaves } = await readStructure(inPieces(text, size));
          for (const { bodyAt, bodyEnd } of leaves) expect(bodyAt <= bodyEnd && bodyEnd <= text.length).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: 'UNREADABLE_MESSAGE' });
        }
      }),
      { numRuns: 500 },
    );
  });
});
