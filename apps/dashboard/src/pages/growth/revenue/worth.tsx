import type { CurrencyRevenue } from '@readout/api-contract';
import type { ReactNode } from 'react';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import type { MoneyFormat } from '../../../format/money.ts';
import { spanOf } from '../../../format/spans.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { Figure, Figures } from '../figure.tsx';
import growth from '../growth.module.css';
import { type GrowthTerm, Term } from '../term.tsx';

interface Amount {
  readonly amount: number;
  readonly low: number;
  readonly high: number;
}

/** What a paywall hit, a trial and a paying reader bring, each with its range and over whom. */
export function Worth({ revenue, money }: { revenue: CurrencyRevenue; money: MoneyFormat }) {
  const say = growthWords.revenue;
  const { perHit, perTrial, lifetime } = revenue;
  return (
    <section aria-labelledby="worth">
      <h2 id="worth">{say.worth}</h2>
      <p className="says">{say.worthSays}</p>
      <Figures>
        <Worthy term="perHit" name={say.perHit} none={say.nobody} amount={perHit} money={money}>
          {perHit !== null && say.ofHits(perHit.of, numbers.count(perHit.of))}
        </Worthy>
        <Worthy term="perTrial" name={say.perTrial} none={say.nobody} amount={perTrial} money={money}>
          {perTrial !== null && say.ofTrials(perTrial.of, numbers.count(perTrial.of))}
        </Worthy>
        <Worthy term="lifetime" name={say.lifetime} none={say.tooFew} amount={lifetime} money={money}>
          {lifetime !== null && say.lifetimeSays(lifetime.months, numbers.count(lifetime.months))}
        </Worthy>
      </Figures>
      <div className={growth['csv']}>
        <ExportMenu of={say.worth} table={() => csvOf(revenue)} />
      </div>
    </section>
  );
}

function Worthy({
  term,
  name,
  none,
  amount,
  money,
  children,
}: {
  term: GrowthTerm;
  name: string;
  none: string;
  amount: Amount | null;
  money: MoneyFormat;
  children: ReactNode;
}) {
  return (
    <Figure
      figure={term}
      quiet={amount === null}
      name={<Term of={term}>{name}</Term>}
      value={amount === null ? none : money.exact(amount.amount)}
    >
      {amount !== null && (
        <>
          {growthWords.revenue.range(spanOf(amount, money.exact))}
          <br />
        </>
      )}
      {children}
    </Figure>
  );
}

function csvOf({ currency, digits, perHit, perTrial, lifetime }: CurrencyRevenue): CsvTable {
  const say = growthWords.revenue;
  const { csvLow, csvHigh } = growthWords.growth;
  const unit = 10 ** digits;
  const row = (name: string, amount: Amount | null, of: number | null) => [
    name,
    ...[amount?.amount, amount?.low, amount?.high].map((one) => (one === undefined ? null : one / unit)),
    of,
    currency,
  ];
  return {
    columns: [say.csv.figure, say.csv.value, csvLow(say.csv.value), csvHigh(say.csv.value), say.csv.of, say.currency],
    rows: [
      row(say.perHit, perHit, perHit?.of ?? null),
      row(say.perTrial, perTrial, perTrial?.of ?? null),
      row(say.lifetime, lifetime, null),
    ],
  };
}
