import type { Catalog, CollectionRules, IssueTarget, LinkTarget, SectionTarget, TokenKey } from '@readout/catalog';
import { isPublicId, type KeyId, type LogRecord, type PublicationId, type PublicId } from '@readout/events';
import { keyIdOf } from '@readout/tokens';

export type DirectorySource = Pick<
  Catalog,
  'findIssueTarget' | 'findLinkTarget' | 'findSectionTarget' | 'findTokenKey' | 'findCollectionRules'
>;

/** How long an answer of the catalog is believed. Things are hardly ever taken away, and rarely added. */
const KNOWN_FOR_MS = 30_000;
const UNKNOWN_FOR_MS = 1_000;

/**
 * What the ingester knows of the catalog. `learn` fetches everything that a batch names and is not known yet;
 * after it the look-ups answer at once.
 */
export class Directory {
  readonly #now: () => number;
  readonly #issues: Shelf<PublicId, IssueTarget>;
  readonly #links: Shelf<PublicId, LinkTarget>;
  readonly #keys: Shelf<KeyId, TokenKey>;
  readonly #sections: Shelf<PublicId, SectionTarget>;
  readonly #publications: Shelf<PublicationId, CollectionRules>;

  constructor(source: DirectorySource, now: () => number) {
    this.#now = now;
    this.#issues = new Shelf(50_000, (id) => source.findIssueTarget(id));
    this.#links = new Shelf(200_000, (id) => source.findLinkTarget(id));
    this.#keys = new Shelf(10_000, (id) => source.findTokenKey(id));
    this.#sections = new Shelf(50_000, (id) => source.findSectionTarget(id));
    this.#publications = new Shelf(10_000, (id) => source.findCollectionRules(id));
  }

  /** Rejects when the catalog does not answer: the batch has to wait then, nothing may be judged unknown. */
  async learn(records: readonly LogRecord[]): Promise<void> {
    const now = this.#now();
    for (const record of records) {
      if (record.type === 'fact') {
        this.#publications.want(record.publication as PublicationId, now);
        continue;
      }
      const isClick = record.type === 'hit' && record.kind === 'clicked';
      if (isPublicId(record.target)) (isClick ? this.#links : this.#issues).want(record.target, now);
      for (const { section } of record.type === 'report' ? record.events : []) {
        if (section !== undefined && isPublicId(section)) this.#sections.want(section, now);
      }
      const key = keyIdOf(record.token);
      if (key !== null) this.#keys.want(key, now);
    }
    await Promise.all([
      this.#issues.fetch(now),
      this.#links.fetch(now),
      this.#sections.fetch(now),
      this.#keys.fetch(now),
    ]);
    for (const record of records) {
      if (record.type === 'fact' || !isPublicId(record.target)) continue;
      const isClick = record.type === 'hit' && record.kind === 'clicked';
      const place = isClick ? this.#links.get(record.target) : this.#issues.get(record.target);
      if (place !== null) this.#publications.want(place.publication, now);
    }
    await this.#publications.fetch(now);
  }

  issue(id: PublicId): IssueTarget | null {
    return this.#issues.get(id);
  }
  link(id: PublicId): LinkTarget | null {
    return this.#links.get(id);
  }
  section(id: PublicId): SectionTarget | null {
    return this.#sections.get(id);
  }
  key = (id: KeyId): TokenKey | undefined => this.#keys.get(id) ?? undefined;
  hasPublication(id: PublicationId): boolean {
    return this.#publications.get(id) !== null;
  }
  tracksReaders(id: PublicationId): boolean {
    return this.#publications.get(id)?.tracksReaders ?? true;
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

  constructor(max: number, ask: (id: Id) => Promise<Thing | null>) {
    this.#max = max;
    this.#ask = ask;
  }

  want(id: Id, now: number): void {
    const known = this.#known.get(id);
    if (known === undefined || known.until < now) this.#wanted.add(id);
  }

  async fetch(now: number): Promise<void> {
    for (const id of this.#wanted) {
      const thing = await this.#ask(id);
      this.#known.delete(id);
      this.#known.set(id, { thing, until: now + (thing === null ? UNKNOWN_FOR_MS : KNOWN_FOR_MS) });
      this.#wanted.delete(id);
    }
    // Those learnt longest ago go first: a batch never names so many that one of its own would.
    for (const id of this.#known.keys()) {
      if (this.#known.size <= this.#max) break;
      this.#known.delete(id);
    }
  }

  /** What was learnt for a batch stays good for it, however long the batch takes. */
  get(id: Id): Thing | null {
    return this.#known.get(id)?.thing ?? null;
  }
}
