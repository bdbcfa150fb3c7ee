import type { CurrencyRevenue, ReportBlock, ReportFigures, RevenueView } from '@readout/api-contract';
import { type Desk, figure, paragraphs } from './frame.ts';
import { inUnits, movementTable } from './money.ts';

/** What subscriptions bring, currency by currency. */
export function revenueBlocks(desk: Desk, { currencies }: RevenueView): ReportBlock[] {
  if (currencies.length === 0) return paragraphs(desk.words.growth.noMoney);
  return currencies.flatMap((currency) => [
    { type: 'figures' as const, items: worth(desk, currency) },
    ...mrrChart(desk, currency),
    movementTable(desk, currency, currency.months),
  ]);
}

function worth(desk: Desk, currency: CurrencyRevenue): ReportFigures['items'] {
  const { words, written } = desk;
  const { format, of } = inUnits(currency);
  const { perHit, perTrial, lifetime } = currency;
  const range = (between: { low: number; high: number }) => ({
    low: of(between.low),
    high: of(between.high),
    text: words.range90(words.span(written.text(of(between.low), format), written.text(of(between.high), format))),
  });
  const each = (label: string, per: CurrencyRevenue['perHit']) =>
    per === null
      ? []
      : [
          figure(desk, label, of(per.amount), format, {
            comparison: words.growth.among(written.count(per.of)),
            range: range(per),
          }),
        ];
  return [
    figure(desk, words.figures.mrr, of(currency.mrr), format),
    figure(desk, words.figures.subscriptions, currency.subscriptions, { kind: 'whole', currency: null, digits: 0 }),
    ...each(words.growth.perHit, perHit),
    ...each(words.growth.perTrial, perTrial),
    ...(lifetime === null
      ? []
      : [
          figure(desk, words.growth.lifetime(written.count(lifetime.months)), of(lifetime.amount), format, {
            range: range(lifetime),
          }),
        ]),
  ];
}

function mrrChart({ words, written }: Desk, currency: CurrencyRevenue): ReportBlock[] {
  const says = words.growth;
  const { format, of } = inUnits(currency);
  const { months } = currency;
  const end = months.at(-1);
  if (end === undefined || months.length < 2) return [];
  return [
    {
      type: 'bars',
      title: `${says.mrr} (${currency.currency})`,
      says: says.mrrSays(written.text(of(end.mrr), format), written.month(end.month)),
      unit: says.perMonth(currency.currency),
      y: format,
      direction: 'up',
      items: months.map(({ month, mrr }) => ({
        label: month,
        cell: written.cell(of(mrr), format),
        detail: null,
        range: null,
      })),
      reference: null,
    },
  ];
}
