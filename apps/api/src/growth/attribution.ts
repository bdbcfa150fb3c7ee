import type { AttributionView } from '@readout/api-contract';
import type { Subscription, Touch } from '@readout/warehouse';
import type { NameOf } from './named.ts';

const MOST = 50;
const TOUCHES: readonly Touch[] = ['paywall_hit', 'call_to_action', 'clicked', 'viewed', 'told', 'none'];

interface Context {
  readonly from: number;
  readonly to: number;
  readonly windowDays: number;
  readonly issueNamed: NameOf;
  readonly sectionNamed: NameOf;
  readonly offerNamed: NameOf;
  readonly linkNamed: NameOf;
}

/** What led to the subscriptions that began in a stretch of time. What nothing led to stands by itself, and is not spread. */
export function attributionOf(subscriptions: readonly Subscription[], context: Context): AttributionView {
  const { from, to, windowDays, issueNamed, sectionNamed, offerNamed, linkNamed } = context;
  const begun = begunIn(subscriptions, context);
  const by = (
    of: (one: Subscription) => number | null,
    named: NameOf,
    first: (one: Subscription) => number | null = of,
  ) => {
    const keys = [...new Set(begun.flatMap((one) => [of(one) ?? 0, first(one) ?? 0]))];
    return keys
      .map((key) => {
        const last = begun.filter((one) => (of(one) ?? 0) === key);
        return {
          key: named(key)?.id ?? null,
          title: named(key)?.title ?? null,
          last: last.length,
          first: begun.filter((one) => (first(one) ?? 0) === key).length,
          converted: last.filter(hasPaid).length,
        };
      })
      .sort((one, other) => other.last - one.last || other.first - one.first)
      .slice(0, MOST);
  };
  const withoutFirst = (rows: ReturnType<typeof by>) => rows.map(({ first: _, ...row }) => row);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    windowDays,
    subscriptions: begun.length,
    attributed: begun.filter(({ touch }) => touch !== 'none').length,
    issues: by(
      ({ issue }) => issue,
      issueNamed,
      ({ firstIssue }) => firstIssue,
    ),
    sections: withoutFirst(by(({ section }) => section, sectionNamed)),
    offers: withoutFirst(by(({ offer }) => offer, offerNamed)),
    links: withoutFirst(by(({ link }) => link, linkNamed)),
    touches: TOUCHES.map((touch) => {
      const its = begun.filter((one) => one.touch === touch);
      return { touch, last: its.length, converted: its.filter(hasPaid).length };
    }),
  };
}

/** Those that began in it; times in UTC milliseconds, both included. */
export function begunIn(
  subscriptions: readonly Subscription[],
  { from, to }: Pick<Context, 'from' | 'to'>,
): readonly Subscription[] {
  return subscriptions.filter(({ begun }) => begun >= from && begun <= to);
}

function hasPaid({ payments }: Subscription): boolean {
  return payments.length > 0;
}
