import type { CohortsView, ReportBlock } from '@readout/api-contract';
import { column, SHARE, WHOLE } from '../written.ts';
import { type Desk, paragraphs } from './frame.ts';

/** Months since the first payment that a table has columns for: what fits on a page. */
const SHOWN_MONTHS = [1, 2, 3, 6, 9, 12, 18, 24];

/** How many of those who began to pay still do. */
export function cohortBlocks({ words, written }: Desk, { cohorts, all }: CohortsView): ReportBlock[] {
  const says = words.growth;
  const end = all.at(-1);
  if (end === undefined || all.length < 2) return paragraphs(says.retentionNone);
  const months = SHOWN_MONTHS.filter((month) => month <= end.month);
  const rates = (of: CohortsView['all']) =>
    months.map((month) => written.cell(of.find((one) => one.month === month)?.rate ?? null, SHARE));
  const step = [1, 2, 3, 6, 12].find((one) => end.month / one <= 12) ?? 12;
  return [
    {
      type: 'line',
      title: says.retention,
      says: says.retentionSays(written.share(end.rate), written.count(end.month)),
      unit: says.ofPayers,
      axis: says.monthsSince,
      y: SHARE,
      isStepped: true,
      series: [{ label: words.about.all, points: all.map(({ month, rate }) => ({ x: month, y: rate })) }],
      band: { label: says.band95, points: all.map(({ month, low, high }) => ({ x: month, low, high })) },
      ticks: Array.from({ length: Math.floor(end.month / step) + 1 }, (_, at) => ({
        x: at * step,
        text: written.count(at * step),
      })),
    },
    {
      type: 'table',
      title: says.cohortTable,
      columns: [
        column.text(says.cohort),
        column.count(says.payers),
        ...months.map((month) => column.share(says.afterMonth(written.count(month)))),
      ],
      rows: cohorts.map((cohort) => [
        written.word(cohort.key === null ? says.notKnown : written.month(cohort.key)),
        written.cell(cohort.payers, WHOLE),
        ...rates(cohort.months),
      ]),
      total: [
        written.word(words.about.all),
        written.cell(
          cohorts.reduce((sum, { payers }) => sum + payers, 0),
          WHOLE,
        ),
        ...rates(all),
      ],
      note: null,
    },
  ];
}
