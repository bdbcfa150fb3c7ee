import type { ReportCell, ReportColumn, ReportTable } from '@readout/api-contract';
import type { Words } from '../words/en.ts';
import { CONTENT_WIDTH, INK, PAGE, STYLE } from './look.ts';
import type { Paper, Part } from './paper.ts';
import { drawTitle } from './title.ts';
import type { Line, Style } from './typesetter.ts';

const PADDING = 9;
const ABOVE = 4.5;
/** A cell's text takes so many lines at most; what is cut off stands in the workbook. */
const MOST_LINES = 6;
/** Points. */
const SHORT = 240;
const SIZES = [8.5, 7.8, 7.2, 6.6];

interface Laid {
  readonly widths: readonly number[];
  readonly text: Style;
  readonly strong: Style;
}

/** A table: its head stands above the rows on every page, and no row is cut. */
export function drawTable(paper: Paper, within: Part, table: ReportTable, words: Words): void {
  const laid = layOut(paper, table);
  const head = table.columns.map(({ label }) => label);
  const headRow = cellsOf(paper, table, laid, head, laid.strong);
  const rows = table.rows.map((row) => cellsOf(paper, table, laid, texts(row), laid.text));
  const total = table.total === null ? null : cellsOf(paper, table, laid, texts(table.total), laid.strong);
  const all = total === null ? rows : [...rows, total];
  const heights = all.map((row) => heightOf(paper, row, laid.text));
  const whole = heights.reduce((sum, height) => sum + height, 0);
  // A short table is not torn; of a long one three rows at least stand below its head.
  const together = whole <= SHORT ? whole : heights.slice(0, 3).reduce((sum, height) => sum + height, 0);
  drawTitle(paper, within, table.title, heightOf(paper, headRow, laid.strong) + together);
  const part = paper.part('Table', within);
  const drawHead = () => {
    drawRow(paper, part, table.columns, laid, headRow, { kind: 'head' });
    paper.rule(paper.y, { colour: INK.dim, width: 0.75 });
  };
  drawHead();
  for (const [at, row] of all.entries()) {
    const height = heightOf(paper, row, laid.text);
    // The last row does not go to the next page alone.
    const last = at === all.length - 2 ? heightOf(paper, all.at(-1) ?? [], laid.text) : 0;
    if (paper.room < height + last && !paper.isAtTop) {
      paper.turn();
      const again = paper.type.line(`${table.title} (${words.about.continued})`, STYLE.label, CONTENT_WIDTH);
      paper.decorate(() => {
        paper.set([again], STYLE.label, { x: PAGE.left, y: paper.y, width: CONTENT_WIDTH, colour: INK.dim });
      });
      paper.y += paper.type.leading(STYLE.label) + 2;
      drawHead();
    }
    const isTotal = total !== null && at === all.length - 1;
    if (isTotal) paper.rule(paper.y, { colour: INK.dim, width: 0.75 });
    drawRow(paper, part, table.columns, laid, row, { kind: isTotal ? 'total' : 'row' });
    if (!isTotal) paper.rule(paper.y, { colour: INK.faint });
  }
  part.end();
  if (table.note !== null) {
    paper.space(4);
    paper.paragraph('P', within, table.note, STYLE.small, { colour: INK.dim });
  }
  paper.space(10);
}

const texts = (row: readonly ReportCell[]) => row.map(({ text }) => text);
const isText = ({ kind }: ReportColumn) => kind === 'text';

