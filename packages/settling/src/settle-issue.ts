import { DELIVERY_TELLS_MS, type Judgement, look, type Rules, type Seen, settle } from '@readout/engagement';
import type { ReaderEvent } from '@readout/events';
import { crowdsOf } from './crowds.ts';
import { type Fetched, isDelivery, isFetch, type Kept, seenOf } from './fetched.ts';
import { isSighted, type Sighted, saidOf } from './sightings.ts';

/** What the catalog knows of an issue, as far as verdicts hang on it. */
export interface IssueFacts {
  /** How many visible links it has. */
  readonly links: number;
  /** Links that nobody sees. */
  readonly honeypots: ReadonlySet<number>;
  readonly rules: Rules;
}

type Around = Kept & Pick<ReaderEvent, 'domain'>;

/** What has to be looked at together: one reader's part of an issue. */
interface Sheaf {
  readonly reader: number;
  deliveredAt: number | null;
  domain: string | undefined;
  readonly fetches: Fetched[];
  readonly sightings: Sighted[];
  /** For each of the fetches its place in `fresh`; -1: it is there for the others' sake. */
  readonly places: number[];
}

const ELSEWHERE = -1;

/**
 * The settled verdicts on `fresh`, events of one issue in any order, in the same order; null where an event keeps the
 * one it has (nobody fetched anything, or nobody knows for whom).
 * @param around What else is known of the issue: deliveries, what the mail provider saw, and fetches before and after. None of `fresh`.
 * @param crowds Of all clicks of the issue, where `fresh` and `around` are not all; null: they are.
 * @param areLookedAt Whether what `fresh` has are first looks by these rules: where nothing can change them, they are kept.
 */
export function settleIssue(
  { links, honeypots, rules }: IssueFacts,
  fresh: readonly Around[],
  around: readonly Around[] = [],
  crowds: ReturnType<typeof crowdsOf> | null = null,
  areLookedAt = false,
): (Judgement | null)[] {
  const judgements = Array<Judgement | null>(fresh.length).fill(null);
  const { known, sheaves } = sheavesOf(fresh, around, rules);
  if (!areLookedAt) {
    for (const place of known.values()) {
      if (typeof place === 'number') judgements[place] = look(seenOf(fresh[place] as Fetched), rules);
    }
  }
  if (sheaves.length === 0) return judgements;
  const crowd = crowds ?? crowdsOf(fresh, around);
  for (const { reader, deliveredAt, domain, fetches, sightings, places } of sheaves) {
    const message = {
      deliveredAt,
      links,
      honeypots,
      seen: fetches.map((fetch) => seenOf(fetch, saidOf(sightings, fetch))),
      ...(domain === undefined ? {} : { domain }),
    };
    const settled = settle(message, { crowd: (seen: Seen) => crowd(seen, reader) }, rules);
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? ELSEWHERE;
      if (place !== ELSEWHERE) judgements[place] = settled[at] ?? null;
    }
  }
  return judgements;
}

/**
 * Readers of whom something is to be judged: their sheaves, where their click or their several events have to be looked
 * at together, or else the place of the one event that there is. Nearly all readers of a stretch open a message once: nothing
 * around it changes what that says.
 */
function sheavesOf(fresh: readonly Around[], around: readonly Around[], { own }: Rules) {
  const sheaves: Sheaf[] = [];
  const known = new Map<number, Sheaf | number>();
  const sheafOf = (reader: number, before: Sheaf | number | undefined): Sheaf => {
    if (typeof before === 'object') return before;
    const sheaf: Sheaf = { reader, deliveredAt: null, domain: undefined, fetches: [], sightings: [], places: [] };
    known.set(reader, sheaf);
    sheaves.push(sheaf);
    if (before !== undefined) addTo(sheaf, fresh[before] as Around, before);
    return sheaf;
  };
  for (let place = 0; place < fresh.length; place++) {
    const event = fresh[place] as Around;
    if (!isFetch(event)) continue;
    const reader = event.reader ?? 0;
    const before = known.get(reader);
    if (before === undefined && event.kind === 'opened' && own.length === 0) known.set(reader, place);
    else addTo(sheafOf(reader, before), event, place);
  }
  const later: Around[] = [];
  const note = (event: Around) => {
    const reader = event.reader ?? 0;
    const before = known.get(reader);
    if (before === undefined || !tells(event)) return;
    if (isDelivery(event)) later.push(event);
    else addTo(sheafOf(reader, before), event, ELSEWHERE);
  };
  for (const event of fresh) if (!isFetch(event)) note(event);
  for (const event of around) note(event);
  // Of who opened it once and long after it came, when that was says nothing more: their open stands for itself.
  for (const event of later) {
    const reader = event.reader ?? 0;
    const before = known.get(reader);
    if (typeof before !== 'number') continue;
    if ((fresh[before] as Around).time - event.time <= DELIVERY_TELLS_MS) sheafOf(reader, before);
  }
  for (const event of later) {
    const sheaf = known.get(event.reader ?? 0);
    if (typeof sheaf === 'object') addTo(sheaf, event, ELSEWHERE);
  }
  return { known, sheaves };
}

/** Whether a verdict may hang on it. @param domains Whether it does on where the issue was sent to. */
export function tells(event: Around, domains = true): boolean {
  const { kind } = event;
  if (kind === 'opened' || kind === 'clicked' ? isFetch(event) || isSighted(event) : isDelivery(event)) return true;
  return domains && event.domain !== undefined;
}

/** Adds what is about its reader. @param place Where it stands in `fresh`. */
function addTo(sheaf: Sheaf, event: Around, place: number): void {
  const { time, domain } = event;
  if (isFetch(event)) {
    sheaf.fetches.push(event);
    sheaf.places.push(place);
  } else if (isSighted(event)) sheaf.sightings.push(event);
  // The first report of it: a provider may repeat itself.
  else if (isDelivery(event)) sheaf.deliveredAt = Math.min(time, sheaf.deliveredAt ?? time);
  if (domain !== undefined) sheaf.domain = domain;
}
