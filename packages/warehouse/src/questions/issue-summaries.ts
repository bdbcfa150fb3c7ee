import type { IssueId, PublicationId } from '@readout/events';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine/engine.ts';
import type { IssueFigures, IssueGrowth, IssueSummaryRow } from '../warehouse.ts';
import { askedOf } from './arrivals.sql.ts';
import type { AttributedTrials } from './attributed-trials.ts';
import { issueFigures, noFigures } from './issue-figures.sql.ts';
import { issueGrowth } from './issue-growth.sql.ts';
import { readersByHour } from './readers-by-hour.sql.ts';
import { versions } from './versions.sql.ts';

interface Since {
  readonly id: IssueId;
  readonly since: number | null;
}

interface Known<Answer> {
  /** What it was made of, see `versions`; undefined: of nothing. */
  readonly version: number | undefined;
  readonly answer: Answer;
}

type Versions = ReadonlyMap<IssueId, number>;
type Answers<Answer> = LRUCache<string, Known<Answer>>;

/** Issues remembered. */
const MOST = 20_000;
/** Issues whose growth is remembered: 11 kB each. */
const MOST_GROWTHS = 2_000;
/** A rebuild by another process changes figures without changing how many events there are. */
const BELIEVED_MS = 600_000;
/** Asked for at once: bounds the memory of a question. */
const AT_ONCE = 250;

/**
 * Figures of many issues. Counting distinct readers takes their sets, megabytes of them for all issues of a large
 * publication; but only the newest issues still change, and whether one has is a number that is cheap to ask for. So
 * what was counted is remembered for as long as that number is the same.
 */
export class IssueSummaries {
  readonly #engine: Engine;
  readonly #trials: AttributedTrials;
  readonly #figures: Answers<IssueFigures> = new LRUCache({ max: MOST, ttl: BELIEVED_MS });
  readonly #hours: Answers<readonly number[]> = new LRUCache({ max: MOST, ttl: BELIEVED_MS });
  readonly #growths: Answers<IssueGrowth> = new LRUCache({ max: MOST_GROWTHS, ttl: BELIEVED_MS });
  readonly #versions = new LRUCache<PublicationId, { readonly askedAt: number; readonly versions: Versions }>({
    max: 1_000,
  });

  constructor(engine: Engine, trials: AttributedTrials) {
    this.#engine = engine;
    this.#trials = trials;
  }

  /** A row for each issue, in the order asked; `oldMs` as for `figures`. */
  async ask(publication: PublicationId, issues: readonly Since[], oldMs: number): Promise<readonly IssueSummaryRow[]> {
    const now = await this.#versionsOf(publication, oldMs);
    const [figures, hours] = await Promise.all([
      this.#figuresOf(publication, issues, now),
      remembered(
        this.#hours,
        issues,
        ({ id, since }) => `${publication} ${id} ${since}`,
        now,
        async (some) => {
          const asked = await askedOf(
            this.#engine,
            publication,
            some.map(({ id }) => id),
          );
          const found = await readersByHour(this.#engine, asked, some);
          return new Map(some.map(({ id }) => [id, found.get(id) ?? []]));
        },
      ),
    ]);
    return issues.map(({ id }) => ({ ...(figures.get(id) ?? noFigures(id)), readersByHour: hours.get(id) ?? [] }));
  }

  /** Figures alone, in the order asked; `oldMs`: how old they may be, where others asked for them before. */
  async figures(
    publication: PublicationId,
    issues: readonly IssueId[],
    oldMs: number,
  ): Promise<readonly IssueFigures[]> {
    if (issues.length === 0) return [];
    const now = await this.#versionsOf(publication, oldMs);
    const figures = await this.#figuresOf(
      publication,
      issues.map((id) => ({ id })),
      now,
    );
    return issues.map((id) => figures.get(id) ?? noFigures(id));
  }

  /** How issues grew, in the order asked; `oldMs` as above. */
  async growth(
    publication: PublicationId,
    issues: readonly { readonly id: IssueId; readonly since: number }[],
    oldMs: number,
  ): Promise<readonly IssueGrowth[]> {
    if (issues.length === 0) return [];
    const now = await this.#versionsOf(publication, oldMs);
    const growths = await remembered(
      this.#growths,
      issues,
      ({ id, since }) => `${publication} ${id} ${since}`,
      now,
      async (some) => {
        const asked = await askedOf(
          this.#engine,
          publication,
          some.map(({ id }) => id),
        );
        return new Map((await issueGrowth(this.#engine, asked, some)).map((growth) => [growth.issue, growth]));
      },
    );
    return issues.flatMap(({ id }) => growths.get(id) ?? []);
  }

  /** All is counted anew the next time. */
  forget(): void {
    this.#figures.clear();
    this.#hours.clear();
    this.#growths.clear();
    this.#versions.clear();
  }

  /** Asked before anything is counted: what is counted after that holds at least these events. */
  async #versionsOf(publication: PublicationId, oldMs: number): Promise<Versions> {
    const askedAt = performance.now();
    const known = this.#versions.get(publication);
    if (known !== undefined && askedAt - known.askedAt < oldMs) return known.versions;
    const now = await versions(this.#engine, publication, this.#trials);
    this.#versions.set(publication, { askedAt, versions: now });
    return now;
  }

  #figuresOf(
    publication: PublicationId,
    issues: readonly { readonly id: IssueId }[],
    now: Versions,
  ): Promise<ReadonlyMap<IssueId, IssueFigures>> {
    return remembered(
      this.#figures,
      issues,
      ({ id }) => `${publication} ${id}`,
      now,
      async (some) => {
        const asked = await askedOf(
          this.#engine,
          publication,
          some.map(({ id }) => id),
        );
        const found = new Map((await issueFigures(this.#engine, asked)).map(({ figures }) => [figures.issue, figures]));
        const all = some.map(({ id }) => this.#trials.addTo(publication, found.get(id) ?? noFigures(id)));
        return new Map((await Promise.all(all)).map((figures) => [figures.issue, figures]));
      },
    );
  }
}

/** What is known of each issue where its version is the same, and what `count` says of the others. */
async function remembered<Issue extends { readonly id: IssueId }, Answer extends object>(
  known: Answers<Answer>,
  issues: readonly Issue[],
  keyOf: (issue: Issue) => string,
  now: Versions,
  count: (some: readonly Issue[]) => Promise<ReadonlyMap<IssueId, Answer>>,
): Promise<ReadonlyMap<IssueId, Answer>> {
  const found = new Map<IssueId, Answer>();
  const changed: Issue[] = [];
  for (const issue of issues) {
    const before = known.get(keyOf(issue));
    if (before !== undefined && before.version === now.get(issue.id)) found.set(issue.id, before.answer);
    else changed.push(issue);
  }
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    const some = changed.slice(at, at + AT_ONCE);
    const answers = await count(some);
    for (const issue of some) {
      const answer = answers.get(issue.id);
      if (answer === undefined) continue;
      found.set(issue.id, answer);
      known.set(keyOf(issue), { version: now.get(issue.id), answer });
    }
  }
  return found;
}
