import type { CurrencyRevenue, RevenueView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { revenueQuery } from '../../../api/growth-queries.ts';
import { currencyOf } from '../../../findings/revenue.ts';
import { moneyFormat } from '../../../format/money.ts';
import { locale, numbers } from '../../../format/viewer.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { GrowthPage } from '../growth-page.tsx';
import { REVENUE_MONTHS, revenueSearch, USUAL_REVENUE_MONTHS } from '../growth-search.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { OneOf, OneOfMany } from '../one-of.tsx';
import { ByIssue } from './by-issue.tsx';
import { Movements } from './movements.tsx';
import { Recurring } from './recurring.tsx';
import { Worth } from './worth.tsx';

const route = getRouteApi('/signed-in/p/$publication/growth/revenue');

/** What paying readers bring; each currency by itself. */
export function RevenuePage() {
  const publication = usePublication();
  const search = route.useSearch();
  const { months = USUAL_REVENUE_MONTHS } = search;
  const navigate = useNavigate({ from: '/p/$publication/growth/revenue' });
  const change = (changed: Record<string, unknown>) =>
    void navigate({ search: revenueSearch({ ...search, ...changed }), replace: true, resetScroll: false });
  const view = useQuery(revenueQuery(publication.id, months));
  const say = growthWords.revenue;
  const currencies = view.data?.currencies ?? [];
  const chosen = currencyOf(currencies, search.currency);
  return (
    <GrowthPage
      title={say.title}
      says={say.says}
      failed={say.loadFailed}
      height={1100}
      view={view}
      choices={
        <>
          {currencies.length > 1 && chosen !== undefined && (
            <OneOfMany
              label={say.currency}
              value={chosen.currency}
              choices={currencies.map(({ currency }) => ({ value: currency, label: currency }))}
              onChoose={(currency) => change({ currency })}
            />
          )}
          <OneOf
            label={say.months}
            value={months}
            choices={REVENUE_MONTHS.map((value) => ({ value, label: numbers.count(value) }))}
            onChoose={(value) => change({ months: value })}
          />
        </>
      }
    >
      {(revenue: RevenueView) =>
        chosen === undefined || revenue.currencies.length === 0 ? (
          <NothingYet title={say.emptyTitle} says={say.empty} />
        ) : (
          <InOneCurrency key={chosen.currency} revenue={chosen} />
        )
      }
    </GrowthPage>
  );
}

function InOneCurrency({ revenue }: { revenue: CurrencyRevenue }) {
  const { currency, digits } = revenue;
  const money = useMemo(() => moneyFormat({ currency, digits }, locale), [currency, digits]);
  return (
    <>
      <Recurring revenue={revenue} money={money} />
      <Movements revenue={revenue} money={money} />
      <Worth revenue={revenue} money={money} />
      <ByIssue revenue={revenue} money={money} />
    </>
  );
}
