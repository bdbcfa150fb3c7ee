import type { CurrencyRevenue } from '@readout/api-contract';
import { ratio } from '../format/numbers.ts';

type Month = CurrencyRevenue['months'][number];

/** What comes, the first nearest to zero, and what goes. */
export const GAINS = ['new', 'reactivation', 'expansion'] as const;
export const LOSSES = ['churn', 'contraction'] as const;
export const MOVES = [...GAINS, ...LOSSES] as const;
export type Move = (typeof MOVES)[number];

/** The currency that is asked for, where there is revenue in it; else the one with most subscriptions. */
export function currencyOf(
  currencies: readonly CurrencyRevenue[],
  asked: string | undefined,
): CurrencyRevenue | undefined {
  return currencies.find(({ currency }) => currency === asked) ?? currencies[0];
}

/** The change of recurring revenue since the end of the month before; null: there was none. */
export function changeOfMrr({
  mrr,
  months,
}: Pick<CurrencyRevenue, 'mrr' | 'months'>): { amount: number; rate: number | null; since: string } | null {
  const before = months.at(-2);
  if (before === undefined) return null;
  return { amount: mrr - before.mrr, rate: ratio(mrr - before.mrr, before.mrr), since: before.month };
}

export function gainedIn(month: Month): number {
  return GAINS.reduce((sum, move) => sum + month[move], 0);
}

/** At most 0. */
export function lostIn(month: Month): number {
  return LOSSES.reduce((sum, move) => sum + month[move], 0);
}

/** Over several months, of one kind of movement or of payments. */
export function totalOf(months: readonly Month[], what: Move | 'paid' | 'refunded'): number {
  return months.reduce((sum, month) => sum + month[what], 0);
}
