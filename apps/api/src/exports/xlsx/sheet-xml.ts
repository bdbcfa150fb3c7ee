/** What a cell holds: `text` whatever it looks like, `date` and `moment` as the serial number of a spreadsheet. */
export type CellType = 'text' | 'number' | 'flag' | 'date' | 'moment';
export type CellValue = string | number | boolean | null;

interface SheetColumn {
  readonly name: string;
  readonly type: CellType;
  /** In characters; left out: by its type. */
  readonly width?: number;
}

/** A sheet that is written row by row. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly (readonly CellValue[])[]>;
}

const MOST_ROWS = 1_048_575;
const LONGEST_TEXT = 32_767;
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WIDTHS: Readonly<Record<CellType, number>> = { text: 24, number: 12, flag: 8, date: 12, moment: 20 };
/** Places in `cellXfs` of the styles. */
const STYLES: Readonly<Record<CellType | 'head', number>> = {
  text: 0,
  number: 0,
  flag: 0,
  head: 1,
  moment: 2,
  date: 3,
};

/** The table does not fit into a spreadsheet; the message says what to do. */
class SheetTooLargeError extends Error {}

export const STYLES_XML = `${DECLARATION}<styleSheet xmlns="${NAMESPACE}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A sheet as XML, in pieces. @throws {SheetTooLargeError} */
export async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(
    ({ type, width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width ?? WIDTHS[type]}" customWidth="1"/>`,
  );
  const letters = columns.map((_, at) => lettersOf(at));
  const head = columns.map(({ name }, at) => textCell(name, ` r="${letters[at]}1" s="${STYLES.head}"`)).join('');
  yield `${DECLARATION}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head}</row>`;
  let line = 1;
  for await (const some of rows) {
    if (line + some.length > MOST_ROWS + 1) {
      throw new SheetTooLargeError(
        'There are more rows than a spreadsheet holds (1,048,575). Narrow it by day or issue, or take CSV or Parquet.',
      );
    }
    let xml = '';
    for (const row of some) {
      line++;
      xml += `<row r="${line}">`;
      for (let at = 0; at < columns.length; at++) {
        xml += cell(row[at] ?? null, columns[at]?.type ?? 'text', ` r="${letters[at]}${line}"`);
      }
      xml += '</row>';
    }
    yield xml;
  }
  yield '</sheetData></worksheet>';
}

/** @param place Its address: not needed by the standard, but by some who read it. */
function cell(value: CellValue, type: CellType, place: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return `<c t="b"${place}><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return type === 'number' ? wholeNumber(value, place) : textCell(value, place);
  if (!Number.isFinite(value)) return textCell(String(value), place);
  // What a spreadsheet rounds after fifteen digits keeps them as text.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return textCell(BigInt(value).toString(), place);
  const style = STYLES[type];
  return style === 0 ? `<c${place}><v>${value}</v></c>` : `<c${place} s="${style}"><v>${value}</v></c>`;
}

/** A, B, … Z, AA, … */
function lettersOf(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? '' : lettersOf(rest)}${String.fromCharCode(65 + (column % 26))}`;
}

/** Digits that came as text, since they may be more than a number holds. */
function wholeNumber(digits: string, place: string): string {
  return digits.length <= 15 && /^-?\d+$/.test(digits) ? `<c${place}><v>${digits}</v></c>` : textCell(digits, place);
}

function textCell(text: string, attributes: string): string {
  if (text.length > LONGEST_TEXT) {
    throw new SheetTooLargeError('A text is longer than a cell of a spreadsheet holds (32,767). Take CSV or Parquet.');
  }
  return `<c t="inlineStr"${attributes}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Control characters but tabs and line feeds, half pairs, and what is no character; and what looks like one written so. */
const NEEDS_CARE = /[&<>\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n]|_x[0-9a-f]{4}_/iu;
const SPECIAL = /[&<>\ufffe\uffff]|[^\P{Cc}\t\n]|_(?=x[0-9a-f]{4}_)/giu;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold as ECMA-376 writes them (22.4.2.4, `_xHHHH_`). */
export function escaped(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return Buffer.from(text, 'utf8')
    .toString('utf8')
    .replace(SPECIAL, (one) => MARKUP[one] ?? `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
