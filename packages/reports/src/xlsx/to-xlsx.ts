import type { ReportView } from '@readout/api-contract';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Brand } from '../brand.ts';
import { wordsOf } from '../words/words.ts';
import { coverSheet, summarySheet } from './cover-sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { barsTable, lineTable, tableSheet } from './table-sheet.ts';

/** A report as a workbook: what it is about, its key figures, and a sheet for each table and each chart's figures. */
export async function toXlsx(report: ReportView, brand: Brand): Promise<Uint8Array> {
  const words = wordsOf(report.language);
  const nameOf = sheetNames();
  const cover = coverSheet(nameOf(words.kinds[report.kind]), report, brand, words);
  const summary = summarySheet(nameOf(words.about.summary), report, brand, words);
  const tables = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): WriteSheet[] => {
      if (block.type === 'table') return [tableSheet(nameOf(block.title), block, brand.colour)];
      if (block.type === 'line') return [tableSheet(nameOf(block.title), lineTable(block, words), brand.colour)];
      return block.type === 'bars' ? [tableSheet(nameOf(block.title), barsTable(block), brand.colour)] : [];
    }),
  );
  const made = new Date(report.madeAt);
  return writeXlsx({
    sheets: [cover, ...(summary === null ? [] : [summary]), ...tables],
    properties: {
      title: report.title,
      subject: report.period.text,
      creator: report.publication.name,
      company: 'Readout',
      created: made,
      modified: made,
    },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}
