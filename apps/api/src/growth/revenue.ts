import type { CurrencyRevenue, RevenueView } from '@readout/api-contract';
import { UNKNOWN_CURRENCY } from '@readout/events';
import { kaplanMeier, mean, restrictedMean } from '@readout/statistics';
import type { Money, Subscription } from '@readout/warehouse';
import { lastMonths, MEAN_MONTH_MS, type Month } from './calendar-months.ts';
import { digitsOf } from './currency-digits.ts';
import type { NameOf } from './named.ts';
import { type Recurring, recurringAt, recurringOf } from './recurring.ts';

const NINETY_PERCENT = 0.9;
const Z = 1.644_853_626_951_472_2;
/** What a reader is worth is told for as long as so many have been watched, and for three years at most. */
const FEWEST_WATCHED = 10;
const MOST_MONTHS = 36;
const MOST_ISSUES = 20;

interface Context {
  readonly now: number;
  readonly timeZone: string;
  readonly months: number;
  /** People who hit the paywall in these months. */
  readonly hits: number;
  readonly issueNamed: NameOf;
}

interface Paying {
  readonly subscription: Subscription;
  readonly recurring: readonly Recurring[];
}

/** What subscriptions bring, currency by currency. */
export function revenueOf(subscriptions: readonly Subscription[], context: Context): RevenueView {
  const all = subscriptions.map((subscription) => ({ subscription, recurring: recurringOf(subscription) }));
  const currencies = new Set(subscriptions.flatMap(({ payments }) => payments.map(({ currency }) => currency)));
  currencies.delete(UNKNOWN_CURRENCY);
  return {
    asOf: new Date(context.now).toISOString(),
    currencies: [...currencies]
      .map((currency) =>
        ofCurrency(
          currency,
          all.filter((one) => currencyOf(one) === currency),
          context,
        ),
      )
      .sort((one, other) => other.subscriptions - one.subscriptions || (one.currency < other.currency ? -1 : 1)),
  };
}

/** Of a subscription that changed its currency, which a billing system does not allow: that of its first payment. */
function currencyOf({ subscription: { payments } }: Paying): string | undefined {
  return payments[0]?.currency;
}

function ofCurrency(currency: string, paying: readonly Paying[], context: Context): CurrencyRevenue {
  const { now, timeZone, issueNamed } = context;
  const months = lastMonths(now, timeZone, context.months);
  const from = months[0]?.from ?? now;
  const nets = paying.map(({ subscription }) => ({ subscription, net: netOf(subscription, from, now) }));
  const byIssue = new Map<number, { amount: number; subscriptions: number }>();
  for (const { subscription, net } of nets) {
    const its = byIssue.get(subscription.issue ?? 0) ?? { amount: 0, subscriptions: 0 };
    byIssue.set(subscription.issue ?? 0, { amount: its.amount + net, subscriptions: its.subscriptions + 1 });
  }
  const begun = nets.filter(({ subscription }) => subscription.begun >= from);
  const trials = begun.filter(({ subscription }) => subscription.trialFrom !== null);
  return {
    currency,
    digits: digitsOf(currency),
    mrr: sum(paying.map(({ recurring }) => recurringAt(recurring, now))),
    subscriptions: paying.filter(({ recurring }) => recurringAt(recurring, now) > 0).length,
    months: movements(paying, months, now),
    perHit: perPerson(
      begun.filter(({ subscription }) => subscription.touch !== 'none').map(({ net }) => net),
      context.hits,
    ),
    perTrial: perPerson(
      trials.map(({ net }) => net),
      trials.length,
    ),
    lifetime: lifetimeOf(paying, now),
    issues: [...byIssue]
      .flatMap(([issue, its]) => {
        const known = issueNamed(issue);
        return known === null ? [] : [{ issue: known.id, title: known.title, ...its }];
      })
      .sort((one, other) => other.amount - one.amount)
      .slice(0, MOST_ISSUES),
    unattributed: byIssue.get(0) ?? { amount: 0, subscriptions: 0 },
  };
}

