import type { CurrencyRevenue } from '@readout/api-contract';
import { changeOfMrr, totalOf } from '../../../findings/revenue.ts';
import type { MoneyFormat } from '../../../format/money.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { Figure, Figures } from '../figure.tsx';
import { months as monthNames } from '../months.ts';
import { Term } from '../term.tsx';

/** What recurs now and how that changed; what was really paid stands beside it. */
export function Recurring({ revenue, money }: { revenue: CurrencyRevenue; money: MoneyFormat }) {
  const say = growthWords.revenue;
  const { mrr, subscriptions, months } = revenue;
  const stretch = say.inMonths(months.length, numbers.count(months.length));
  return (
    <section aria-label={say.mrr}>
      <Figures>
        <Figure lead figure="mrr" name={<Term of="mrr">{say.mrr}</Term>} value={money.exact(mrr)}>
          {changeSays(revenue, money)}
        </Figure>
        <Figure name={say.subscriptions} value={numbers.count(subscriptions)} figure="subscriptions">
          {subscriptions > 0 && say.each(money.exact(mrr / subscriptions))}
        </Figure>
        <Figure name={<Term of="paid">{say.paid}</Term>} value={money.exact(totalOf(months, 'paid'))}>
          {stretch}
        </Figure>
        <Figure name={<Term of="refunded">{say.refunded}</Term>} value={money.exact(totalOf(months, 'refunded'))}>
          {stretch}
        </Figure>
      </Figures>
    </section>
  );
}

function changeSays(revenue: CurrencyRevenue, money: MoneyFormat): string {
  const say = growthWords.revenue;
  const change = changeOfMrr(revenue);
  if (change === null) return say.firstMonth;
  const [amount, since] = [money.signed(change.amount), monthNames.long(change.since)];
  return change.rate === null ? say.sinceNothing(amount, since) : say.since(amount, numbers.change(change.rate), since);
}
