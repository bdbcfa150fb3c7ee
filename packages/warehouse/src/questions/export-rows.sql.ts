import type { Engine } from '../engine/engine.ts';
import type { ExportColumn, ExportTerms, ExportType, RowsExport, WrittenExport } from '../exports.ts';
import { jsonLiteral } from '../literal.ts';
import { FORMAT_NAMES, leaving, quoted } from './export-cells.sql.ts';

const TYPES: Readonly<Record<ExportType, string>> = {
  word: 'Nullable(String)',
  text: 'Nullable(String)',
  reader: 'UInt32',
  whole: 'Nullable(Int64)',
  number: 'Nullable(Float64)',
  flag: 'Nullable(Bool)',
  moment: 'Nullable(Int64)',
  day: 'Nullable(String)',
};

const asKept = (value: string, type: ExportType) =>
  type === 'moment' ? `fromUnixTimestamp64Milli(${value}, 'UTC')` : type === 'day' ? `toDateOrNull(${value})` : value;

/**
 * Rows that are here already, handed to the engine to be written as everything else is. They go as one text: neither the
 * parser nor who may only read minds how many there are.
 */
export function rowsExport(engine: Engine, { columns, rows }: RowsExport, terms: ExportTerms): WrittenExport {
  const tuple = `Array(Tuple(${columns.map(({ type }) => TYPES[type]).join(', ')}))`;
  const cells = columns.map(({ name, type }, at) => `${asKept(`row_.${at + 1}`, type)} AS ${quoted(name)}`);
  const table = `(SELECT ${cells.join(', ')} FROM (SELECT arrayJoin(JSONExtract(${jsonLiteral(rows)}, '${tuple.replace(/'/g, "\\'")}')) AS row_))`;
  return { columns, bytes: engine.stream(leaving(columns, table, terms), FORMAT_NAMES[terms.format]) };
}

export function columnsOf(types: Readonly<Record<string, ExportType>>): readonly ExportColumn[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}
