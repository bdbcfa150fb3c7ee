import type { IssueId, PublicationId } from '@readout/events';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine/engine.ts';
import type { IssueSummaryRow } from '../warehouse.ts';
import { issueFigures, noFigures } from './issue-figures.sql.ts';
import { readersByHour } from './readers-by-hour.sql.ts';
import { versions } from './versions.sql.ts';

interface Asked {
  readonly id: IssueId;
  readonly since: number | null;
}

interface Known {
  /** Events that it was made of; undefined: of none. */
  readonly version: number | undefined;
  readonly since: number | null;
  readonly row: IssueSummaryRow;
}

/** Issues remembered. */
const MOST = 20_000;
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
  readonly #known = new LRUCache<string, Known>({ max: MOST, ttl: BELIEVED_MS });

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** A row for each issue, in the order asked. */
  async ask(publication: PublicationId, issues: readonly Asked[]): Promise<readonly IssueSummaryRow[]> {
    // Asked first: what is counted after that holds at least these events.
    const now = await versions(this.#engine, publication);
    const found = new Map<IssueId, IssueSummaryRow>();
    const changed: Asked[] = [];
    for (const issue of issues) {
      const known = this.#known.get(keyOf(publication, issue.id));
      if (known?.version === now.get(issue.id) && known?.since === issue.since) found.set(issue.id, known.row);
      else changed.push(issue);
    }
    for (let at = 0; at < changed.length; at += AT_ONCE) {
      const some = changed.slice(at, at + AT_ONCE);
      for (const [{ id, since }, row] of await this.#count(publication, some)) {
        found.set(id, row);
        this.#known.set(keyOf(publication, id), { version: now.get(id), since, row });
      }
    }
    return issues.map(({ id }) => found.get(id) ?? { ...noFigures(id), readersByHour: [] });
  }

  /** All is counted anew the next time. */
  forget(): void {
    this.#known.clear();
  }

  async #count(publication: PublicationId, issues: readonly Asked[]): Promise<(readonly [Asked, IssueSummaryRow])[]> {
    const ids = issues.map(({ id }) => id);
    const [figures, hours] = await Promise.all([
      issueFigures(this.#engine, publication, ids),
      readersByHour(this.#engine, publication, issues),
    ]);
    const byIssue = new Map(figures.map((one) => [one.figures.issue, one.figures]));
    return issues.map((issue) => [
      issue,
      { ...(byIssue.get(issue.id) ?? noFigures(issue.id)), readersByHour: hours.get(issue.id) ?? [] },
    ]);
  }
}

function keyOf(publication: PublicationId, issue: IssueId): string {
  return `${publication} ${issue}`;
}