/** What a person's subscriptions bring, month by month: a plan that is changed by a new subscription is no one new. */
function movements(paying: readonly Paying[], months: readonly Month[], now: number): CurrencyRevenue['months'] {
  const people = new Map<number, Recurring[][]>();
  for (const { subscription, recurring } of paying) {
    const its = people.get(subscription.person) ?? [];
    its.push([...recurring]);
    people.set(subscription.person, its);
  }
  const of = (its: readonly Recurring[][], at: number) => sum(its.map((one) => recurringAt(one, at)));
  const money = (moneys: readonly Money[], { from, to }: Month) =>
    sum(moneys.filter(({ at }) => at >= from && at < to).map(({ amount }) => amount));
  return months.map((month) => {
    const end = Math.min(month.to - 1, now);
    const moved = { new: 0, expansion: 0, reactivation: 0, contraction: 0, churn: 0 };
    let mrr = 0;
    for (const its of people.values()) {
      const [before, after] = [of(its, month.from - 1), of(its, end)];
      mrr += after;
      const change = after - before;
      if (change === 0) continue;
      const hasPaid = its.some((one) => one.some(({ at, perMonth }) => at < month.from && perMonth > 0));
      if (before === 0) moved[hasPaid ? 'reactivation' : 'new'] += change;
      else if (after === 0) moved.churn += change;
      else moved[change > 0 ? 'expansion' : 'contraction'] += change;
    }
    return {
      month: month.name,
      mrr,
      ...moved,
      paid: sum(paying.map(({ subscription }) => money(subscription.payments, month))),
      refunded: sum(paying.map(({ subscription }) => money(subscription.refunds, month))),
      subscriptions: paying.filter(({ recurring }) => recurringAt(recurring, end) > 0).length,
    };
  });
}

/** Paid less refunded, in the smallest unit. */
function netOf({ payments, refunds }: Subscription, from: number, to: number): number {
  const within = (moneys: readonly Money[]) =>
    sum(moneys.filter(({ at }) => at >= from && at <= to).map(({ amount }) => amount));
  return within(payments) - within(refunds);
}

/** Over so many people, of whom most paid nothing. The interval is the normal one. */
function perPerson(amounts: readonly number[], of: number): CurrencyRevenue['perHit'] {
  if (of < 1) return null;
  const amount = sum(amounts) / of;
  const squares = sum(amounts.map((one) => (one - amount) ** 2)) + Math.max(0, of - amounts.length) * amount ** 2;
  const around = of < 2 ? 0 : Z * Math.sqrt(squares / (of - 1) / of);
  return { amount, of, low: Math.max(0, amount - around), high: amount + around };
}

/**
 * What a paying reader brings from the first payment on: how many months are paid for on average (the area under the
 * Kaplan–Meier curve) times what they pay a month. No further than enough of them have been watched.
 */
function lifetimeOf(paying: readonly Paying[], now: number): CurrencyRevenue['lifetime'] {
  const watched = paying.flatMap(({ subscription: { payments, ended }, recurring }) => {
    const [paid] = payments;
    const [first] = recurring;
    if (paid === undefined || first === undefined) return [];
    const until = ended !== null && ended <= now ? ended : now;
    const months = Math.max(0, (until - paid.at) / MEAN_MONTH_MS);
    return [
      {
        time: months,
        happened: ended !== null && ended <= now,
        known: (now - paid.at) / MEAN_MONTH_MS,
        perMonth: first.perMonth,
      },
    ];
  });
  const longest = watched.map(({ known }) => known).sort((one, other) => other - one)[FEWEST_WATCHED - 1];
  const months = Math.min(MOST_MONTHS, Math.floor(longest ?? 0));
  if (months < 1) return null;
  const paidFor = restrictedMean(kaplanMeier(watched, NINETY_PERCENT), months);
  if (paidFor === null) return null;
  const perMonth = mean(watched.map((one) => one.perMonth));
  return { months, amount: paidFor.mean * perMonth, low: paidFor.low * perMonth, high: paidFor.high * perMonth };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
