import type { ReportCell, ReportFormat } from '@readout/api-contract';
import type { Cell, CellStyle, CellValue } from 'hucre/xlsx';

/** What is wrong in a workbook's XML, and more than a cell may hold. */
const MOST_CHARACTERS = 32_767;
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets. */
const EPOCH = Date.UTC(1899, 11, 30);

export type Written = Partial<Cell> & { readonly value: CellValue };

/** Text as text, whatever it begins with: nothing of it is ever a formula. */
export function textCell(text: string, style: CellStyle = {}): Written {
  return { value: plain(text), type: 'string', style: { numFmt: '@', alignment: { vertical: 'top' }, ...style } };
}

/** A figure with all its digits, shown as the report writes it. */
export function figureCell({ value, text }: ReportCell, format: ReportFormat, style: CellStyle = {}): Written {
  const shown = numberFormat(format);
  if (typeof value === 'number') {
    return { value, type: 'number', style: { numFmt: shown, alignment: { vertical: 'top' }, ...style } };
  }
  if (value === null) return { value: null, style };
  if (format.kind !== 'date' && format.kind !== 'moment') return textCell(text, style);
  const serial = serialOf(value);
  if (serial === null) return textCell(text, style);
  return {
    value: serial,
    type: 'number',
    style: { numFmt: shown, alignment: { horizontal: 'left', vertical: 'top' }, ...style },
  };
}

/** A formula with what it comes to, so that whoever does not calculate sees it as well. */
export function formulaCell(
  formula: string,
  result: number | null,
  format: ReportFormat,
  style: CellStyle = {},
): Written {
  return {
    value: null,
    type: 'formula',
    formula,
    formulaResult: result,
    style: { numFmt: numberFormat(format), alignment: { vertical: 'top' }, ...style },
  };
}

/** `A`, `B` … `AA`. @param column from 0 */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function numberFormat({ kind, currency, digits }: ReportFormat): string {
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  switch (kind) {
    case 'text':
      return 'General';
    case 'whole':
      return '#,##0';
    case 'decimal':
      return `#,##0${decimals}`;
    case 'share':
      return `0${decimals}%`;
    case 'money':
      return `#,##0${decimals}" ${currency ?? ''}"`;
    case 'date':
      return 'yyyy-mm-dd';
    case 'moment':
      return 'yyyy-mm-dd hh:mm';
  }
}

/** A day or a minute as spreadsheets count: days since the end of 1899. They know no time zones. */
function serialOf(local: string): number | null {
  const time = Date.parse(local.length === 10 ? `${local}T00:00:00Z` : `${local}Z`);
  return Number.isNaN(time) ? null : (time - EPOCH) / DAY_MS;
}

/** Without what XML cannot hold. */
function plain(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[\ufffe\uffff]/g, '')
    .slice(0, MOST_CHARACTERS)
    .replace(/\p{Cs}/gu, '\ufffd');
}
