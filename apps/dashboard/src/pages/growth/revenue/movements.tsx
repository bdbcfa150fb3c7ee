import type { CurrencyRevenue } from '@readout/api-contract';
import { useMemo } from 'react';
import { Chart, type Panel } from '../../../charts/chart.tsx';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { issueAxis } from '../../../findings/machine-history.ts';
import { GAINS, gainedIn, LOSSES, lostIn, MOVES } from '../../../findings/revenue.ts';
import type { MoneyFormat } from '../../../format/money.ts';
import { numbers } from '../../../format/viewer.ts';
import { useNarrow } from '../../../frame/use-narrow.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { months as monthNames } from '../months.ts';
import { MoveLegend } from './move-legend.tsx';
import { TONES } from './move-tones.ts';

type Month = CurrencyRevenue['months'][number];

/** Recurring revenue month by month, and below it what moved it: what came above zero, what went below. */
export function Movements({ revenue, money }: { revenue: CurrencyRevenue; money: MoneyFormat }) {
  const { months, currency } = revenue;
  const narrow = useNarrow();
  const panels = useMemo(() => panelsOf(months, currency, money, narrow), [months, currency, money, narrow]);
  const last = months.at(-1);
  if (last === undefined) return null;
  const say = growthWords.revenue;
  return (
    <Chart
      id="movements"
      finding={findingOf(last, money)}
      legend={<MoveLegend months={months} money={money} />}
      panels={panels}
      table={{
        columns: columns(),
        rows: months
          .map((month) => [
            monthNames.long(month.month),
            money.exact(month.mrr),
            ...MOVES.map((move) => money.signed(month[move])),
            money.exact(month.paid),
            money.exact(month.refunded),
            numbers.count(month.subscriptions),
          ])
          .toReversed(),
      }}
      csv={() => csvOf(revenue, say.currency)}
    />
  );
}

function findingOf(last: Month, money: MoneyFormat): string {
  const { finding } = growthWords.revenue;
  const net = gainedIn(last) + lostIn(last);
  const month = monthNames.long(last.month);
  if (net === 0) return finding.same(month);
  return net > 0 ? finding.up(money.exact(net), month) : finding.down(money.exact(-net), month);
}

function panelsOf(months: readonly Month[], currency: string, money: MoneyFormat, narrow: boolean): Panel[] {
  const say = growthWords.revenue;
  const { places, ticks } = issueAxis(months.length, narrow ? 4 : 12);
  const over = (pick: (month: Month) => number) =>
    Array.from({ length: places }, (_, at) => {
      const month = months[at];
      return { x: at + 0.5, y: month === undefined ? null : pick(month) };
    });
  const named = (at: number, write: (month: string) => string) => {
    const month = months[at];
    return month === undefined ? '' : write(month.month);
  };
  const axis = { to: places, ticks, label: (x: number) => named(Math.round(x), monthNames.short), marks: [] };
  const shared = {
    kind: 'bars',
    group: 'revenue',
    step: 1,
    tick: money.short,
    describe: (x: number) => named(Math.floor(x), monthNames.long),
    unit: say.unit(currency),
  } as const;
  return [
    {
      ...shared,
      tone: 'accent',
      name: say.mrrPanel,
      label: say.mrrPanel,
      height: 180,
      axis: { ...axis, hidden: true },
      value: money.exact,
      points: over(({ mrr }) => mrr),
    },
    {
      ...shared,
      tone: 'accent',
      name: say.movesPanel,
      label: say.movesPanel,
      height: 280,
      axis: { ...axis, hidden: false },
      value: money.signed,
      points: over(gainedIn),
      below: over(lostIn),
      layers: [...GAINS, ...LOSSES].map((move) => ({
        name: say.moves[move],
        tone: TONES[move],
        points: over((month) => month[move]),
      })),
    },
  ];
}

function columns(): string[] {
  const say = growthWords.revenue;
  return [say.month, say.mrr, ...MOVES.map((move) => say.moves[move]), say.paid, say.refunded, say.subscriptions];
}

/** Amounts leave in whole currency, as a spreadsheet takes them. */
function csvOf({ months, currency, digits }: CurrencyRevenue, currencyColumn: string): CsvTable {
  const unit = 10 ** digits;
  return {
    columns: [...columns(), currencyColumn],
    rows: months.map((month) => [
      month.month,
      ...[month.mrr, ...MOVES.map((move) => month[move]), month.paid, month.refunded].map((amount) => amount / unit),
      month.subscriptions,
      currency,
    ]),
  };
}
