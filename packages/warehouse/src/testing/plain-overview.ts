import type { ReaderEvent } from '@readout/events';
import type {
  DomainOpenings,
  OverDays,
  PayingReaders,
  PayingReadersQuery,
  PeopleOverDays,
  StepsOverDays,
} from '../at-a-glance.ts';

const isPerson = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';
const isFetch = ({ kind }: ReaderEvent) => kind === 'opened' || kind === 'clicked';

/** Somebody of each event, without those that are nobody's; each of them over the two stretches. */
function people(events: readonly ReaderEvent[], over: OverDays, who: (event: ReaderEvent) => string): PeopleOverDays {
  const between = (from: number, to: number) =>
    new Set(events.filter(({ reader, time }) => reader !== null && time >= from && time < to).map(who));
  const now = between(over.days[0] ?? over.to, over.to);
  const before = between(over.before.days[0] ?? over.before.to, over.before.to);
  return {
    now: now.size,
    before: before.size,
    both: [...now].filter((one) => before.has(one)).length,
    byDay: over.days.map((day, at) => between(day, over.days[at + 1] ?? over.to).size),
  };
}

export function plainReaders(events: readonly ReaderEvent[], over: OverDays): PeopleOverDays {
  const readings = events.filter((one) => one.issue !== null && isFetch(one) && isPerson(one));
  return people(readings, over, ({ reader }) => `${reader}`);
}

export function plainSteps(events: readonly ReaderEvent[], over: OverDays): StepsOverDays {
  const of = (kind: ReaderEvent['kind']) => events.filter((one) => one.kind === kind);
  const clicks = of('clicked').filter(isPerson);
  const hits = of('paywall_hit').filter((one) => one.issue !== null && (one.verdict === 'none' || isPerson(one)));
  const within = (from: number, to: number) => clicks.filter(({ time }) => time >= from && time < to).length;
  const somebody = ({ reader }: ReaderEvent) => `${reader}`;
  return {
    clicks: {
      beforeByDay: over.before.days.map((day, at) => within(day, over.before.days[at + 1] ?? over.before.to)),
      byDay: over.days.map((day, at) => within(day, over.days[at + 1] ?? over.to)),
    },
    clickers: people(clicks, over, somebody),
    paywallHits: people(hits, over, ({ reader, issue }) => `${reader} ${issue}`),
    trialsStarted: people(of('trial_started'), over, somebody),
    converted: people(of('converted'), over, somebody),
  };
}

/** Reader by reader: what their subscription did last before the moment or, where it did nothing, what they got. */
export function plainPaying(
  events: readonly ReaderEvent[],
  { moments, issues }: Pick<PayingReadersQuery, 'moments' | 'issues'>,
): PayingReaders {
  const steps = ['converted', 'renewed', 'cancelled', 'refunded', 'trial_expired'];
  const pays = (one: ReaderEvent) => (['converted', 'renewed'].includes(one.kind) ? 1 : 0);
  const readers = [...new Set(events.flatMap(({ reader }) => reader ?? []))];
  const premiumOf = (issue: number) =>
    events.flatMap((one) =>
      one.kind === 'sent' && one.issue === issue && one.segment === 'premium' ? (one.reader ?? []) : [],
    );
  const payingAt = (time: number) => {
    const lastOf = (reader: number) =>
      events
        .filter((one) => one.reader === reader && steps.includes(one.kind) && one.time < time)
        // At the same moment a payment comes last.
        .toSorted((a, b) => a.time - b.time || pays(a) - pays(b))
        .at(-1);
    const last = issues
      .filter(({ id, sentAt }) => sentAt < time && premiumOf(id).length > 0)
      .toSorted((a, b) => a.sentAt - b.sentAt)
      .at(-1);
    const premium = last === undefined ? [] : premiumOf(last.id);
    const byEvents = readers.filter((one) => ['converted', 'renewed'].includes(lastOf(one)?.kind ?? ''));
    const byRecipients = readers.filter((one) => lastOf(one) === undefined && premium.includes(one));
    return { byEvents, byRecipients };
  };
  const at = moments.map(payingAt);
  const all = (found: (typeof at)[number] | undefined) => [...(found?.byEvents ?? []), ...(found?.byRecipients ?? [])];
  const last = new Set(all(at.at(-1)));
  return {
    at: at.map(({ byEvents, byRecipients }) => ({ byEvents: byEvents.length, byRecipients: byRecipients.length })),
    both: all(at[0]).filter((one) => last.has(one)).length,
  };
}

/** Of each domain that something was sent to, in the alphabet's order. */
export function plainOpenings(
  events: readonly ReaderEvent[],
  latest: readonly number[],
  before: readonly number[],
): DomainOpenings[] {
  const mine = events.filter(({ reader }) => reader !== null);
  const who = (some: readonly ReaderEvent[]) => new Set(some.map(({ reader }) => reader));
  const domains = [...new Set(mine.filter(({ kind }) => kind === 'sent').map(({ domain = '' }) => domain))].toSorted();
  const count = (domain: string, issues: readonly number[], areReaders: boolean) =>
    issues
      .map((issue) => {
        const its = mine.filter((one) => one.issue === issue);
        const sent = its.filter(({ kind }) => kind === 'sent');
        const reported = who(its.filter(({ kind }) => kind === 'delivered'));
        const bounced = who(its.filter(({ kind }) => kind === 'bounced'));
        const readers = who(its.filter((one) => isFetch(one) && isPerson(one)));
        return [...who(sent.filter((one) => one.domain === domain))].filter(
          (one) => (reported.size > 0 ? reported.has(one) : !bounced.has(one)) && (!areReaders || readers.has(one)),
        ).length;
      })
      .reduce((sum, one) => sum + one, 0);
  return domains
    .filter((domain) =>
      mine.some((one) => one.kind === 'sent' && one.domain === domain && latest.includes(one.issue ?? 0)),
    )
    .map((domain) => ({
      domain,
      latestDelivered: count(domain, latest, false),
      latestReaders: count(domain, latest, true),
      beforeDelivered: count(domain, before, false),
      beforeReaders: count(domain, before, true),
    }));
}
