import type { IssueId, ReaderEvent, ReaderId, SectionId } from '@readout/events';
import type { AudienceRows, PaywallOutcome, PeopleOf, PlaceReading, Tenure } from '../whole-issue.ts';

/** What the warehouse has to agree with, counted person by person. Written from docs/figures.md. */

const isPerson = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';
const isFetch = ({ kind }: ReaderEvent) => kind === 'opened' || kind === 'clicked';
const counts = (event: ReaderEvent) => event.verdict === 'none' || isPerson(event);
const peopleIn = (events: readonly ReaderEvent[]): readonly ReaderId[] => [
  ...new Set(events.flatMap(({ reader }) => (reader === null ? [] : [reader]))),
];

/** @param its Events of the issue. */
export function plainReading(
  its: readonly ReaderEvent[],
  sections: readonly SectionId[],
  behind: readonly SectionId[],
): readonly PlaceReading[] {
  const kinds = new Set(['viewed', 'section_read', 'paywall_hit']);
  const events = its.filter((one) => kinds.has(one.kind) && counts(one));
  const placeOf = ({ section }: ReaderEvent) => (section === null ? -1 : sections.indexOf(section));
  const ways = peopleIn(events).map((reader) => {
    const own = events.filter((one) => one.reader === reader);
    const reads = own.filter((one) => one.kind === 'section_read' && placeOf(one) >= 0);
    const firstHit = Math.min(...own.filter((one) => one.kind === 'paywall_hit').map(({ time }) => time));
    const before = reads.filter(({ time }) => time <= firstHit);
    return {
      places: new Set([-1, ...reads.map(placeOf)]),
      wentOn: reads.some(({ time, section }) => time > firstHit && section !== null && behind.includes(section)),
      deepest: Math.max(-1, ...reads.map(placeOf)),
      hitAt: firstHit === Number.POSITIVE_INFINITY ? null : Math.max(-1, ...before.map(placeOf)),
    };
  });
  return [-1, ...sections.keys()]
    .filter((place) => ways.some(({ places }) => places.has(place)))
    .map((place) => {
      const hit = ways.filter(({ hitAt }) => hitAt === place);
      const here = ways.filter(({ places }) => places.has(place));
      return {
        section: sections[place] ?? null,
        readers: here.length,
        deepest: here.filter(({ deepest }) => deepest === place).length,
        hits: hit.length,
        wentOn: hit.filter(({ wentOn }) => wentOn).length,
      };
    });
}

/** @param all Events of the publication. */
export function plainOutcome(all: readonly ReaderEvent[], issue: IssueId): PaywallOutcome {
  const its = all.filter((event) => event.issue === issue && event.reader !== null);
  const hits = its.filter((one) => one.kind === 'paywall_hit' && counts(one));
  const offers = its.filter((one) => one.kind === 'offer_shown' && counts(one));
  const trials = its.filter((one) => one.kind === 'trial_started');
  const did = (some: readonly ReaderEvent[]) => new Set(peopleIn(some));
  const [hitters, shown, triers] = [did(hits), did(offers), did(trials)];
  let converted = 0;
  let running = 0;
  for (const reader of triers) {
    const own = all.filter((one) => one.reader === reader);
    const begun = Math.max(...trials.filter((one) => one.reader === reader).map(({ time }) => time));
    const later = own.filter((one) => one.kind === 'trial_started' && one.issue !== issue && one.time > begun);
    const until = Math.min(...later.map(({ time }) => time));
    const since = own.filter(({ time }) => time > begun && time <= until);
    if (since.some(({ kind }) => kind === 'converted')) converted++;
    else if (!since.some(({ kind }) => kind === 'trial_cancelled' || kind === 'trial_expired')) running++;
  }
  return {
    hits: hitters.size,
    hitsInAll: hits.length,
    offersShown: shown.size,
    offersInAll: offers.length,
    hitAndShown: [...hitters].filter((reader) => shown.has(reader)).length,
    hitAndTrial: [...hitters].filter((reader) => triers.has(reader)).length,
    trialsStarted: triers.size,
    converted,
    running,
  };
}

function plainPeople(events: readonly ReaderEvent[], keyOf: (event: ReaderEvent) => string): readonly PeopleOf[] {
  const known = events.filter((event) => keyOf(event) !== '');
  const chosen = peopleIn(known).map((reader) => {
    const keys = known.filter((one) => one.reader === reader).map(keyOf);
    const times = (key: string) => keys.filter((one) => one === key).length;
    return [...new Set(keys)].toSorted((a, b) => times(b) - times(a) || (a < b ? -1 : 1))[0] ?? '';
  });
  return [...new Set(chosen)]
    .map((key) => ({ key, people: chosen.filter((one) => one === key).length }))
    .toSorted((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1));
}

/** @param its Events of the issue. */
export function plainAudience(its: readonly ReaderEvent[]): AudienceRows {
  const kinds = new Set(['opened', 'clicked', 'viewed', 'section_read', 'paywall_hit', 'offer_shown']);
  const events = its.filter(({ kind }) => kinds.has(kind));
  const themselves = events.filter(({ verdict }) => verdict === 'human');
  const somebodys = events.filter((one) => isPerson(one) || (one.verdict === 'none' && !isFetch(one)));
  const clientOf = ({ fetch }: ReaderEvent) => (fetch?.client ?? '').replace(/ \d+ \/ /, ' / ');
  return {
    countries: plainPeople(themselves, ({ country = '' }) => country),
    clients: plainPeople(
      events.filter((one) => one.kind === 'opened' && isPerson(one)),
      clientOf,
    ),
    devices: plainPeople(themselves, clientOf),
    referrers: plainPeople(
      events.filter((one) => one.kind === 'viewed' && counts(one)),
      ({ referrer = '' }) => referrer,
    ),
    people: peopleIn(somebodys).length,
    viewers: peopleIn(somebodys.filter(({ kind }) => kind === 'viewed')).length,
  };
}

/** @param all Events of the publication. */
export function plainTenure(
  all: readonly ReaderEvent[],
  issue: IssueId,
  before: readonly (readonly IssueId[])[],
): readonly Tenure[] {
  const its = all.filter((event) => event.issue === issue);
  const of = (kind: ReaderEvent['kind']) => peopleIn(its.filter((event) => event.kind === kind));
  const bounced = new Set(of('bounced'));
  const delivered = of('delivered').length > 0 ? of('delivered') : of('sent').filter((one) => !bounced.has(one));
  const readers = peopleIn(its.filter((event) => isFetch(event) && isPerson(event)));
  const clickers = peopleIn(its.filter((event) => event.kind === 'clicked' && isPerson(event)));
  const known = before.map(
    (issues) =>
      new Set(peopleIn(all.filter(({ kind, issue: of }) => kind === 'sent' && of !== null && issues.includes(of)))),
  );
  return [...before, null].map((_, at) => {
    const belongs = (reader: ReaderId) =>
      (at === 0 || known[at - 1]?.has(reader) === true) && known[at]?.has(reader) !== true;
    return {
      delivered: delivered.filter(belongs).length,
      readers: readers.filter(belongs).length,
      clickers: clickers.filter(belongs).length,
    };
  });
}
