import type { ImportedIssue, Publication } from '@readout/catalog';
import type { IssueId } from '@readout/events';
import type { ApiDependencies } from '../dependencies.ts';
import type { GivenPost, Home, Named } from './worker-messages.ts';
import { writeIssues } from './write-issues.ts';

/** So many records may be in the log that the ingester has not written, and as many more while it comes after: live hits wait behind them. */
const RECORDS_AHEAD = 60_000;
const OF_NO_ISSUE = ['subscribed', 'unsubscribed', 'complained'] as const;
const OF_AN_ISSUE = ['sent', 'delivered', 'bounced', 'complained', 'unsubscribed', 'opened', 'clicked'] as const;

type Dependencies = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'log' | 'ingested' | 'publicUrl' | 'logger'>;

/** Does what the thread that reads an import asks for, with the stores of this process. */
export class HomeOfImport implements Home {
  readonly #deps: Dependencies;
  readonly #publication: Publication;
  readonly #source: string;
  readonly #known: ReadonlyMap<string, ImportedIssue>;
  readonly #held: ReadonlySet<IssueId | 0>;
  #ahead = 0;
  #ingested: Promise<void> = Promise.resolve();

  private constructor(
    deps: Dependencies,
    publication: Publication,
    source: string,
    known: ReadonlyMap<string, ImportedIssue>,
    held: ReadonlySet<IssueId | 0>,
  ) {
    this.#deps = deps;
    this.#publication = publication;
    this.#source = source;
    this.#known = known;
    this.#held = held;
  }

  /** Finds out what is there already, once all that the log holds has been written. */
  static async open(deps: Dependencies, publication: Publication, source: string): Promise<HomeOfImport> {
    await deps.ingested();
    const known = await deps.catalog.importedIssues(publication.id, source);
    const held = await deps.warehouse.issuesImported(publication.id);
    return new HomeOfImport(deps, publication, source, new Map(known.map((issue) => [issue.key, issue])), held);
  }

  async knownPosts(): ReturnType<Home['knownPosts']> {
    return Array.from(this.#known.values(), ({ key, heading, text }) => ({ key, heading, text }));
  }

  issues(posts: readonly GivenPost[]): ReturnType<Home['issues']> {
    return writeIssues(this.#deps, this.#publication, this.#source, posts, this.#known);
  }

  async sentIssues(): ReturnType<Home['sentIssues']> {
    const issues = await this.#deps.catalog.allIssues(this.#publication.id);
    return issues
      .flatMap(({ id, publicId, sentAt }) => (sentAt === null ? [] : [{ id, publicId, sentAt: sentAt.getTime() }]))
      .sort((one, other) => one.sentAt - other.sentAt);
  }

  async subscriptions(): ReturnType<Home['subscriptions']> {
    const all = await this.#deps.warehouse.subscriptions(this.#publication.id);
    return all
      .filter(({ system }) => system === 'import')
      .map(({ subscription, payments, ended }) => ({
        name: subscription,
        hasPaid: payments.length > 0,
        hasEnded: ended !== null,
      }));
  }

  async readers(people: readonly Named[], areOnList: boolean): Promise<Uint32Array> {
    const { catalog } = this.#deps;
    const { id } = this.#publication;
    if (areOnList) return Uint32Array.from(await catalog.upsertReaders(id, people), (reader) => reader.id);
    // Of who left the list long ago a newer word may be there.
    const found = await catalog.findReaders(
      id,
      people.map(({ reference }) => reference),
    );
    const missing = people.filter((_, at) => found[at] === null);
    const added = missing.length === 0 ? [] : await catalog.upsertReaders(id, missing);
    let next = 0;
    return Uint32Array.from(found, (reader) => reader?.id ?? added[next++]?.id ?? 0);
  }

  async held(issue: IssueId | null): ReturnType<Home['held']> {
    const publication = this.#publication.id;
    if (issue === null) {
      return this.#held.size === 0
        ? []
        : this.#deps.warehouse.importedEvents({ publication, issue, kinds: OF_NO_ISSUE });
    }
    return this.#held.has(issue) ? this.#deps.warehouse.importedEvents({ publication, issue, kinds: OF_AN_ISSUE }) : [];
  }

  async append(lines: string, records: number): Promise<void> {
    await this.#deps.log.appendAll(lines.split('\n'));
    this.#ahead += records;
    if (this.#ahead < RECORDS_AHEAD) return;
    this.#ahead = 0;
    // That it may fail is heard the next time, or by whoever waits for the end.
    const before = this.#ingested;
    this.#ingested = this.#deps.ingested();
    this.#ingested.catch(() => undefined);
    await before;
  }
}
