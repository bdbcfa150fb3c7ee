import type { EventKind, IssueId, LinkId, OfferId, ReaderEvent, ReaderId } from '@readout/events';
import { SUBSCRIPTION_STATUSES } from '@readout/events';
import type { Attribution, BillingStatement, Money, Subscription } from '../subscriptions.ts';

type Standing = Extract<BillingStatement['says'], { what: 'standing' }>;
const compare = (one: number | string, other: number | string) => (one < other ? -1 : Number(one > other));

/** By each of these in turn. */
const by =
  <T>(...keys: ((of: T) => number | string)[]) =>
  (one: T, other: T): number =>
    keys.reduce((order, key) => order || compare(key(one), key(other)), 0);

const statusNumber = (status: string) => (SUBSCRIPTION_STATUSES as readonly string[]).indexOf(status) + 1;
const hasPrice = ({ price, currency, months }: Standing) => price !== null && currency !== null && months !== null;

/** The same subscriptions, statement by statement. Whose a stranger's is it does not know: `person` is 0 there. */
export function plainSubscriptions(
  statements: readonly BillingStatement[],
  events: readonly ReaderEvent[],
  attribution: Attribution,
): readonly Subscription[] {
  const names = new Set(
    statements.flatMap(({ system, subscription }) => (subscription === null ? [] : `${system} ${subscription}`)),
  );
  return [...names]
    .flatMap((name) => {
      const its = statements.filter((one) => namesOf(one, statements).includes(name));
      return lifeOf(its, statements, events, attribution) ?? [];
    })
    .sort(
      by(
        (one) => one.begun,
        ({ system }) => (system === 'stripe' ? 1 : 2),
        ({ subscription }) => subscription,
      ),
    );
}

/** Which subscriptions a statement is of: a refund may name a charge, which paid a payment. */
function namesOf(
  { system, subscription, says }: BillingStatement,
  all: readonly BillingStatement[],
): readonly string[] {
  if (subscription !== null) return [`${system} ${subscription}`];
  if (says.what !== 'refund' || says.charge === undefined) return [];
  const mine = all.filter((one) => one.system === system);
  const payments = mine.flatMap((one) =>
    one.says.what === 'charge' && one.says.id === says.charge ? [one.says.payment] : [],
  );
  return mine.flatMap((one) =>
    one.says.what === 'payment' && one.subscription !== null && payments.includes(one.says.id)
      ? [`${system} ${one.subscription}`]
      : [],
  );
}

