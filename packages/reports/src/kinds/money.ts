import type { CurrencyRevenue, ReportFormat, ReportTable } from '@readout/api-contract';
import { column, money, WHOLE } from '../written.ts';
import type { Desk } from './frame.ts';

/** How a currency's amounts are written, and how its smallest units become whole ones. */
export function inUnits({ currency, digits }: Pick<CurrencyRevenue, 'currency' | 'digits'>): {
  readonly format: ReportFormat;
  readonly of: (smallest: number) => number;
} {
  // A hundredth of a sum of cents has no binary form: as many digits as there are, and no more.
  return { format: money(currency, digits), of: (smallest) => Number((smallest / 10 ** digits).toFixed(digits)) };
}

/** Month by month, what moved the recurring revenue. */
export function movementTable(
  { words, written }: Desk,
  revenue: CurrencyRevenue,
  months: CurrencyRevenue['months'],
): ReportTable {
  const { format, of } = inUnits(revenue);
  const { moves, movements } = words.month;
  const cell = (smallest: number) => written.cell(of(smallest), format);
  const summed = months.length > 1;
  const MOVES = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const;
  const sum = (pick: (month: CurrencyRevenue['months'][number]) => number) =>
    months.reduce((all, month) => all + pick(month), 0);
  return {
    type: 'table',
    title: `${movements} (${revenue.currency})`,
    columns: [
      column.text(words.growth.month),
      ...MOVES.map((move) => column.of(moves[move], format, summed)),
      column.of(words.figures.mrr, format),
      column.count(words.figures.subscriptions, false),
      column.of(words.figures.paid, format, summed),
      column.of(words.figures.refunded, format, summed),
    ],
    rows: months.map((month) => [
      written.word(written.month(month.month)),
      ...MOVES.map((move) => cell(month[move])),
      cell(month.mrr),
      written.cell(month.subscriptions, WHOLE),
      cell(month.paid),
      cell(month.refunded),
    ]),
    total: summed
      ? [
          written.word(words.about.total),
          ...MOVES.map((move) => cell(sum((month) => month[move]))),
          written.cell(null, format),
          written.cell(null, WHOLE),
          cell(sum(({ paid }) => paid)),
          cell(sum(({ refunded }) => refunded)),
        ]
      : null,
    note: null,
  };
}
