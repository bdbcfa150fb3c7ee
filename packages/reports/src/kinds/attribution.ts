import type { AttributionView, ReportBlock, ReportTable } from '@readout/api-contract';
import { column, WHOLE } from '../written.ts';
import { type Desk, paragraphs } from './frame.ts';

/** What led to subscriptions: by the last touch, and by issue. */
export function attributionBlocks(desk: Desk, found: AttributionView): ReportBlock[] {
  const { words, written } = desk;
  const says = words.month;
  if (found.subscriptions === 0) return paragraphs(says.noSubscriptions);
  return [
    ...paragraphs(says.attribution(written.count(found.windowDays))),
    begunTable(
      desk,
      says.byTouch,
      says.touch,
      found.touches.filter(({ last }) => last > 0).map((row) => ({ ...row, name: says.touches[row.touch] })),
    ),
    begunTable(
      desk,
      says.byIssue,
      says.title,
      found.issues.filter(({ last }) => last > 0).map((row) => ({ ...row, name: row.title ?? says.notAttributed })),
    ),
  ];
}

/** Subscriptions that began, and how many of them have paid, by something. */
export function begunTable(
  { words, written }: Desk,
  title: string,
  first: string,
  rows: readonly { readonly name: string; readonly last: number; readonly converted: number }[],
): ReportTable {
  const row = (name: string, last: number, converted: number) => [
    written.word(name),
    written.cell(last, WHOLE),
    written.cell(converted, WHOLE),
  ];
  const sum = (of: 'last' | 'converted') => rows.reduce((all, one) => all + one[of], 0);
  return {
    type: 'table',
    title,
    columns: [column.text(first), column.count(words.month.begun), column.count(words.month.paid)],
    rows: rows.map(({ name, last, converted }) => row(name, last, converted)),
    total: row(words.about.total, sum('last'), sum('converted')),
    note: null,
  };
}
