import {
  billingStatementRequest,
  billingStatementsRequest,
  type DocumentedStatement,
  readMoment,
} from '@readout/api-contract';
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
  return factsOf(it).map((says) => ({ time: timeOf(it.time), ...whose, says }));
}

/**
 * A body in the shape of docs/billing.md: one statement, or several as `{ "statements": […] }`.
 * @returns a sentence that names the first thing that is wrong, and where.
 */
export function readDocumented(json: unknown): readonly Stated[] | string {
  const areSeveral = typeof json === 'object' && json !== null && 'statements' in json;
  const parsed = areSeveral ? billingStatementsRequest.safeParse(json) : billingStatementRequest.safeParse(json);
  if (parsed.success) return ('statements' in parsed.data ? parsed.data.statements : [parsed.data]).flatMap(statedBy);
  const [first] = parsed.error.issues;
  return first === undefined ? 'Not a statement.' : `${first.path.join('.') || 'body'}: ${first.message}`;
}

function factsOf({ standing, payment, failure, refund }: DocumentedStatement): readonly StatedFact[] {
  if (standing !== undefined) return [standingOf(standing)];
  if (payment !== undefined) return [{ what: 'payment', ...payment, currency: payment.currency.toUpperCase() }];
  if (failure !== undefined) return [{ what: 'failure', ...failure, currency: failure.currency.toUpperCase() }];
  if (refund === undefined) return [{ what: 'identity' }];
  const { payment: of, ...given } = refund;
  const rest = { ...given, currency: given.currency.toUpperCase() };
  if (!of) return [{ what: 'refund', ...rest }];
  // Here a payment goes by one name only, under which it is given back as well.
  return [
    { what: 'charge', id: of, payment: of },
    { what: 'refund', ...rest, charge: of },
  ];
}

function standingOf(it: NonNullable<DocumentedStatement['standing']>): StatedFact {
  const { status, plan, interval, intervalCount } = it;
  const startedAt = timeOf(it.startedAt);
  const trialTo = timeOrNull(it.trialTo);
  return {
    what: 'standing',
    status,
    startedAt,
    trialFrom: trialTo === null ? null : (timeOrNull(it.trialFrom) ?? startedAt),
    trialTo,
    cancelledAt: timeOrNull(it.cancelledAt),
    endedAt: timeOrNull(it.endedAt),
    plan,
    price: it.price ?? null,
    currency: it.currency?.toUpperCase() ?? null,
    months: interval ? monthsOf(interval, intervalCount) : null,
  };
}

function timeOrNull(given: string | number | null | undefined): number | null {
  return given === null || given === undefined ? null : timeOf(given);
}

/** UTC, milliseconds, of a moment that was found to be one. */
function timeOf(given: string | number): number {
  const time = readMoment(given);
  if (typeof time === 'string') throw new Error(`not a moment: ${time}`);
  return time;
}
