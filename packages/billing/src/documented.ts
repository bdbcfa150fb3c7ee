import type { DocumentedStatement } from '@readout/api-contract';
import { monthsOf } from './interval.ts';
import type { Stated, StatedFact } from './stated.ts';

/** What one statement in the shape of docs/billing.md says. */
export function statedBy(it: DocumentedStatement): readonly Stated[] {
  const whose = {
    subscription: it.subscription ?? undefined,
    customer: it.customer ?? undefined,
    token: it.token ?? undefined,
    reader: it.reader ?? undefined,
    issue: it.issue ?? undefined,
    offer: it.offer ?? undefined,
  };
  return factsOf(it).map((says) => ({ time: it.time, ...whose, says }));
}

function factsOf({ standing, payment, failure, refund }: DocumentedStatement): readonly StatedFact[] {
  if (standing !== undefined) return [standingOf(standing)];
  if (payment !== undefined) return [{ what: 'payment', ...payment }];
  if (failure !== undefined) return [{ what: 'failure', ...failure }];
  if (refund === undefined) return [{ what: 'identity' }];
  const { payment: of, ...rest } = refund;
  if (!of) return [{ what: 'refund', ...rest }];
  // Here a payment goes by one name only, under which it is given back as well.
  return [
    { what: 'charge', id: of, payment: of },
    { what: 'refund', ...rest, charge: of },
  ];
}

function standingOf(it: NonNullable<DocumentedStatement['standing']>): StatedFact {
  const { status, startedAt, trialFrom, trialTo, cancelledAt, endedAt, plan, interval, intervalCount } = it;
  return {
    what: 'standing',
    status,
    startedAt,
    trialFrom: trialTo === null ? null : (trialFrom ?? startedAt),
    trialTo,
    cancelledAt,
    endedAt,
    plan,
    price: it.price ?? null,
    currency: it.currency ?? null,
    months: interval ? monthsOf(interval, intervalCount) : null,
  };
}
