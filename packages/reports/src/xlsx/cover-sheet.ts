import type { ReportBlock, ReportView } from '@readout/api-contract';
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Brand } from '../brand.ts';
import { pictureOf } from '../picture.ts';
import type { Words } from '../words/en.ts';
import { figureCell, textCell, type Written } from './cells.ts';
import { headStyle } from './table-sheet.ts';

const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const DIM: CellStyle = { font: { color: { rgb: '62666C' } } };
const LOGO_PIXELS = { width: 220, height: 72 };

/** The first sheet: whose report on what, made when and how, and what its words mean. */
export function coverSheet(name: string, report: ReportView, { colour, logo }: Brand, words: Words): WriteSheet {
  const rows: Written[][] = [];
  const add = (...cells: Written[]) => rows.push(cells);
  const images = logo === null ? [] : imageOf(logo, report.publication.name);
  for (let row = 0; row < (images.length === 0 ? 0 : 4); row++) add();
  add(textCell(report.title, { font: { bold: true, size: 18, color: { rgb: colour.slice(1).toUpperCase() } } }));
  if (report.subtitle !== '') add(textCell(report.subtitle, DIM));
  add();
  for (const { label, text } of report.about) add(textCell(label, DIM), textCell(text, WRAPPED));
  const means = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'definitions' ? block.items : [])),
  );
  if (means.length > 0) {
    add();
    add(textCell(words.about.term, headStyle(colour, false)), textCell(words.about.meaning, headStyle(colour, false)));
    for (const { term, text } of means)
      add(textCell(term, { font: { bold: true }, ...WRAPPED }), textCell(text, WRAPPED));
  }
  return sheet(name, [30, 96], rows, { images });
}

/** The key figures, with what they are compared with, and what is said in words. */
export function summarySheet(name: string, report: ReportView, { colour }: Brand, words: Words): WriteSheet | null {
  const all: readonly ReportBlock[] = report.sections.flatMap(({ blocks }) => blocks);
  const figures = all.flatMap((block) => (block.type === 'figures' ? block.items : []));
  const texts = all.flatMap((block) => (block.type === 'text' ? [block.text] : []));
  if (figures.length + texts.length === 0) return null;
  const { about } = words;
  const rows: Written[][] = [
    [about.figure, about.value, about.low, about.high, about.comparison].map((label, at) =>
      textCell(label, headStyle(colour, at > 0 && at < 4)),
    ),
    ...figures.map((item) => [
      textCell(item.label),
      figureCell(item.cell, item),
      figureCell({ value: item.range?.low ?? null, text: '' }, item),
      figureCell({ value: item.range?.high ?? null, text: '' }, item),
      textCell([item.comparison, item.range?.text].flatMap((text) => text ?? []).join('; '), WRAPPED),
    ]),
    [],
    ...texts.map((text) => [textCell(text)]),
  ];
  return sheet(name, [38, 16, 16, 16, 60], rows, { freezePane: { rows: 1 } });
}

function sheet(
  name: string,
  widths: readonly number[],
  rows: readonly Written[][],
  more: Partial<WriteSheet>,
): WriteSheet {
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map(() => widths.map(() => null)),
    cells: new Map(rows.flatMap((row, at) => row.map((cell, column) => [`${at},${column}`, cell] as const))),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    view: { showGridLines: false },
    ...more,
  };
}

function imageOf(logo: Uint8Array, altText: string): NonNullable<WriteSheet['images']> {
  const picture = pictureOf(logo);
  if (picture === null) return [];
  const { type, width, height } = picture;
  const scale = Math.min(LOGO_PIXELS.width / width, LOGO_PIXELS.height / height, 1);
  return [
    {
      data: logo,
      type: type === 'image/png' ? 'png' : 'jpeg',
      anchor: { from: { row: 0, col: 0 } },
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      altText,
    },
  ];
}
