import type {
  Catalog,
  CollectionRules,
  IssueFacts,
  IssueTarget,
  LinkTarget,
  OfferTarget,
  Reader,
  SectionTarget,
  TokenKey,
} from '@readout/catalog';
import { BUILT_IN, type Rules } from '@readout/engagement';
import { type IssueId, isPublicId, type KeyId, type PublicationId, type PublicId } from '@readout/events';
import { rulesOf } from '@readout/settling';

export type DirectorySource = Pick<
  Catalog,
  | 'findIssueTarget'
  | 'findLinkTarget'
  | 'findSectionTarget'
  | 'findOfferTarget'
  | 'findIssueFacts'
  | 'findTokenKey'
  | 'findReader'
  | 'findCollectionRules'
  | 'ownRules'
>;

/** How long an answer of the catalog is believed. Things are hardly ever taken away, and rarely added. */
const KNOWN_FOR_MS = 30_000;
const UNKNOWN_FOR_MS = 1_000;
/** Things of one kind that the catalog is asked for at once: one after the other, 2,000 readers took nearly twice as long. */
const ASKED_AT_ONCE = 16;

/**
 * What the ingester knows of the catalog. Look-ups answer at once, from memory, and note what they do not know (any
 * more): `learn` fetches that, and whoever looked it up looks again. Nearly always there is nothing to fetch, so that
 * nothing need be gone through twice.
 */
export class Directory {
  readonly #issues: Shelf<string, IssueTarget>;
  readonly #links: Shelf<string, LinkTarget>;
  readonly #keys: Shelf<KeyId, TokenKey>;
  readonly #facts: Shelf<IssueId, IssueFacts>;
  readonly #sections: Shelf<string, SectionTarget>;
  readonly #offers: Shelf<string, OfferTarget>;
  readonly #rules: Shelf<PublicationId, Rules>;
  readonly #readers: Shelf<string, Reader>;
  readonly #publications: Shelf<PublicationId, CollectionRules>;

  constructor(source: DirectorySource) {
    const byPublicId = <Thing extends object>(max: number, ask: (id: PublicId) => Promise<Thing | null>) =>
      // What is no public id is not asked for: nothing has that name.
      new Shelf<string, Thing>(max, async (id) => (isPublicId(id) ? await ask(id) : null));
    this.#issues = byPublicId(50_000, (id) => source.findIssueTarget(id));
    this.#links = byPublicId(200_000, (id) => source.findLinkTarget(id));
    this.#sections = byPublicId(50_000, (id) => source.findSectionTarget(id));
    this.#offers = byPublicId(10_000, (id) => source.findOfferTarget(id));
    this.#facts = new Shelf(50_000, (id) => source.findIssueFacts(id));
    this.#keys = new Shelf(10_000, (id) => source.findTokenKey(id));
    this.#rules = new Shelf(10_000, async (id) => rulesOf((await source.ownRules(id)).rules));
    this.#readers = new Shelf(50_000, (name) => {
      const [publication, reference = ''] = name.split(' ');
      return source.findReader(Number(publication) as PublicationId, { reference: Buffer.from(reference, 'hex') });
    });
    this.#publications = new Shelf(10_000, (id) => source.findCollectionRules(id));
  }

  /** What is known at this moment (UTC, milliseconds) is good for everything that is looked up until the next. */
  asOf(now: number): void {
    for (const shelf of this.#shelves()) shelf.asOf(now);
  }

  /**
   * Fetches what was looked up in vain. False: there was nothing, and all answers held. Rejects when the catalog does
   * not answer: the batch has to wait then, nothing may be judged unknown.
   */
  async learn(): Promise<boolean> {
    const fetched = await Promise.all(this.#shelves().map((shelf) => shelf.fetch()));
    return fetched.includes(true);
  }

  /** @param id may be anything that stands in a public id's place: there is nothing of that name then. */
  issue(id: string): IssueTarget | null {
    return this.#issues.get(id);
  }
  link(id: string): LinkTarget | null {
    return this.#links.get(id);
  }
  section(id: string): SectionTarget | null {
    return this.#sections.get(id);
  }
  offer(id: string): OfferTarget | null {
    return this.#offers.get(id);
  }
  facts(id: IssueId): IssueFacts | null {
    return this.#facts.get(id);
  }
  /** Readout's own, and before them those of the publication. */
  rules(id: PublicationId): Rules {
    return this.#rules.get(id) ?? BUILT_IN;
  }
  key = (id: KeyId): TokenKey | undefined => this.#keys.get(id) ?? undefined;
  /** The reader whom a sender calls that. @param reference in hexadecimal. */
  reader(publication: PublicationId, reference: string): Reader | null {
    return this.#readers.get(`${publication} ${reference}`);
  }
  hasPublication(id: PublicationId): boolean {
    return this.#publications.get(id) !== null;
  }
  tracksReaders(id: PublicationId): boolean {
    return this.#publications.get(id)?.tracksReaders ?? true;
  }
  tracks(id: PublicationId, kind: 'opened' | 'clicked'): boolean {
    const rules = this.#publications.get(id);
    return (kind === 'opened' ? rules?.tracksOpens : rules?.tracksClicks) ?? true;
  }

  #shelves() {
    return [
      this.#issues,
      this.#links,
      this.#sections,
      this.#offers,
      this.#facts,
      this.#keys,
      this.#rules,
      this.#readers,
      this.#publications,
    ];
  }
}

interface Known<Thing> {
  /** Null: the catalog does not have it. */
  readonly thing: Thing | null;
  /** Believed until then; UTC, milliseconds. */
  readonly until: number;
}

/** A bounded memory of one kind of thing, filled on demand. A plain map: it is asked several times for each record. */
class Shelf<Id extends string | number, Thing extends object> {
  readonly #known = new Map<Id, Known<Thing>>();
  readonly #wanted = new Set<Id>();
  readonly #max: number;
  readonly #ask: (id: Id) => Promise<Thing | null>;
  #now = 0;

  constructor(max: number, ask: (id: Id) => Promise<Thing | null>) {
    this.#max = max;
    this.#ask = ask;
  }

  asOf(now: number): void {
    this.#now = now;
  }

  /** False: nothing was wanted. */
  async fetch(): Promise<boolean> {
    if (this.#wanted.size === 0) return false;
    const wanted = [...this.#wanted];
    for (let at = 0; at < wanted.length; at += ASKED_AT_ONCE) {
      await Promise.all(wanted.slice(at, at + ASKED_AT_ONCE).map((id) => this.#fetchOne(id)));
    }
    // Those learnt longest ago go first: a batch never names so many that one of its own would.
    for (const id of this.#known.keys()) {
      if (this.#known.size <= this.#max) break;
      this.#known.delete(id);
    }
    return true;
  }

  async #fetchOne(id: Id): Promise<void> {
    const thing = await this.#ask(id);
    this.#known.delete(id);
    this.#known.set(id, { thing, until: this.#now + (thing === null ? UNKNOWN_FOR_MS : KNOWN_FOR_MS) });
    this.#wanted.delete(id);
  }

  get(id: Id): Thing | null {
    const known = this.#known.get(id);
    if (known !== undefined && known.until >= this.#now) return known.thing;
    this.#wanted.add(id);
    return null;
  }
}
