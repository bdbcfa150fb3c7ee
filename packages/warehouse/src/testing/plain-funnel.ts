import type { IssueId, ReaderEvent, ReaderId } from '@readout/events';
import type { Funnel, FunnelPart, FunnelSteps, TimeTaken } from '../funnels.ts';

const isPerson = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';
const bySomebody = (event: ReaderEvent) => event.verdict === 'none' || isPerson(event);
const inTime = (one: ReaderEvent, other: ReaderEvent) => one.time - other.time;
const people = (some: readonly ReaderEvent[]) => new Set(some.flatMap(({ reader }) => reader ?? []));

interface Query {
  readonly issues: readonly IssueId[];
  readonly from: number;
  readonly windowMs: number;
  readonly part?: FunnelPart;
}

/** The funnel, counted person by person. @param settled those whose verdict stays @param counting all of them */
export function plainFunnel(settled: readonly ReaderEvent[], counting: readonly ReaderEvent[], query: Query): Funnel {
  const { issues, part } = query;
  const hits = counting.filter(
    (one) =>
      one.kind === 'paywall_hit' &&
      bySomebody(one) &&
      one.reader !== null &&
      one.issue !== null &&
      issues.includes(one.issue),
  );
  const { payers, ...steps } = walked(counting, hits, query);
  const { delivered, readers } = reached(settled, issues);
  return {
    delivered,
    readers,
    tookBefore: beforeTheWall(settled, hits, issues),
    ...steps,
    payers,
    parts: part === undefined ? null : parts(settled, counting, hits, { ...query, part }),
  };
}

/** Of these issues. */
function reached(settled: readonly ReaderEvent[], issues: readonly IssueId[]) {
  const delivered = new Set<ReaderId>();
  const readers = new Set<ReaderId>();
  for (const issue of issues) {
    const its = settled.filter((one) => one.issue === issue);
    const of = (kind: ReaderEvent['kind']) => people(its.filter((one) => one.kind === kind));
    const reported = of('delivered');
    const bounced = of('bounced');
    const accepted = reported.size > 0 ? reported : [...of('sent')].filter((reader) => !bounced.has(reader));
    for (const reader of accepted) delivered.add(reader);
    for (const reader of people(
      its.filter((one) => (one.kind === 'opened' || one.kind === 'clicked') && isPerson(one)),
    ))
      readers.add(reader);
  }
  return { delivered: delivered.size, readers: readers.size, deliveredTo: delivered, readBy: readers };
}

/** How far people came of these hits. */
function walked(
  counting: readonly ReaderEvent[],
  hits: readonly ReaderEvent[],
  { issues, from, windowMs }: Query,
): FunnelSteps & Pick<Funnel, 'payers'> {
  const waits = { offer: [] as number[], trial: [] as number[], payment: [] as number[] };
  const payers: [ReaderId, number][] = [];
  for (const reader of people(hits)) {
    const mine = counting.filter((one) => one.reader === reader).toSorted(inTime);
    const first = (kind: ReaderEvent['kind'], after: number, until: number) =>
      mine.find(
        (one) =>
          one.kind === kind &&
          one.time >= after &&
          one.time <= until &&
          (kind === 'offer_shown'
            ? bySomebody(one) && one.issue !== null && issues.includes(one.issue)
            : one.time >= from),
      );
    const tries = hits
      .filter((one) => one.reader === reader)
      .toSorted(inTime)
      .map((hit) => {
        const until = hit.time + windowMs;
        const trial = first('trial_started', hit.time - 999, until);
        return {
          hit,
          offer: first('offer_shown', hit.time - 999, until),
          trial,
          payment: trial && first('converted', trial.time, until),
        };
      });
    const level = (one: (typeof tries)[number]) => Number(one.trial !== undefined) + Number(one.payment !== undefined);
    const best = tries.toReversed().toSorted((one, other) => level(other) - level(one))[0];
    const offered = tries.find(({ offer }) => offer !== undefined);
    if (offered?.offer !== undefined) waits.offer.push(Math.max(0, offered.offer.time - offered.hit.time));
    if (best?.trial !== undefined) waits.trial.push(Math.max(0, best.trial.time - best.hit.time));
    if (best?.trial !== undefined && best.payment !== undefined) {
      waits.payment.push(best.payment.time - best.trial.time);
      payers.push([reader, best.payment.time]);
    }
  }
  return {
    paywallHits: people(hits).size,
    offersShown: waits.offer.length,
    trialsStarted: waits.trial.length,
    converted: waits.payment.length,
    took: { offer: quartiles(waits.offer), trial: quartiles(waits.trial), payment: quartiles(waits.payment) },
    payers,
  };
}

