import type { CohortsView } from '@readout/api-contract';
import { kaplanMeier, survivalAt } from '@readout/statistics';
import type { Subscription } from '@readout/warehouse';
import { MEAN_MONTH_MS, monthOf } from './calendar-months.ts';
import type { NameOf } from './named.ts';

const BAND = 0.95;
const MOST_MONTHS = 24;
const MOST_COHORTS = 36;

type By = CohortsView['by'];
interface Context {
  readonly now: number;
  readonly timeZone: string;
  readonly by: By;
  readonly issueNamed: NameOf;
  readonly offerNamed: NameOf;
}

interface Payer {
  readonly subscription: Subscription;
  readonly paidAt: number;
}

/** How many of those who began to pay still pay, by months since. */
export function cohortsOf(subscriptions: readonly Subscription[], context: Context): CohortsView {
  const { now, by } = context;
  const payers = subscriptions.flatMap((subscription): Payer[] => {
    const paidAt = subscription.payments[0]?.at;
    return paidAt === undefined || paidAt > now ? [] : [{ subscription, paidAt }];
  });
  const cohorts = new Map<string | null, { title: string | null; payers: Payer[] }>();
  for (const payer of payers) {
    const { key, title } = cohortOf(payer, context);
    const its = cohorts.get(key) ?? { title, payers: [] };
    its.payers.push(payer);
    cohorts.set(key, its);
  }
  const all = [...cohorts].map(([key, { title, payers: its }]) => ({
    key,
    title,
    payers: its.length,
    months: retention(its, now),
  }));
  return {
    asOf: new Date(now).toISOString(),
    by,
    cohorts:
      by === 'month'
        ? all.sort((one, other) => ((one.key ?? '') < (other.key ?? '') ? -1 : 1)).slice(-MOST_COHORTS)
        : all.sort((one, other) => other.payers - one.payers).slice(0, MOST_COHORTS),
    all: retention(payers, now),
  };
}

function cohortOf({ subscription: { offer, issue }, paidAt }: Payer, context: Context) {
  if (context.by === 'month') return { key: monthOf(paidAt, context.timeZone), title: null };
  const named = context.by === 'offer' ? context.offerNamed(offer ?? 0) : context.issueNamed(issue ?? 0);
  return { key: named?.id ?? null, title: named?.title ?? null };
}

function retention(payers: readonly Payer[], now: number): CohortsView['all'] {
  const watched = payers.map(({ subscription: { ended }, paidAt }) => {
    const happened = ended !== null && ended <= now;
    return {
      time: Math.max(0, ((happened ? ended : now) - paidAt) / MEAN_MONTH_MS),
      happened,
      known: (now - paidAt) / MEAN_MONTH_MS,
    };
  });
  const curve = kaplanMeier(watched, BAND);
  const longest = Math.max(-1, ...watched.map(({ known }) => known));
  const months = Math.min(MOST_MONTHS, Math.floor(longest));
  return Array.from({ length: months + 1 }, (_, month) => {
    const { survival = 0, low = 0, high = 0 } = survivalAt(curve, month) ?? {};
    return { month, of: watched.filter(({ known }) => known >= month).length, rate: survival, low, high };
  });
}
