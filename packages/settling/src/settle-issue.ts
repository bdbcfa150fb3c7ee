import { type Judgement, type Rules, type Seen, settle } from '@readout/engagement';
import type { ReaderEvent } from '@readout/events';
import { crowdsOf } from './crowds.ts';
import { type Fetched, isFetch, type Kept, seenOf } from './fetched.ts';

/** What the catalog knows of an issue, as far as verdicts hang on it. */
export interface IssueFacts {
  /** How many visible links it has. */
  readonly links: number;
  /** Links that nobody sees. */
  readonly honeypots: ReadonlySet<number>;
  readonly rules: Rules;
}

/** One reader's part of an issue. */
interface Sheaf {
  deliveredAt: number | null;
  domain: string | undefined;
  readonly seen: Seen[];
  /** For each of `seen` its place in `fresh`; -1: it is there for the others' sake. */
  readonly places: number[];
}

/**
 * The settled verdicts on `fresh`, events of one issue in any order, in the same order; null where an event keeps the
 * one it has (nobody fetched anything, or nobody knows for whom).
 * @param around What else is known of the issue: deliveries, and fetches before and after. None of `fresh`.
 */
export function settleIssue(
  { links, honeypots, rules }: IssueFacts,
  fresh: readonly Kept[],
  around: readonly (Kept & Pick<ReaderEvent, 'domain'>)[] = [],
): (Judgement | null)[] {
  const judgements = Array<Judgement | null>(fresh.length).fill(null);
  const sheaves = new Map<number, Sheaf>();
  for (const [place, event] of fresh.entries()) if (isFetch(event)) add(sheafOf(sheaves, event), event, place);
  for (const event of [...around, ...fresh]) {
    const sheaf = sheaves.get(event.reader ?? 0);
    if (sheaf !== undefined) noteDelivery(sheaf, event);
  }
  for (const event of around) {
    const sheaf = sheaves.get(event.reader ?? 0);
    if (sheaf !== undefined && isFetch(event)) add(sheaf, event, -1);
  }
  const crowd = crowdsOf(around.length === 0 ? fresh : [...around, ...fresh]);
  for (const [reader, { deliveredAt, domain, seen, places }] of sheaves) {
    const message = { deliveredAt, links, honeypots, seen, ...(domain === undefined ? {} : { domain }) };
    const settled = settle(message, { crowd: (one) => crowd(one, reader) }, rules);
    for (const [at, place] of places.entries()) if (place >= 0) judgements[place] = settled[at] ?? null;
  }
  return judgements;
}

function sheafOf(sheaves: Map<number, Sheaf>, { reader }: Kept): Sheaf {
  let sheaf = sheaves.get(reader ?? 0);
  if (sheaf === undefined) {
    sheaf = { deliveredAt: null, domain: undefined, seen: [], places: [] };
    sheaves.set(reader ?? 0, sheaf);
  }
  return sheaf;
}

function add(sheaf: Sheaf, event: Fetched, place: number): void {
  sheaf.seen.push(seenOf(event));
  sheaf.places.push(place);
}

/** The first report of it: a provider may repeat itself. */
function noteDelivery(sheaf: Sheaf, { kind, time, domain }: Kept & Pick<ReaderEvent, 'domain'>): void {
  if (kind === 'delivered' && (sheaf.deliveredAt === null || time < sheaf.deliveredAt)) sheaf.deliveredAt = time;
  if (domain !== undefined) sheaf.domain = domain;
}
