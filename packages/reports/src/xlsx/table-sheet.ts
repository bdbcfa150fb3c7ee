import type { ReportBars, ReportColumn, ReportLine, ReportTable } from '@readout/api-contract';
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Words } from '../words/en.ts';
import { column } from '../written.ts';
import { columnName, figureCell, formulaCell, textCell, type Written } from './cells.ts';

/** Rows above the first one of the table: its names. */
const HEAD = 1;
const LEAST_WIDTH = 11;
const MOST_WIDTH = 60;

/** A table on a sheet of its own, its sums as formulas over its rows. */
export function tableSheet(name: string, table: ReportTable, colour: string): WriteSheet {
  const { columns, rows, total } = table;
  const cells = new Map<string, Written>();
  const put = (row: number, at: number, cell: Written) => cells.set(`${row},${at}`, cell);
  for (const [at, { label, kind }] of columns.entries())
    put(0, at, textCell(label, headStyle(colour, kind !== 'text')));
  for (const [index, row] of rows.entries()) {
    for (const [at, shape] of columns.entries()) {
      const cell = row[at] ?? { value: null, text: '' };
      const formula = quotientOf(shape, index + HEAD + 1);
      put(
        index + HEAD,
        at,
        formula !== null && typeof cell.value === 'number'
          ? formulaCell(formula, cell.value, shape)
          : figureCell(cell, shape, shape.kind === 'text' ? { alignment: { wrapText: true, vertical: 'top' } } : {}),
      );
    }
  }
  if (total !== null) {
    const at = rows.length + HEAD;
    for (const [index, shape] of columns.entries()) {
      const cell = total[index] ?? { value: null, text: '' };
      const formula = totalOf(shape, index, rows.length, at + 1);
      put(
        at,
        index,
        formula !== null && typeof cell.value === 'number'
          ? formulaCell(formula, cell.value, shape, TOTAL)
          : figureCell(cell, cell.value !== null && typeof cell.value === 'string' ? TEXT : shape, TOTAL),
      );
    }
  }
  return {
    name,
    columns: columns.map((shape, at) => ({
      width: widthOf(
        shape,
        rows.map((row) => row[at]?.text ?? ''),
      ),
    })),
    rows: Array.from({ length: rows.length + HEAD + (total === null ? 0 : 1) }, () => columns.map(() => null)),
    cells,
    freezePane: { rows: HEAD, ...(columns[0]?.kind === 'text' || columns[0]?.kind === 'date' ? { columns: 1 } : {}) },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
    ...(rows.length > 0 && columns.length > 0
      ? { autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + HEAD}` } }
      : {}),
  };
}

const TEXT = { kind: 'text', currency: null, digits: 0 } as const;
const TOTAL: CellStyle = { font: { bold: true }, border: { top: { style: 'thin', color: { rgb: '808080' } } } };

export function headStyle(colour: string, isRight: boolean): CellStyle {
  return {
    font: { bold: true },
    alignment: { wrapText: true, vertical: 'bottom', ...(isRight ? { horizontal: 'right' as const } : {}) },
    border: { bottom: { style: 'medium', color: { rgb: colour.slice(1).toUpperCase() } } },
  };
}

/** @param row as spreadsheets count, from 1 */
function quotientOf({ quotient }: ReportColumn, row: number): string | null {
  if (quotient === null) return null;
  const [part, whole] = [`${columnName(quotient.part)}${row}`, `${columnName(quotient.whole)}${row}`];
  return `IF(${whole}=0,"",${part}/${whole})`;
}

function totalOf(shape: ReportColumn, at: number, rows: number, row: number): string | null {
  if (shape.quotient !== null) return quotientOf(shape, row);
  if (!shape.isSummed || rows === 0) return null;
  const name = columnName(at);
  return `SUM(${name}${HEAD + 1}:${name}${rows + HEAD})`;
}

function widthOf({ label, kind }: ReportColumn, texts: readonly string[]): number {
  const widest = Math.max(...label.split(' ').map(({ length }) => length), 0, ...texts.map(({ length }) => length));
  return Math.min(kind === 'text' ? MOST_WIDTH : 22, Math.max(LEAST_WIDTH, widest + 2));
}

/** The figures behind a chart, as a table. */
export function lineTable({ title, axis, series, band, y }: ReportLine, words: Words): ReportTable {
  const xs = [
    ...new Set([
      ...series.flatMap(({ points }) => points.map(({ x }) => x)),
      ...(band?.points ?? []).map(({ x }) => x),
    ]),
  ].sort((one, other) => one - other);
  const cell = (value: number | null | undefined) => ({ value: value ?? null, text: '' });
  return {
    type: 'table',
    title,
    columns: [
      column.of(axis, { kind: 'decimal', currency: null, digits: xs.every(Number.isInteger) ? 0 : 2 }),
      ...series.map(({ label }) => column.of(label, y)),
      ...(band === null
        ? []
        : [column.of(`${band.label}: ${words.about.low}`, y), column.of(`${band.label}: ${words.about.high}`, y)]),
    ],
    rows: xs.map((x) => {
      const around = band?.points.find((one) => one.x === x);
      return [
        cell(x),
        ...series.map(({ points }) => cell(points.find((one) => one.x === x)?.y)),
        ...(band === null ? [] : [cell(around?.low), cell(around?.high)]),
      ];
    }),
    total: null,
    note: null,
  };
}

export function barsTable({ title, unit, items, y }: ReportBars): ReportTable {
  return {
    type: 'table',
    title,
    columns: [
      column.text(title),
      column.of(unit, y),
      ...(items.some(({ detail }) => detail !== null) ? [column.text('')] : []),
    ],
    rows: items.map(({ label, cell, detail }) => [
      { value: label, text: label },
      cell,
      ...(items.some((one) => one.detail !== null) ? [{ value: detail, text: detail ?? '' }] : []),
    ]),
    total: null,
    note: null,
  };
}
