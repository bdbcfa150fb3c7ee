import type { IssueAudience } from '@readout/api-contract';
import type { Catalog, Issue, Publication } from '@readout/catalog';
import { cursorAfter } from '@readout/catalog';
import type { IssueFigures, Warehouse } from '@readout/warehouse';
import { audienceOf } from '../issues/audience.ts';

/** Readership changes over the months: only so many issues before one say what is usual for it. */
const MOST = 30;
/** Issues looked at in search of comparable ones: a paid issue a week among daily ones for all finds its thirty. */
const PAGE = 100;
const MOST_LOOKED_AT = 300;
/** Issues of other days hardly change: what they had ten seconds ago will do. */
export const MAY_BE_OLD_MS = 10_000;

export interface ComparableIssue {
  /** UTC, milliseconds. */
  readonly sentAt: number;
  readonly hasPaywall: boolean;
  readonly figures: IssueFigures;
}

/** The last issues, at most 30, that went out before one to the same audience and arrived somewhere; the latest first. */
export async function comparableIssues(
  {
    catalog,
    warehouse,
  }: { readonly catalog: Pick<Catalog, 'listIssues'>; readonly warehouse: Pick<Warehouse, 'figures'> },
  { id: publication }: Publication,
  issue: Issue,
  audience: IssueAudience,
): Promise<readonly ComparableIssue[]> {
  const found: ComparableIssue[] = [];
  let cursor: string | null = cursorAfter(issue);
  for (let seen = 0; cursor !== null && seen < MOST_LOOKED_AT && found.length < MOST; seen += PAGE) {
    // The audience is nearly always the same: the first page is what is needed, and hardly more.
    const limit: number = seen === 0 ? MOST + 10 : PAGE;
    const page: Awaited<ReturnType<Catalog['listIssues']>> = await catalog.listIssues(publication, { limit, cursor });
    const figures = await warehouse.figures({
      publication,
      issues: page.items.map(({ id }) => id),
      oldMs: MAY_BE_OLD_MS,
    });
    for (const [at, its] of figures.entries()) {
      const { sentAt = null, hasPaywall = false } = page.items[at] ?? {};
      if (sentAt === null || its.delivered === 0 || audienceOf(its) !== audience) continue;
      found.push({ sentAt: sentAt.getTime(), hasPaywall, figures: its });
    }
    cursor = page.next;
  }
  return found.slice(0, MOST);
}
