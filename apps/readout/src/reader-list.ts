import { CsvError, parse } from 'csv-parse';
import { CommandError } from './running-server.ts';

/** What columns of readers are called by those who export lists. Compared without case, `-` and spaces are `_`. */
const NAMES = ['reader', 'email', 'e_mail', 'email_address', 'address', 'subscriber', 'subscriber_email'];
const LONGEST = 320;

export interface ListedReader {
  readonly reader: string;
  /** Counted from 1, empty ones not. */
  readonly row: number;
  /** What else the row says, by the header in lower case; nothing where there is no header. */
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * The readers of a list: of CSV the column that is named so, or whose first value is an address; without columns each
 * line. Read as it comes, whatever its length.
 * @param column which it is, where nothing else says so. @throws {CommandError} naming the row.
 */
export async function* readersIn(bytes: AsyncIterable<Uint8Array>, column?: string): AsyncGenerator<ListedReader> {
  const parser = parse({ bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, skip_empty_lines: true });
  const fed = feed(bytes, parser);
  let at: number | null = null;
  let names: readonly string[] = [];
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (at === null) {
        const header = columnOf(record, column);
        at = header ?? withoutHeader(record, column);
        if (header !== null) {
          names = record.map(plain);
          continue;
        }
      }
      const reader = record[at]?.trim() ?? '';
      if (reader.length > LONGEST)
        throw new CommandError(`Row ${row}: no reader is called by ${reader.length} characters.`);
      if (reader === '') continue;
      yield { reader, row, cells: new Map(names.map((name, column) => [name, record[column] ?? ''])) };
    }
    await fed;
  } catch (error) {
    if (error instanceof CsvError) throw new CommandError(`The list is not CSV: ${error.message}`);
    throw error;
  }
}

async function feed(bytes: AsyncIterable<Uint8Array>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const text of decoded(bytes)) {
      if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  } catch (error) {
    // Whoever reads from it hears of it.
    parser.destroy(error as Error);
  }
}

/** Only what is UTF-8: an address that was read wrongly would be another reader. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (...given: Parameters<typeof decoder.decode>) => {
    try {
      return decoder.decode(...given);
    } catch {
      throw new CommandError('The list is not UTF-8. Convert it first, as in: iconv -f WINDOWS-1252 -t UTF-8');
    }
  };
  for await (const chunk of bytes) yield decode(chunk, { stream: true });
  yield decode();
}

/** Null: the first row is no header, or has no such column. */
function columnOf(header: readonly string[], column: string | undefined): number | null {
  const wanted = column === undefined ? NAMES : [plain(column)];
  const found = header.findIndex((name) => wanted.includes(plain(name)));
  return found < 0 ? null : found;
}

function withoutHeader(row: readonly string[], column: string | undefined): number {
  if (column !== undefined) throw new CommandError(`There is no column ${column}. There are: ${row.join(', ')}.`);
  if (row.length === 1) return 0;
  const address = row.findIndex((value) => value.includes('@'));
  if (address >= 0) return address;
  throw new CommandError(`Say with --column which of these is what you call readers: ${row.join(', ')}.`);
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '_');
}
