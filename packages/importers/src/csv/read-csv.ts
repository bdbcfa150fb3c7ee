import Papa from 'papaparse';
import type { Noting } from '../oddities.ts';
import { textOf } from './text-of.ts';
import { type Records, wholeRecords } from './whole-records.ts';

/** Some rows of a table, in the order of the file. */
interface CsvRows {
  /** Names of the columns as the file has them, trimmed. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** On which line of the file each row begins, from 1. */
  readonly lines: readonly number[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads comma-separated values (RFC 4180; semicolons and tabs as well) with a line of names at their top, as a stream.
 * Rows that cannot be read are left out and told, as is an encoding other than UTF-8. Nothing comes of an empty file.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  oddities: Noting,
): AsyncGenerator<CsvRows> {
  const spoilt = (line: number) => oddities.note('unreadable_row', file, line);
  const texts = textOf(bytes, (encoding) => oddities.note('other_encoding', file, encoding));
  let columns: readonly string[] | null = null;
  let delimiter = ',';
  for await (const records of wholeRecords(texts, spoilt)) {
    if (columns === null) delimiter = delimiterOf(records.text);
    const { rows, lines } = rowsOf(records, delimiter, spoilt);
    if (columns === null) {
      const [header] = rows;
      if (header === undefined) continue;
      columns = header.map((name) => name.trim());
      rows.shift();
      lines.shift();
    }
    if (rows.length > 0) yield { columns, rows, lines };
  }
}

function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const often = (delimiter: string) => header.split(delimiter).length;
  return [...DELIMITERS].sort((one, other) => often(other) - often(one))[0] ?? ',';
}

function rowsOf({ text, lines }: Records, delimiter: string, spoilt: (line: number) => void) {
  const parse = (some: string) => Papa.parse<string[]>(some, { delimiter, newline: '\n' });
  const { data, errors } = parse(text);
  if (errors.length === 0 && data.length === lines.length && !data.some(isBlank))
    return { rows: data, lines: [...lines] };
  const rows: string[][] = [];
  const its: number[] = [];
  for (const [at, record] of oneByOne({ text, lines }).entries()) {
    const { data: one, errors: faults } = parse(record);
    const [row] = one;
    if (row === undefined || (one.length === 1 && isBlank(row))) continue;
    if (one.length > 1 || faults.length > 0) spoilt(lines[at] ?? 0);
    else {
      rows.push(row);
      its.push(lines[at] ?? 0);
    }
  }
  return { rows, lines: its };
}

/** By the lines on which they begin. */
function oneByOne({ text, lines }: Records): readonly string[] {
  const all = text.split('\n');
  const first = lines[0] ?? 1;
  return lines.map((line, at) => all.slice(line - first, (lines[at + 1] ?? first + all.length) - first).join('\n'));
}

function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && row[0]?.trim() === '';
}
