import { readCsv } from '../csv/read-csv.ts';
import { textOf } from '../csv/text-of.ts';
import { Oddities } from '../oddities.ts';
import { type OpenedFile, openFile } from '../opened-file.ts';
import { UnreadableImportError } from '../source.ts';
import { linesOf, readLine } from './ndjson.ts';

export interface TableRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** A table as it lies there: its columns, and its rows as often as they are wanted. */
export interface TableFile {
  readonly bytes: number;
  readonly columns: readonly string[];
  /** Those that cannot be read are left out, and told. */
  rows(oddities: Oddities, signal: AbortSignal, onBytes?: (bytes: number) => void): AsyncIterable<readonly TableRow[]>;
}

/** A row of JSON need not have every field: the columns are those of so many characters at the beginning. */
const LOOKED_AT = 1 << 20;
const MOST_COLUMNS = 1_000;

/** @throws {UnreadableImportError} where it is neither CSV nor NDJSON, or has no rows. */
export async function openTableFile(path: string, signal: AbortSignal): Promise<TableFile> {
  const file = await openFile(path, 'The file');
  const start = await startOf(file, signal);
  const first = start.trimStart()[0];
  if (first === undefined) throw new UnreadableImportError('The file is empty.');
  if (first === '[') {
    throw new UnreadableImportError(
      'The file is one list of JSON. Write one object a line instead, as `jq -c ".[]" events.json > events.ndjson` does.',
    );
  }
  return first === '{' ? ndjson(file, start) : delimited(file, signal);
}

function ndjson(file: OpenedFile, start: string): TableFile {
  const names = new Set<string>();
  for (const line of start.split('\n')) for (const name of readLine(line)?.keys() ?? []) names.add(name);
  if (names.size === 0) {
    throw new UnreadableImportError('The file begins as JSON, but has no line that is an object by itself (NDJSON).');
  }
  const columns = [...names].slice(0, MOST_COLUMNS);
  return {
    bytes: file.bytes,
    columns,
    async *rows(oddities, signal, onBytes) {
      const texts = textOf(file.pieces(signal, onBytes), (encoding) => oddities.note('other_encoding', '', encoding));
      for await (const lines of linesOf(texts)) {
        const rows: TableRow[] = [];
        for (const [line, text] of lines) {
          const fields = readLine(text);
          if (fields === null) oddities.note('unreadable_row', '', line);
          else rows.push({ line, fields: columns.map((column) => fields.get(column) ?? '') });
        }
        yield rows;
      }
    },
  };
}

async function delimited(file: OpenedFile, signal: AbortSignal): Promise<TableFile> {
  for await (const { columns } of readCsv(file.pieces(signal), '', new Oddities())) {
    if (columns.length < 2) break;
    const names = distinct(columns);
    return {
      bytes: file.bytes,
      columns: names,
      async *rows(oddities, signal, onBytes) {
        for await (const { rows, lines } of readCsv(file.pieces(signal, onBytes), '', oddities)) {
          const good: TableRow[] = [];
          for (const [at, fields] of rows.entries()) {
            const line = lines[at] ?? 0;
            if (fits(fields, names.length)) good.push({ line, fields });
            else oddities.note('unreadable_row', '', line);
          }
          yield good;
        }
      },
    };
  }
  throw new UnreadableImportError(
    'This is no table: the first line has to name the columns, with a comma, a semicolon or a tab between them, and rows have to come below.',
  );
}

/** Some programs end every line with a separator. */
function fits(fields: readonly string[], width: number): boolean {
  return fields.length === width || (fields.length > width && fields.slice(width).every((field) => field === ''));
}

/** Every column has a name of its own. */
function distinct(columns: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [at, column] of columns.entries()) {
    const name = column || `column ${at + 1}`;
    names.push(names.includes(name) ? `${name} (${at + 1})` : name);
  }
  return names;
}

async function startOf(file: OpenedFile, signal: AbortSignal): Promise<string> {
  let start = '';
  for await (const text of textOf(file.pieces(signal), () => {})) {
    start += text;
    if (start.length >= LOOKED_AT) break;
  }
  return start;
}
