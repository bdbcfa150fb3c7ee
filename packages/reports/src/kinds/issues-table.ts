import type { IssueFiguresView, IssueListItem, ReportTable } from '@readout/api-contract';
import { column, SHARE, WHOLE } from '../written.ts';
import type { Desk } from './frame.ts';

const COUNTS = ['delivered', 'readers', 'clickers', 'clicks', 'paywallHits', 'trialsStarted'] as const;
type Totals = Record<(typeof COUNTS)[number], number> &
  Pick<IssueFiguresView, 'openRate' | 'clickRate' | 'clickToOpenRate'>;

/** Of all issues together. */
export function totalsOf(issues: readonly IssueListItem[]): Totals {
  const sum = (of: (typeof COUNTS)[number]) => issues.reduce((all, { figures }) => all + figures[of], 0);
  const [delivered, readers, clickers] = [sum('delivered'), sum('readers'), sum('clickers')];
  const over = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    delivered,
    readers,
    clickers,
    clicks: sum('clicks'),
    paywallHits: sum('paywallHits'),
    trialsStarted: sum('trialsStarted'),
    openRate: over(readers, delivered),
    clickRate: over(clickers, delivered),
    clickToOpenRate: over(clickers, readers),
  };
}

/** Every issue with its figures, and what they come to. */
export function issuesTable({ words, written }: Desk, issues: readonly IssueListItem[]): ReportTable {
  const names = words.figures;
  const row = (figures: Totals) => [
    written.cell(figures.delivered, WHOLE),
    written.cell(figures.readers, WHOLE),
    written.cell(figures.openRate, SHARE),
    written.cell(figures.clickers, WHOLE),
    written.cell(figures.clickRate, SHARE),
    written.cell(figures.clickToOpenRate, SHARE),
    written.cell(figures.paywallHits, WHOLE),
    written.cell(figures.trialsStarted, WHOLE),
  ];
  return {
    type: 'table',
    title: words.month.table,
    columns: [
      column.date(words.month.date),
      column.text(words.month.title),
      column.count(names.delivered),
      column.count(names.readers),
      column.quotient(names.openRate, 3, 2),
      column.count(names.clickers),
      column.quotient(names.clickRate, 5, 2),
      column.quotient(names.clickToOpenRate, 5, 3),
      column.count(names.paywallHits),
      column.count(names.trialsStarted),
    ],
    rows: issues.map(({ sentAt, title, figures }) => [written.dayCell(sentAt), written.word(title), ...row(figures)]),
    total: [written.word(words.about.total), written.word(''), ...row(totalsOf(issues))],
    note: words.month.sumNote,
  };
}
