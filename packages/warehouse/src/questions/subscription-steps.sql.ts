import type { EventKind } from '@readout/events';
import { unsigned, unsignedArray } from '../literal.ts';
import { EVENT_COLUMNS } from '../schema/0001-events-and-figures.sql.ts';
import { text } from '../schema/table.ts';
import type { Attribution } from '../subscriptions.ts';
import type { Asked } from './arrivals.sql.ts';
import { attributedLives } from './attribution.sql.ts';

/** What a subscription comes to, step by step. */
export const SUBSCRIPTION_KINDS = [
  'trial_started',
  'trial_cancelled',
  'trial_expired',
  'converted',
  'renewed',
  'payment_failed',
  'refunded',
  'cancelled',
] as const satisfies readonly EventKind[];

export function isStepOfSubscription(kind: EventKind): boolean {
  return (SUBSCRIPTION_KINDS as readonly EventKind[]).includes(kind);
}

/**
 * The kinds of a subscription's steps, each with its moment. A trial that was called off may still be paid for; one that was not, and ended unpaid, has run out.
 * The first payment converts, whether or not there was a trial.
 */
const STEPS = `arrayConcat(
  if(trial_from > 0, [('trial_started', trial_from)], []),
  if(trial_from > 0 AND cancelled > 0 AND cancelled < trial_to AND first_paid = 0, [('trial_cancelled', cancelled)], []),
  if(trial_from > 0 AND ended > 0 AND first_paid = 0 AND NOT (cancelled > 0 AND cancelled < trial_to), [('trial_expired', ended)], []),
  arrayMap((x, at) -> (if(at = 1, 'converted', 'renewed'), x.2), payments, arrayEnumerate(payments)),
  arrayMap(x -> ('payment_failed', x.2), failures),
  arrayMap(x -> ('refunded', x.2), refunds),
  if(first_paid > 0 AND ended > 0, [('cancelled', ended)], [])
)`;

/**
 * What subscriptions came to, as if those were events: a subquery with the columns given and `is_settled` (1). The issue
 * is the one that the subscription is attributed to.
 */
export function subscriptionSteps(
  asked: Asked,
  attribution: Attribution,
  kinds: readonly EventKind[],
  columns: readonly string[],
): string {
  const { publication, issues } = asked;
  const known: Readonly<Record<string, string>> = {
    publication: `toUInt32(${unsigned(publication)})`,
    time: `fromUnixTimestamp64Milli(toInt64(step.2), 'UTC')`,
    kind: 'step.1',
    reader: 'a.reader',
    issue: 'a.issue',
    section: 'a.section',
    link: 'a.link',
    offer: 'a.offer',
    source: text('webhook'),
  };
  const selected = columns.map((name) => {
    const type = EVENT_COLUMNS.find((column) => column.name === name)?.type;
    if (type === undefined) throw new Error(`events have no column ${name}`);
    const value = known[name];
    return `${value === undefined ? `defaultValueOfTypeName(${text(type)})` : `CAST(${value}, ${text(type)})`} AS ${name}`;
  });
  const wanted = kinds.filter(isStepOfSubscription);
  const within = issues === null ? '' : ` AND a.issue IN ${unsignedArray(issues)}`;
  return `(
    SELECT ${selected.join(', ')}, 1 AS is_settled
    FROM (${attributedLives(asked, attribution)}) AS a
    ARRAY JOIN ${STEPS} AS step
    WHERE step.1 IN (${wanted.map(text).join(', ')})${within}
  )`;
}
