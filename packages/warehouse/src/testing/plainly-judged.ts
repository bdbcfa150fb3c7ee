import type { FetchVerdict, ReaderEvent } from '@readout/events';
import type { ClientFigures, DomainFigures, FetchCounts, JudgedEvent, VerdictRows } from '../warehouse.ts';

/** What the warehouse has to agree with, counted the plain way. All take the events of one issue. */
type Settled = (event: ReaderEvent) => boolean;

const isHuman = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';
const isMachine = ({ verdict }: ReaderEvent) => verdict === 'prefetched' || verdict === 'scanner';
const isFetch = ({ kind, verdict }: ReaderEvent) => (kind === 'opened' || kind === 'clicked') && verdict !== 'none';
const people = (events: readonly ReaderEvent[]) =>
  new Set(events.flatMap(({ reader }) => (reader === null ? [] : [reader])));

export function plainVerdicts(
  all: readonly ReaderEvent[],
  kind: 'opened' | 'clicked',
  link: number | null,
  isSettled: Settled,
): VerdictRows {
  const events = all.filter((one) => isFetch(one) && one.kind === kind && (link === null || one.link === link));
  const counted = (some: readonly ReaderEvent[]) => ({
    events: some.length,
    readers: people(some).size,
    settling: some.filter((one) => !isSettled(one)).length,
  });
  return {
    ...counted(events),
    verdicts: [...new Set(events.map(({ verdict }) => verdict as FetchVerdict))].map((verdict) => {
      const its = events.filter((one) => one.verdict === verdict);
      const reasons = new Map<string, number>();
      for (const name of its.flatMap((one) => one.reasons)) reasons.set(name, (reasons.get(name) ?? 0) + 1);
      return {
        verdict,
        ...counted(its),
        reasons: [...reasons]
          .map(([name, count]) => ({ name, events: count }))
          .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1)),
      };
    }),
  };
}

/** Of events whose origins are all different: newest first. */
export function plainlyJudged(all: readonly ReaderEvent[], isSettled: Settled): readonly JudgedEvent[] {
  const first = (reader: ReaderEvent['reader'], kind: 'sent' | 'delivered') =>
    reader === null
      ? null
      : (all
          .filter((one) => one.kind === kind && one.reader === reader)
          .map(({ time }) => time)
          .sort((a, b) => a - b)[0] ?? null);
  return all
    .filter(isFetch)
    .sort(
      (a, b) =>
        b.time - a.time ||
        b.origin.partition - a.origin.partition ||
        b.origin.collector - a.origin.collector ||
        b.origin.position - a.origin.position,
    )
    .map((event) => ({
      origin: event.origin,
      time: event.time,
      kind: event.kind as JudgedEvent['kind'],
      verdict: event.verdict as FetchVerdict,
      reasons: event.reasons,
      confidence: event.fetch?.confidence ?? null,
      client: event.fetch?.client ?? '',
      network: event.network ?? 'unknown',
      country: event.country ?? '',
      link: event.link,
      segment:
        all.find(({ kind, reader }) => kind === 'sent' && reader !== null && reader === event.reader)?.segment ??
        'none',
      isSettled: isSettled(event),
      sentAt: first(event.reader, 'sent'),
      deliveredAt: first(event.reader, 'delivered'),
    }));
}

function fetchCounts(all: readonly ReaderEvent[]): FetchCounts {
  const opens = (verdict: FetchVerdict) => all.filter((one) => one.kind === 'opened' && one.verdict === verdict).length;
  const clicks = all.filter(({ kind }) => kind === 'clicked');
  return {
    opensByVerdict: {
      human: opens('human'),
      proxied: opens('proxied'),
      prefetched: opens('prefetched'),
      scanner: opens('scanner'),
      unclear: opens('unclear'),
    },
    clicks: clicks.filter(isHuman).length,
    machineClicks: clicks.filter(isMachine).length,
    unclearClicks: clicks.filter(({ verdict }) => verdict === 'unclear').length,
    readers: people(all.filter((one) => isFetch(one) && isHuman(one))).size,
  };
}

/** By family, in no order of their own. */
export function plainClients(
  all: readonly ReaderEvent[],
  familyOf: (client: string) => string,
): readonly Omit<ClientFigures, 'label'>[] {
  const events = all.filter(isFetch);
  const family = (event: ReaderEvent) => familyOf(event.fetch?.client ?? '');
  return [...new Set(events.map(family))].map((one) => ({
    family: one,
    ...fetchCounts(events.filter((event) => family(event) === one)),
  }));
}

export function plainDomains(all: readonly ReaderEvent[], fewest: number): readonly DomainFigures[] {
  const of = (kind: ReaderEvent['kind']) => people(all.filter((event) => event.kind === kind));
  const [sent, reported, bounced] = [of('sent'), of('delivered'), of('bounced')];
  const delivered = reported.size > 0 ? reported : new Set([...sent].filter((reader) => !bounced.has(reader)));
  const domains = new Map<number, string>();
  const facts = all.filter(
    ({ kind, domain }) => (kind === 'sent' || kind === 'delivered' || kind === 'bounced') && domain !== undefined,
  );
  const earlier = (a: ReaderEvent, b: ReaderEvent) => a.time - b.time || ((a.domain ?? '') < (b.domain ?? '') ? -1 : 1);
  for (const { reader, domain } of facts.toSorted(earlier)) {
    if (reader !== null && !domains.has(reader)) domains.set(reader, domain ?? '');
  }
  const recipients = new Set([...sent, ...reported, ...bounced]);
  const sizes = new Map<string, number>();
  for (const reader of recipients) {
    const domain = domains.get(reader);
    if (domain !== undefined) sizes.set(domain, (sizes.get(domain) ?? 0) + 1);
  }
  const shown = (reader: number) => {
    const domain = domains.get(reader);
    return domain !== undefined && (sizes.get(domain) ?? 0) >= fewest ? domain : null;
  };
  const readers = people(all.filter((one) => isFetch(one) || recipients.has(one.reader ?? (0 as never))));
  return [...new Set([...readers].map(shown))].map((domain) => {
    const its = (some: ReadonlySet<number>) => [...some].filter((reader) => shown(reader) === domain);
    return {
      domain,
      recipients: its(recipients).length,
      known: its(recipients).filter((reader) => domains.has(reader)).length,
      delivered: its(delivered).length,
      bounced: its(bounced).length,
      ...fetchCounts(all.filter(({ reader }) => reader !== null && shown(reader) === domain)),
    };
  });
}