/** Columns of figures take what they need; the rest is shared among those of text, by how much they hold. */
function layOut(paper: Paper, table: ReportTable): Laid {
  const { type } = paper;
  const needs = SIZES.map((size) => {
    const [text, strong]: Style[] = [
      { weight: 'regular', size },
      { weight: 'strong', size },
    ];
    const style = { text: text as Style, strong: strong as Style };
    const least = table.columns.map((column, at) => {
      const head = type.widestWord(column.label, style.strong);
      const cells = [...table.rows, ...(table.total === null ? [] : [table.total])].map((row) => row[at]?.text ?? '');
      const widest = isText(column)
        ? Math.min(90, Math.max(0, ...cells.map((cell) => type.widestWord(cell, style.strong))))
        : Math.max(0, ...cells.map((cell) => type.width(cell, style.strong)));
      return Math.max(head, widest) + PADDING;
    });
    return { ...style, least };
  });
  const width = (least: readonly number[]) => least.reduce((sum, one) => sum + one, 0);
  const fitting = needs.find(({ least }) => width(least) <= CONTENT_WIDTH) ?? needs.at(-1);
  if (fitting === undefined) throw new RangeError('no size to set a table in');
  const { least, text, strong } = fitting;
  const spare = CONTENT_WIDTH - width(least);
  const wants = table.columns.map((column, at) => {
    if (!isText(column)) return 0;
    const longest = Math.max(0, ...table.rows.map((row) => type.width((row[at]?.text ?? '').slice(0, 200), text)));
    return Math.max(0, longest + PADDING - (least[at] ?? 0));
  });
  if (spare < 0) return { widths: least.map((one) => (one * CONTENT_WIDTH) / width(least)), text, strong };
  const given = shared(wants, spare);
  // Where text has all it wants, what is left parts the columns, so that a narrow table does not look torn.
  const rest = (spare - width(given)) / table.columns.length;
  const widths = least.map((one, at) => one + (given[at] ?? 0) + rest);
  return { widths, text, strong };
}

/** Who wants little gets it; what is then left is shared evenly among the others. */
function shared(wants: readonly number[], spare: number): readonly number[] {
  const given = wants.map(() => 0);
  const order = wants.map((_, at) => at).sort((one, other) => (wants[one] ?? 0) - (wants[other] ?? 0));
  let left = spare;
  for (const [served, at] of order.entries()) {
    const share = Math.min(wants[at] ?? 0, left / (order.length - served));
    given[at] = share;
    left -= share;
  }
  return given;
}

function cellsOf(
  paper: Paper,
  { columns }: ReportTable,
  laid: Laid,
  row: readonly string[],
  style: Style,
): (readonly Line[])[] {
  return columns.map((_, at) => {
    const width = (laid.widths[at] ?? 0) - PADDING;
    const lines = paper.type.lines(row[at] ?? '', style, width + 0.01);
    if (lines.length <= MOST_LINES) return lines;
    const [first, ...rest] = lines.slice(0, MOST_LINES - 1);
    return first === undefined ? [] : [first, ...rest, paper.type.line('…', style, width)];
  });
}

function heightOf(paper: Paper, row: readonly (readonly Line[])[], style: Style): number {
  return Math.max(1, ...row.map(({ length }) => length)) * paper.type.leading(style) + 2 * ABOVE;
}

function drawRow(
  paper: Paper,
  table: Part,
  columns: readonly ReportColumn[],
  { widths, text, strong }: Laid,
  row: readonly (readonly Line[])[],
  { kind }: { kind: 'head' | 'row' | 'total' },
): void {
  const style = kind === 'row' ? text : strong;
  const height = heightOf(paper, row, style);
  const part = paper.part('TR', table);
  const deepest = Math.max(1, ...row.map(({ length }) => length));
  let x = PAGE.left;
  for (const [at, column] of columns.entries()) {
    const lines = row[at] ?? [];
    const width = (widths[at] ?? 0) - PADDING;
    // Names of columns stand on the line above the figures, however many lines their neighbours take.
    const down = kind === 'head' ? (deepest - lines.length) * paper.type.leading(style) : 0;
    const isFirst = at === 0;
    const place = { x: isFirst ? x : x + PADDING, y: paper.y + ABOVE + down, width };
    paper.leaf(kind === 'head' || isFirst ? 'TH' : 'TD', part, () => {
      paper.set(lines, style, {
        ...place,
        align: isText(column) || (isFirst && column.kind === 'date') ? 'left' : 'right',
        colour: kind === 'head' ? INK.dim : kind === 'total' || isFirst ? INK.strong : INK.text,
      });
    });
    x += widths[at] ?? 0;
  }
  part.end();
  paper.y += height;
}
