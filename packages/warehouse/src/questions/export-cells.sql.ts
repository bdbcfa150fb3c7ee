import type { ExportColumn, ExportFormat, ExportTerms, ExportType } from '../exports.ts';
import { unsigned } from '../literal.ts';
import { text } from '../schema/table.ts';

/** How ClickHouse calls the formats. */
export const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSVWithNames',
  ndjson: 'JSONEachRow',
  parquet: 'Parquet',
  arrow: 'ArrowStream',
  rows: 'JSONCompactEachRow',
};

/** Days from the beginning of spreadsheets' calendars to 1970. */
const SPREADSHEET_EPOCH = 25_569;
const DAY_MS = 86_400_000;

/**
 * Rows as they leave in a format. @param rows A subquery with these columns, of the types that they are kept in.
 * @param rest What comes after it.
 */
export function leaving(columns: readonly ExportColumn[], rows: string, terms: ExportTerms, rest = ''): string {
  const cells = columns.map(({ name, type }) => `${cellOf(`x.${quoted(name)}`, type, terms)} AS ${quoted(name)}`);
  return `SELECT ${cells.join(', ')} FROM ${rows} AS x ${rest}`;
}

function cellOf(value: string, type: ExportType, terms: ExportTerms): string {
  switch (type) {
    case 'reader':
      return hashed(value, terms.readerKey);
    case 'text':
      return terms.format === 'csv' ? defused(value) : value;
    case 'moment':
      return momentOf(value, terms);
    case 'day':
      if (terms.format === 'rows') return `toInt32(${value}) + ${SPREADSHEET_EPOCH}`;
      return terms.format === 'csv' || terms.format === 'ndjson' ? `toString(${value})` : value;
    case 'whole':
      // What reads JSON here keeps 53 bits.
      return terms.format === 'rows' ? `toString(${value})` : value;
    default:
      return value;
  }
}

/** What a spreadsheet would take for a formula begins with an apostrophe: it then takes it for text. */
export function defused(value: string): string {
  return `if(has(['=', '+', '-', '@', '\\t', '\\r'], substring(${value}, 1, 1)), concat('\\'', ${value}), ${value})`;
}

/** In text ISO 8601 with the publication's own clock and what it is off from UTC; UTC where the format has a type for it. */
function momentOf(value: string, { format, timeZone }: ExportTerms): string {
  const local = `toTimeZone(${value}, ${text(timeZone)})`;
  if (format === 'rows') {
    return `(toUnixTimestamp64Milli(${value}) + timeZoneOffset(${local}) * 1000) / ${DAY_MS} + ${SPREADSHEET_EPOCH}`;
  }
  if (format === 'parquet' || format === 'arrow') return value;
  const offset = `formatDateTime(${local}, '%z')`;
  return `concat(replaceOne(toString(${local}), ' ', 'T'), substring(${offset}, 1, 3), ':', substring(${offset}, 4))`;
}

/** Sixteen hexadecimal digits; empty where there is nobody. The same reader has the same in every export of a publication. */
function hashed(value: string, key: Uint8Array): string {
  const [one, other] = [word(key, 0), word(key, 8)];
  return `if(${value} = 0, '', lower(leftPad(hex(sipHash64Keyed((toUInt64(${one}), toUInt64(${other})), ${value})), 16, '0')))`;
}

function word(key: Uint8Array, at: number): string {
  if (key.length !== 16) throw new RangeError('A key for readers has 16 bytes.');
  return Buffer.from(key).readBigUInt64LE(at).toString();
}

/** Names of columns are ours, but those of a table that somebody sends: anything may stand in them. */
export function quoted(name: string): string {
  return `\`${name.replace(/[`\\]/g, '\\$&')}\``;
}

/** A moment as ClickHouse reads it. */
export function instant(ms: number): string {
  return `fromUnixTimestamp64Milli(toInt64(${unsigned(ms)}), 'UTC')`;
}
