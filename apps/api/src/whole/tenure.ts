import type { IssuePeople } from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { IssueId } from '@readout/events';
import type { ApiDependencies } from '../dependencies.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { FEWEST } from './folded.ts';

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;

type Tenure = IssuePeople['tenure'];

/**
 * Readers by when the first issue went out that they were sent: less than 30 days before this one, less than a year, or
 * longer. Whoever was there when the history begins may have been there for long: what it is too short for is not said.
 */
export async function tenureOf(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  issue: IssueWithStructure,
): Promise<Tenure> {
  const sent = await sentIssues(catalog, publication.id, clock());
  const first = sent.at(-1);
  const knownSince = first?.sentAt.toISOString() ?? null;
  if (issue.sentAt === null || first === undefined) return { knownSince, items: [] };
  const at = issue.sentAt.getTime();
  const sentBefore = (ms: number): IssueId[] =>
    sent.filter(({ sentAt }) => sentAt.getTime() <= at - ms).map(({ id }) => id);
  const [month, year] = [sentBefore(MONTH_MS), sentBefore(YEAR_MS)];
  if (month.length === 0) return { knownSince, items: [] };
  const names =
    year.length === 0 ? (['new', 'over_a_month'] as const) : (['new', 'under_a_year', 'over_a_year'] as const);
  const rows = await warehouse.tenure({
    publication: publication.id,
    issue: issue.id,
    before: year.length === 0 ? [month] : [month, year],
  });
  return {
    knownSince,
    items: names.map((tenure, place) => {
      const { delivered = 0, readers = 0, clickers = 0 } = rows[place] ?? {};
      const isFew = delivered > 0 && delivered < FEWEST;
      return isFew
        ? { tenure, delivered: null, readers: null, clickers: null }
        : { tenure, delivered, readers, clickers };
    }),
  };
}
