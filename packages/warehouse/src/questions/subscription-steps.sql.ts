import type { EventKind } from '@readout/events';
import { unsigned, unsignedArray } from '../literal.ts';
import { EVENT_COLUMNS } from '../schema/0001-events-and-figures.sql.ts';
import { text } from '../schema/table.ts';
import type { Asked, Billed } from './arrivals.sql.ts';
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
type StepKind = (typeof SUBSCRIPTION_KINDS)[number];

export function isStepOfSubscription(kind: EventKind): kind is StepKind {
  return (SUBSCRIPTION_KINDS as readonly EventKind[]).includes(kind);
}

const IS_CALLED_OFF = 'cancelled > 0 AND cancelled < trial_to';
const once = (kind: StepKind, moment: string, condition: string) =>
  `if(${condition}, [(${text(kind)}, ${moment})], [])`;
const eachOf = (kind: StepKind, moments: string) => `arrayMap(x -> (${text(kind)}, x.2), ${moments})`;

/**
 * The moments of each kind of step. A trial that was called off may still be paid for; one that was not, and ended unpaid,
 * has run out. The first payment converts, whether or not there was a trial.
 */
const MOMENTS: Readonly<Record<StepKind, string>> = {
  trial_started: once('trial_started', 'trial_from', 'trial_from > 0'),
  trial_cancelled: once('trial_cancelled', 'cancelled', `trial_from > 0 AND first_paid = 0 AND ${IS_CALLED_OFF}`),
  trial_expired: once(
    'trial_expired',
    'ended',
    `trial_from > 0 AND first_paid = 0 AND ended > 0 AND NOT (${IS_CALLED_OFF})`,
  ),
  converted: once('converted', 'first_paid', 'first_paid > 0'),
  renewed: eachOf('renewed', 'arrayPopFront(payments)'),
  payment_failed: eachOf('payment_failed', 'failures'),
  refunded: eachOf('refunded', 'refunds'),
  cancelled: once('cancelled', 'ended', 'first_paid > 0 AND ended > 0'),
};

/**
 * What subscriptions came to, as if those were events: a subquery with the columns given and `is_settled` (1). The issue
 * is the one that the subscription is attributed to.
 */
export function subscriptionSteps(
  asked: Asked,
  attribution: Billed,
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
  const within = issues === null ? '' : ` WHERE a.issue IN ${unsignedArray(issues)}`;
  return `(
    SELECT ${selected.join(', ')}, 1 AS is_settled
    FROM (
      SELECT reader, issue, section, link, offer, arrayConcat(${wanted.map((kind) => MOMENTS[kind]).join(', ')}) AS steps
      FROM (${attributedLives(asked, attribution)})
    ) AS a
    ARRAY JOIN steps AS step${within}
  )`;
}
