import { type Judgement, look, type Rules, type Seen, settle } from '@readout/engagement';
import type { ReaderEvent } from '@readout/events';
import { crowdsOf } from './crowds.ts';
import { type Fetched, isFetch, type Kept, seenOf } from './fetched.ts';
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

/** One reader's part of an issue. */
interface Sheaf {
  deliveredAt: number | null;
  domain: string | undefined;
  readonly fetches: Fetched[];
  readonly sightings: Sighted[];
  /** For each of them its place in `fresh`; -1: it is there for the others' sake. */
  readonly places: number[];
}

/** Stands in place of where a reader's only event is: there is more to be looked at. */
const MORE = -1;

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
  const places = placesOf(fresh, around, rules);
  const sheaves = new Map<number, Sheaf>();
  for (const [reader, place] of places) {
    if (place === MORE)
      sheaves.set(reader, { deliveredAt: null, domain: undefined, fetches: [], sightings: [], places: [] });
    else if (!areLookedAt) judgements[place] = look(seenOf(fresh[place] as Fetched), rules);
  }
  if (sheaves.size === 0) return judgements;
  for (let place = 0; place < fresh.length; place++) addTo(sheaves, fresh[place] as Around, place);
  for (const event of around) addTo(sheaves, event, -1);
  const crowd = crowds ?? crowdsOf(around.length === 0 ? fresh : [...around, ...fresh]);
  for (const [reader, { deliveredAt, domain, fetches, sightings, places: theirs }] of sheaves) {
    const message = {
      deliveredAt,
      links,
      honeypots,
      seen: fetches.map((fetch) => seenOf(fetch, saidOf(sightings, fetch))),
      ...(domain === undefined ? {} : { domain }),
    };
    const settled = settle(message, { crowd: (seen: Seen) => crowd(seen, reader) }, rules);
    for (const [at, place] of theirs.entries()) if (place >= 0) judgements[place] = settled[at] ?? null;
  }
  return judgements;
}

/**
 * Where the event of each reader is who has one; MORE for those whose click, or whose several events, have to be looked
 * at together. Nearly all readers of a stretch open a message once: nothing around it changes what that says.
 */
function placesOf(fresh: readonly Around[], around: readonly Around[], { own }: Rules): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let place = 0; place < fresh.length; place++) {
    const event = fresh[place] as Around;
    if (!isFetch(event)) continue;
    const reader = event.reader ?? 0;
    const isAlone = event.kind === 'opened' && own.length === 0 && !places.has(reader);
    places.set(reader, isAlone ? place : MORE);
  }
  const note = (event: Around) => {
    if (tells(event) && places.has(event.reader ?? 0)) places.set(event.reader ?? 0, MORE);
  };
  for (const event of fresh) if (!isFetch(event)) note(event);
  for (const event of around) note(event);
  return places;
}

/** Whether a verdict may hang on it. @param domains Whether it does on where the issue was sent to. */
export function tells(event: Around, domains = true): boolean {
  return isFetch(event) || isSighted(event) || event.kind === 'delivered' || (domains && event.domain !== undefined);
}

/** Adds what is about a reader of whom something is to be judged. @param place Where it stands in `fresh`; -1: not there. */
function addTo(sheaves: ReadonlyMap<number, Sheaf>, event: Around, place: number): void {
  const sheaf = sheaves.get(event.reader ?? 0);
  if (sheaf === undefined) return;
  const { kind, time, domain } = event;
  if (isFetch(event)) {
    sheaf.fetches.push(event);
    sheaf.places.push(place);
  } else if (isSighted(event)) sheaf.sightings.push(event);
  // The first report of it: a provider may repeat itself.
  else if (kind === 'delivered') sheaf.deliveredAt = Math.min(time, sheaf.deliveredAt ?? time);
  if (domain !== undefined) sheaf.domain = domain;
}
