import type { ExportFileFormat, TableFormat } from '@readout/api-contract';
import type { ExportColumn, ExportType, WrittenExport } from '@readout/warehouse';
import { rowCounter } from './row-counter.ts';
import { gzipped, type OutgoingFile } from './send-file.ts';
import { rowsOfLines } from './xlsx/rows-of-lines.ts';
import type { CellType, CellValue, Sheet } from './xlsx/sheet-xml.ts';
import { workbook } from './xlsx/workbook.ts';

export const MEDIA_TYPES: Readonly<Record<ExportFileFormat | TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

interface Wanted {
  readonly format: ExportFileFormat;
  /** What the file is called, without compression. */
  readonly fileName: string;
  readonly compress: 'gzip' | undefined;
  readonly bom: boolean;
}

/** Makes a file of what is being written. @param about of a spreadsheet: what stands on a sheet of its own */
export function fileOf(
  { columns, bytes }: WrittenExport,
  { format, fileName, compress, bom }: Wanted,
  about: Sheet,
): Pick<OutgoingFile, 'bytes' | 'rows' | 'headers'> {
  const headers = headersOf(MEDIA_TYPES[format], fileName);
  if (format === 'xlsx') {
    let count = 0;
    const rows = counting(rowsOfLines(bytes), (some) => {
      count += some.length;
    });
    return {
      bytes: workbook([{ name: 'Data', columns: columns.map(sheetColumn), rows }, about]),
      rows: () => count,
      headers,
    };
  }
  const counter = rowCounter(format);
  const counted = counting(bytes, (chunk) => counter.add(chunk));
  const marked = bom && format === 'csv' ? after(BYTE_ORDER_MARK, counted) : counted;
  return compress === undefined
    ? { bytes: marked, rows: () => counter.rows(), headers }
    : {
        bytes: gzipped(marked),
        rows: () => counter.rows(),
        headers: headersOf('application/gzip', `${fileName}.gz`),
      };
}

export function headersOf(type: string, fileName: string): Readonly<Record<string, string>> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'cache-control': 'no-store',
    // A proxy in front (nginx) would gather it on its disk otherwise.
    'x-accel-buffering': 'no',
  };
}

const CELLS: Readonly<Record<ExportType, CellType>> = {
  word: 'text',
  text: 'text',
  reader: 'text',
  whole: 'number',
  number: 'number',
  flag: 'flag',
  moment: 'moment',
  day: 'date',
};

function sheetColumn({ name, type }: ExportColumn): { name: string; type: CellType } {
  return { name, type: CELLS[type] };
}

async function* counting<Piece>(pieces: AsyncIterable<Piece>, count: (piece: Piece) => void): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    count(piece);
    yield piece;
  }
}

async function* after(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Rows that are there already, as a sheet takes them. */
export async function* atOnce(
  rows: readonly (readonly CellValue[])[],
): AsyncGenerator<readonly (readonly CellValue[])[]> {
  for (let at = 0; at < rows.length; at += 1_000) yield rows.slice(at, at + 1_000);
}