/** Person by person: the issue that they read first, and the one whose paywall they hit first. */
function beforeTheWall(settled: readonly ReaderEvent[], hits: readonly ReaderEvent[], issues: readonly IssueId[]) {
  const ofThese = settled.filter(({ issue }) => issue !== null && issues.includes(issue));
  const reading = ofThese.filter((one) => (one.kind === 'opened' || one.kind === 'clicked') && isPerson(one));
  const inIssue = (one: ReaderEvent, other: ReaderEvent) => inTime(one, other) || (one.issue ?? 0) - (other.issue ?? 0);
  const firstOf = (some: readonly ReaderEvent[]) => {
    const first = new Map<ReaderId, ReaderEvent>();
    for (const one of some.toSorted(inIssue)) {
      if (one.reader !== null && !first.has(one.reader)) first.set(one.reader, one);
    }
    return [...first.values()];
  };
  const waits = (some: readonly ReaderEvent[], before: (one: ReaderEvent) => number | undefined) =>
    quartiles(
      some.flatMap((one) => {
        const at = before(one);
        return at === undefined || at > one.time ? [] : [one.time - at];
      }),
    );
  const firstTime = (some: readonly ReaderEvent[], { reader, issue }: ReaderEvent) =>
    some.filter((one) => one.reader === reader && one.issue === issue).toSorted(inTime)[0]?.time;
  const of = (kind: ReaderEvent['kind']) => ofThese.filter((one) => one.kind === kind && one.reader !== null);
  return {
    read: waits(firstOf(reading), (one) => {
      if (of('delivered').some(({ issue }) => issue === one.issue)) return firstTime(of('delivered'), one);
      return firstTime(of('bounced'), one) === undefined ? firstTime(of('sent'), one) : undefined;
    }),
    paywallHit: waits(firstOf(hits), (one) => firstTime(reading, one)),
  };
}

/** The upper one where two are as near. */
function quartiles(values: readonly number[]): TimeTaken | null {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  return sorted.length === 0
    ? null
    : { people: sorted.length, quarterMs: at(0.25), medianMs: at(0.5), threeQuartersMs: at(0.75) };
}

function parts(
  settled: readonly ReaderEvent[],
  counting: readonly ReaderEvent[],
  hits: readonly ReaderEvent[],
  query: Query & { readonly part: FunnelPart },
): Funnel['parts'] {
  const { issues, part } = query;
  const segments = ['free', 'trial', 'premium'] as const;
  const sentTo = (segment: string) =>
    people(
      settled.filter(
        (one) => one.kind === 'sent' && one.segment === segment && one.issue !== null && issues.includes(one.issue),
      ),
    );
  const groupOf = (issue: IssueId | null) =>
    String(part.by === 'issue' && issue !== null ? part.groups[issues.indexOf(issue)] : 0);
  const nearby = (hit: ReaderEvent) =>
    counting.filter((one) => one.reader === hit.reader && one.issue === hit.issue && bySomebody(one));
  const keysOf = (hit: ReaderEvent): readonly string[] => {
    if (part.by === 'issue') return [groupOf(hit.issue)];
    if (part.by === 'audience')
      return [segments.find((segment) => hit.reader !== null && sentTo(segment).has(hit.reader)) ?? ''];
    if (part.by === 'offer') {
      const seen = nearby(hit).flatMap(({ kind, offer }) =>
        offer !== undefined && (kind === 'paywall_hit' || kind === 'offer_shown' || kind === 'viewed')
          ? [String(offer)]
          : [],
      );
      return seen.length === 0 ? ['0'] : [...new Set(seen)];
    }
    const first = hits.filter((one) => one.reader === hit.reader).toSorted(inTime)[0];
    if (first === undefined) return [];
    const around = nearby(first).toSorted(inTime);
    if (part.by === 'country')
      return [around.find(({ kind, country }) => kind === 'paywall_hit' && country)?.country ?? ''];
    if (part.by === 'client') {
      const clients = around.filter(({ kind }) => kind === 'paywall_hit');
      return [clients[0]?.fetch?.client ?? ''];
    }
    return [around.find(({ kind }) => kind === 'viewed')?.referrer ?? ''];
  };
  const keys = [...new Set(hits.flatMap(keysOf))];
  return keys
    .map((key) => {
      const { payers: _, ...steps } = walked(
        counting,
        hits.filter((hit) => keysOf(hit).includes(key)),
        query,
      );
      const whole = reached(settled, part.by === 'issue' ? issues.filter((issue) => groupOf(issue) === key) : issues);
      const among = (some: ReadonlySet<ReaderId>) => [...some].filter((reader) => sentTo(key).has(reader)).length;
      const known = part.by === 'issue' ? { delivered: whole.delivered, readers: whole.readers } : null;
      return {
        key,
        ...steps,
        ...(part.by === 'audience'
          ? { delivered: among(whole.deliveredTo), readers: among(whole.readBy) }
          : (known ?? { delivered: null, readers: null })),
      };
    })
    .sort((one, other) => other.paywallHits - one.paywallHits || (one.key < other.key ? -1 : 1));
}
