import type { Subscription } from '@readout/warehouse';

/** What a subscription brings per month, from a moment on. */
export interface Recurring {
  /** UTC, milliseconds. */
  readonly at: number;
  /** In the currency's smallest unit; a fraction where it is paid yearly. */
  readonly perMonth: number;
  readonly currency: string;
}

/**
 * What a subscription brought per month, and since when, in the order of time: nothing before its first payment and after its end, its price
 * over the months that it is for while it is paid for or a payment is being tried again.
 */
export function recurringOf({ standings, payments: [paid], ended }: Subscription): readonly Recurring[] {
  if (paid === undefined) return [];
  const priced = standings.filter(({ price }) => price !== null);
  const before = priced.findLast(({ at }) => at <= paid.at) ?? priced[0];
  if (before?.price == null) return [];
  const points: Recurring[] = [{ at: paid.at, ...monthly(before.price) }];
  for (const { at, status, price } of standings) {
    if (at <= paid.at || (ended !== null && at >= ended)) continue;
    const pays = status === 'active' || status === 'past_due';
    const last = points.at(-1);
    const next = price === null ? { perMonth: 0, currency: last?.currency ?? '' } : monthly(price);
    if (pays && price === null) continue;
    points.push({ at, ...next, ...(pays ? {} : { perMonth: 0 }) });
  }
  if (ended !== null && ended >= paid.at)
    points.push({ at: ended, perMonth: 0, currency: points.at(-1)?.currency ?? '' });
  return points;
}

/** What it brings at a moment; 0: nothing. */
export function recurringAt(points: readonly Recurring[], at: number): number {
  return points.findLast((point) => point.at <= at)?.perMonth ?? 0;
}

function monthly({
  amount,
  currency,
  months,
}: {
  readonly amount: number;
  readonly currency: string;
  readonly months: number;
}) {
  return { perMonth: amount / months, currency };
}
