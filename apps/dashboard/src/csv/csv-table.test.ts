import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { csvOf } from './csv-table.ts';

describe('a table as CSV', () => {
  test('has its columns, figures as they are, and nothing where there is no figure', async () => {
    expect(
      await csvOf({
        columns: ['Issue', 'Readers', 'Open rate'],
        rows: [
          ['Harbour, "at" dawn', 1234, 0.25],
          ['Unsent', 0, null],
        ],
      }),
    ).toBe('Issue,Readers,Open rate\r\n"Harbour, ""at"" dawn",1234,0.25\r\nUnsent,0,');
  });

  test.each(['=1+1', '+1', '@now', '-x', '-1+cmd', '\t=1'])('keeps %j from becoming a formula', async (text) => {
    const [, row] = papaparse.parse<string[]>(await csvOf({ columns: ['a'], rows: [[text]] })).data;
    expect(row).toEqual([`'${text}`]);
  });

  test('keeps negative numbers', async () => {
    expect(await csvOf({ columns: ['a', 'b'], rows: [[-3, -0.5]] })).toBe('a,b\r\n-3,-0.5');
  });

  test('reads back as it was, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer()), { minLength: 1 }),
        async (rows) => {
          const { data } = papaparse.parse<string[]>(await csvOf({ columns: ['text', 'number'], rows }), {
            newline: '\r\n',
          });
          expect(data.slice(1).map(([text = '', number]) => [text, Number(number)])).toEqual(
            rows.map(([text, number]) => [
              /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?(e-?\d+)?$/.test(text) ? `'${text}` : text,
              number,
            ]),
          );
        },
      ),
    );
  });
});
