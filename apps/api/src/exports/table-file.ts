import type { exportTableRequest } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ExportCell, ExportType } from '@readout/warehouse';
import papaparse from 'papaparse';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { aboutSheet } from './about.ts';
import { atOnce, headersOf, MEDIA_TYPES } from './formats.ts';
import type { OutgoingFile } from './send-file.ts';
import { readerKey } from './sources.ts';
import type { CellType, CellValue } from './xlsx/sheet-xml.ts';
import { workbook } from './xlsx/workbook.ts';

type Table = z.output<typeof exportTableRequest>;
type Cell = Table['rows'][number][number];

const DAY_MS = 86_400_000;
const SPREADSHEET_EPOCH = 25_569;
/** What a spreadsheet takes for a formula; numbers of ours are numbers here, so that none of them begins so. */
const FORMULA = /^[=+\-@\t\r]/;
const CELLS: Readonly<Record<Table['columns'][number]['type'], CellType>> = {
  text: 'text',
  number: 'number',
  moment: 'moment',
};

/** A table as a file, with what it is of: lines before it in CSV, a sheet of its own in XLSX, the object around it in JSON. */
export async function tableFile(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  table: Table,
): Promise<OutgoingFile> {
  const about = [
    ['Publication', publication.name],
    ['Table', table.title],
    ...table.about.map(({ name, value }) => [name, value]),
    ['Time zone', `${publication.timeZone}; moments in the table are in UTC`],
    ['Made at', new Date(deps.clock()).toISOString()],
    ...table.columns.flatMap(({ name, definition }) => (definition === undefined ? [] : [[name, definition]])),
  ];
  const file = { headers: headersOf(MEDIA_TYPES[table.format], fileName(table)), rows: () => table.rows.length };
  switch (table.format) {
    case 'csv':
      return { ...file, bytes: oneChunk(csv(table, about)) };
    case 'json':
      return { ...file, bytes: oneChunk(json(table, about)) };
    case 'xlsx': {
      const columns = table.columns.map(({ name, type }) => ({ name, type: CELLS[type] }));
      const data = {
        name: table.title,
        columns,
        rows: atOnce(table.rows.map((row) => spreadsheetRow(row, table))),
      };
      return { ...file, bytes: workbook([data, aboutSheet(about)]) };
    }
    case 'parquet':
      return { ...file, bytes: await parquet(deps, publication, table) };
  }
}

/** Lines that begin with # come first: what reads CSV is told to skip them (docs/exports.md). */
function csv({ columns, rows }: Table, about: readonly (readonly string[])[]): string {
  const head = about.map(([name = '', value = '']) => `# ${name}: ${value.replace(/\s+/g, ' ')}\r\n`).join('');
  const table = papaparse.unparse(
    { fields: columns.map(({ name }) => name), data: rows.map((row) => row.map(plain)) },
    { escapeFormulae: false },
  );
  return `\ufeff${head}${table}\r\n`;
}

function plain(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}

function json({ title, columns, rows }: Table, about: readonly (readonly string[])[]): string {
  return JSON.stringify({ title, about: Object.fromEntries(about), columns, rows }, null, 1);
}

/** Moments in UTC, as the heads of the dashboard's columns say: a spreadsheet knows no time zones. */
function spreadsheetRow(row: readonly Cell[], { columns }: Table): CellValue[] {
  return row.map((cell, at) => {
    if (columns[at]?.type !== 'moment' || typeof cell !== 'string') return cell;
    const time = Date.parse(cell);
    return Number.isNaN(time) ? cell : time / DAY_MS + SPREADSHEET_EPOCH;
  });
}

const TYPES: Readonly<Record<Table['columns'][number]['type'], ExportType>> = {
  text: 'text',
  number: 'number',
  moment: 'moment',
};

/** Parquet has no place for what it is of that readers of it show: the log of exports has it. */
async function parquet(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  publication: Publication,
  { columns, rows }: Table,
): Promise<AsyncIterable<Uint8Array>> {
  // A column that holds both is text: Parquet has one type for a column.
  const types = columns.map(({ type }, at) =>
    type === 'number' && rows.some((row) => typeof row[at] === 'string') ? 'text' : TYPES[type],
  );
  const cells = rows.map((row) => row.map((cell, at) => cellOf(cell, types[at] ?? 'text')));
  const terms = {
    format: 'parquet',
    timeZone: publication.timeZone,
    readerKey: await readerKey(deps, publication),
  } as const;
  const named = columns.map(({ name }, at) => ({ name, type: types[at] ?? 'text' }));
  return deps.warehouse.exportRows({ columns: named, rows: cells }, terms).bytes;
}

function cellOf(cell: Cell, type: ExportType): ExportCell {
  if (cell === null) return null;
  if (type === 'number') return Number(cell);
  if (type !== 'moment') return String(cell);
  const time = Date.parse(String(cell));
  return Number.isNaN(time) ? null : time;
}

function fileName({ title, format }: Table): string {
  return `${
    title
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .slice(0, 80)
      .trim() || 'table'
  }.${format}`;
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
