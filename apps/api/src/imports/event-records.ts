import { encodeRecord, type Fact, type PublicationId } from '@readout/events';
import type { ImportedEvent, ImportedKind } from '@readout/importers';
import type { HeldImport } from '@readout/warehouse';
import { LinkFinder } from './link-finder.ts';
import type { Group } from './messages.ts';
import type { People, Person } from './people.ts';
import type { Home, ImportContext, IssueOfPost, Tally } from './worker-messages.ts';

interface Parts {
  readonly home: Pick<Home, 'held'>;
  readonly context: Pick<ImportContext, 'publication' | 'deliveredIsSent'>;
  readonly people: People;
  readonly issues: ReadonlyMap<string, IssueOfPost>;
}

/** What belongs to no issue. */
const OF_NOBODYS_ISSUE: ReadonlySet<ImportedKind> = new Set(['subscribed', 'unsubscribed', 'complained']);
/** More rows than a group has: a reader's number, below 2^31, and a row's place fit into one number together. */
const ROWS = 2 ** 22;

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** A row, with whose it is. */
interface Row {
  readonly kind: ImportedKind;
  readonly event: ImportedEvent;
  readonly person: Person;
}

/** Records of what happened to issues that are not there yet. */
export class EventRecords {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A reader's records follow one another: so the ingester judges a message by all that is known of it. */
  async linesOf(group: Group, tally: Tally): Promise<readonly string[]> {
    const { home, context, issues } = this.#parts;
    const issue = group.post === null ? null : issues.get(group.post);
    if (issue === undefined) {
      tally.leftOut += group.size;
      return [];
    }
    const rows = await this.#rows(group, issue, tally);
    const held = rows.length === 0 ? [] : await home.held(issue?.id ?? null);
    const heldBy = byReader(held);
    const links = new LinkFinder(issue?.links ?? []);
    const lines: string[] = [];
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as Row;
      const { kind, event, person } = row;
      if (isRepeat(rows, at)) tally.leftOut++;
      else if (heldBy.get(person.reader)?.has(`${kind} ${event.time}`)) tally.known++;
      else lines.push(encodeRecord(factOf(row, context.publication, issue, links)));
    }
    tally.events += lines.length;
    return lines;
  }

  /** By reader, and each one's in the order of time. */
  async #rows({ parts }: Group, issue: IssueOfPost | null, tally: Tally): Promise<readonly Row[]> {
    const { people, context } = this.#parts;
    const unknown = new Set<string>();
    for (const { rows } of parts)
      for (const { address } of rows) if (people.find(address) === null) unknown.add(address);
    if (unknown.size > 0) await people.learn(unknown);
    const all: Row[] = [];
    for (const { kind, rows } of parts) {
      if (issue === null && !OF_NOBODYS_ISSUE.has(kind)) {
        tally.leftOut += rows.length;
        continue;
      }
      const as = kind === 'delivered' && context.deliveredIsSent ? 'sent' : kind;
      for (const event of rows) {
        const person = people.find(event.address);
        if (person !== null) all.push({ kind: as, event, person });
      }
    }
    const order = new Float64Array(all.length);
    for (let at = 0; at < all.length; at++) order[at] = (all[at]?.person.reader ?? 0) * ROWS + at;
    order.sort();
    const sorted: Row[] = [];
    for (const place of order) {
      const row = all[place % ROWS] as Row;
      // A reader has a few: each is put where it belongs among them.
      let to = sorted.length;
      while (to > 0 && isAfter(sorted[to - 1] as Row, row)) to--;
      if (to === sorted.length) sorted.push(row);
      else sorted.splice(to, 0, row);
    }
    return sorted;
  }
}

function isAfter(one: Row, other: Row): boolean {
  return one.person.reader === other.person.reader && one.event.time > other.event.time;
}

/** Whether a row before it tells the same: whatever a reader did at one moment stands side by side. */
function isRepeat(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row;
  for (let before = at - 1; before >= 0; before--) {
    const { kind, event, person } = rows[before] as Row;
    if (person.reader !== row.person.reader || event.time !== row.event.time) return false;
    if (kind === row.kind) return true;
  }
  return false;
}

function byReader(held: readonly HeldImport[]): ReadonlyMap<number, ReadonlySet<string>> {
  const all = new Map<number, Set<string>>();
  for (const { kind, reader, time } of held) {
    const its = all.get(reader);
    if (its === undefined) all.set(reader, new Set([`${kind} ${time}`]));
    else its.add(`${kind} ${time}`);
  }
  return all;
}

function factOf(
  { kind, event, person }: Row,
  publication: PublicationId,
  issue: IssueOfPost | null,
  links: LinkFinder,
): Fact {
  const segment = event.segment ?? person.segment ?? undefined;
  const isMailed = kind === 'sent' || kind === 'delivered';
  const isFetch = kind === 'opened' || kind === 'clicked';
  const link = kind === 'clicked' && event.url !== undefined ? links.find(event.url) : null;
  // Written out: this is done for every row.
  const fact: Writable<Fact> = {
    type: 'fact',
    version: 1,
    kind,
    time: event.time,
    publication,
    reader: person.reader,
    source: 'import',
  };
  if (issue !== null) fact.issue = issue.id;
  if (segment !== undefined) fact.segment = segment;
  if (isMailed && issue !== null) fact.edition = editionFor(segment, issue);
  if (isMailed && person.domain !== null) fact.domain = person.domain;
  if (isFetch) {
    if (event.agent !== undefined) fact.agent = event.agent;
    if (event.country !== undefined) fact.country = event.country;
  }
  if (link !== null) {
    fact.link = link.id;
    if (link.section !== null) fact.section = link.section;
  }
  return fact;
}

/** Paying readers got all of it, others what stands before the paywall. */
function editionFor(segment: Fact['segment'], { hasPaywall }: IssueOfPost): 'whole' | 'cut' {
  return !hasPaywall || segment === 'premium' || segment === 'trial' ? 'whole' : 'cut';
}
