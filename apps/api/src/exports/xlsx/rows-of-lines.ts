import type { CellValue } from './sheet-xml.ts';

const NEWLINE = 0x0a;

/** Rows that come as lines of JSON arrays, as many at once as have come. */
export async function* rowsOfLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CellValue[][]> {
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const end = all.lastIndexOf(NEWLINE);
    if (end < 0) {
      rest = all;
      continue;
    }
    rest = all.subarray(end + 1);
    // One array of arrays, which is read at once.
    yield JSON.parse(`[${all.toString('utf8', 0, end).replaceAll('\n', ',')}]`) as CellValue[][];
  }
}