function lifeOf(
  its: readonly BillingStatement[],
  all: readonly BillingStatement[],
  events: readonly ReaderEvent[],
  { windowMs, callsToAction }: Attribution,
): Subscription | null {
  const [first] = its;
  if (first === undefined) return null;
  const { system } = first;
  const subscription = its.find((one) => one.subscription !== null)?.subscription ?? null;
  const standings = its
    .flatMap(({ time, says }) => (says.what === 'standing' ? [{ time, ...says }] : []))
    .sort(
      by(
        ({ time }) => time,
        ({ status }) => statusNumber(status),
        ({ trialFrom }) => trialFrom ?? 0,
        ({ trialTo }) => trialTo ?? 0,
        ({ startedAt }) => startedAt,
        ({ cancelledAt }) => cancelledAt ?? 0,
        ({ endedAt }) => endedAt ?? 0,
        (one) => (hasPrice(one) ? (one.price ?? 0) : 0),
        (one) => (hasPrice(one) ? (one.currency ?? '') : ''),
        (one) => (hasPrice(one) ? (one.months ?? 0) : 0),
        ({ plan }) => plan,
      ),
    )
    .filter((one, at, among) => JSON.stringify(one) !== JSON.stringify(among[at - 1]));
  const money = (what: 'payment' | 'failure' | 'refund') => {
    const stated = its
      .flatMap(({ time, says }) =>
        says.what === what ? [{ at: time, isDisputed: says.what === 'refund' && says.disputed, ...says }] : [],
      )
      .sort(
        by(
          ({ id }) => id,
          ({ at }) => at,
          ({ amount }) => amount,
          ({ currency }) => currency,
          ({ isDisputed }) => Number(isDisputed),
        ),
      );
    return stated
      .filter(({ id }, at) => id !== stated[what === 'refund' ? at + 1 : at - 1]?.id)
      .filter(({ amount }) => what !== 'refund' || amount > 0)
      .sort(
        by(
          ({ at }) => at,
          ({ id }) => id,
        ),
      );
  };
  const stripped = ({ at, amount, currency }: Money): Money => ({ at, amount, currency });
  const allPayments = money('payment');
  if (standings.length === 0 && allPayments.length === 0) return null;
  const payments = allPayments.filter(({ amount }) => amount > 0).map(stripped);
  const latest = standings.at(-1);
  const least = (values: readonly (number | null)[]) => {
    const some = values.filter((value): value is number => value !== null);
    return some.length === 0 ? null : Math.min(...some);
  };
  const trialFrom = least(standings.map((one) => one.trialFrom));
  const begun = trialFrom ?? least(standings.map(({ startedAt }) => startedAt)) ?? payments[0]?.at ?? 0;
  const customer = Math.max(0, ...its.map((one) => one.customer ?? 0));
  const ofCustomer = all.filter((one) => one.system === system && customer > 0 && one.customer === customer);
  const named = (some: readonly BillingStatement[]) =>
    some
      .filter(({ reader }) => reader !== null)
      .sort(
        by(
          ({ time }) => time,
          ({ reader }) => reader ?? 0,
        ),
      )
      .at(-1)?.reader ?? null;
  const person = named(its) ?? named(ofCustomer);
  const told = <Id extends number>(of: (statement: BillingStatement) => Id | null): Id | null => {
    const earliest = (some: readonly BillingStatement[]) =>
      some
        .filter((one) => of(one) !== null)
        .sort(
          by(
            ({ time }) => time,
            (one) => of(one) ?? 0,
          ),
        )[0];
    const found = earliest(its) ?? earliest(ofCustomer.filter((one) => one.subscription === null));
    return found === undefined ? null : of(found);
  };
  const toldIssue = told<IssueId>(({ issue }) => issue);

  const near = events
    .filter(
      ({ reader, time, verdict, issue }) =>
        person !== null &&
        reader === person &&
        issue !== null &&
        ['none', 'human', 'proxied'].includes(verdict) &&
        time < begun + 1_000 &&
        time + windowMs >= begun,
    )
    .sort(
      by<ReaderEvent>(
        ({ time }) => time,
        ({ kind }) => KINDS.indexOf(kind),
        ({ issue }) => issue ?? 0,
        ({ section }) => section ?? 0,
        ({ link }) => link ?? 0,
      ),
    );
  const touches = near.filter(
    ({ kind, link }) =>
      kind === 'paywall_hit' ||
      kind === 'call_to_action' ||
      kind === 'viewed' ||
      (kind === 'clicked' && link !== null && callsToAction.includes(link)),
  );
  const last = touches.at(-1);
  const offersSeen = near
    .filter(
      ({ kind, link, offer }) =>
        offer !== undefined &&
        KINDS.includes(kind) &&
        (kind !== 'clicked' || (link !== null && callsToAction.includes(link))),
    )
    .sort(
      by<ReaderEvent>(
        ({ time }) => time,
        ({ offer }) => offer ?? 0,
      ),
    );
  const issue = toldIssue ?? last?.issue ?? null;
  const isSeen = issue !== null && issue === last?.issue;
  return {
    system,
    subscription: subscription ?? 0,
    person: (person ?? 0) as ReaderId,
    isKnown: person !== null,
    issue,
    section: isSeen ? (last?.section ?? null) : null,
    link: isSeen ? ((last?.link ?? null) as LinkId | null) : null,
    touch: toldIssue !== null && !isSeen ? 'told' : ((last?.kind ?? 'none') as Subscription['touch']),
    offer: told<OfferId>(({ offer }) => offer) ?? offersSeen.at(-1)?.offer ?? null,
    firstIssue: touches[0]?.issue ?? toldIssue,
    begun,
    trialFrom,
    trialTo: trialFrom === null ? null : (standings.findLast(({ trialTo }) => trialTo !== null)?.trialTo ?? null),
    cancelled: latest?.cancelledAt ?? null,
    ended: latest?.status === 'ended' ? (latest.endedAt ?? latest.time) : null,
    status: latest?.status ?? null,
    payments,
    failures: money('failure').map(stripped),
    refunds: money('refund').map((one) => ({ ...stripped(one), isDisputed: one.isDisputed })),
    standings: standings.map((one) => ({
      at: one.time,
      status: one.status,
      price: hasPrice(one) ? { amount: one.price ?? 0, currency: one.currency ?? '', months: one.months ?? 0 } : null,
      plan: one.plan,
    })),
  };
}

/** In the order of their numbers. */
const KINDS: readonly EventKind[] = ['clicked', 'viewed', 'paywall_hit', 'offer_shown', 'call_to_action'];

/** What subscriptions came to, as the events that they stand for. */
export function plainSteps(subscriptions: readonly Subscription[], like: ReaderEvent): readonly ReaderEvent[] {
  return subscriptions.flatMap(
    ({ person, issue, section, link, offer, trialFrom, trialTo, cancelled, ended, payments, failures, refunds }) => {
      const steps: [EventKind, number][] = [];
      const isCalledOff = cancelled !== null && cancelled < (trialTo ?? 0);
      const [firstPayment, ...furtherPayments] = payments;
      if (trialFrom !== null) {
        steps.push(['trial_started', trialFrom]);
        if (firstPayment === undefined && isCalledOff) steps.push(['trial_cancelled', cancelled]);
        if (firstPayment === undefined && !isCalledOff && ended !== null) steps.push(['trial_expired', ended]);
      }
      if (firstPayment !== undefined) steps.push(['converted', firstPayment.at]);
      if (firstPayment !== undefined && ended !== null) steps.push(['cancelled', ended]);
      for (const { at } of furtherPayments) steps.push(['renewed', at]);
      for (const { at } of failures) steps.push(['payment_failed', at]);
      for (const { at } of refunds) steps.push(['refunded', at]);
      return steps.map(([kind, time]): ReaderEvent => {
        const { origin, publication } = like;
        return {
          origin,
          publication,
          kind,
          time,
          issue,
          section,
          link,
          ...(offer === null ? {} : { offer }),
          reader: person,
          segment: 'none',
          edition: 'none',
          source: 'webhook',
          verdict: 'none',
          reasons: [],
        };
      });
    },
  );
}
