import type { IssueList } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { figuresView } from './figures.ts';
import { issueView } from './issue-view.ts';

const SPARKLINE_HOURS = 48;

/** A page of issues, each with its figures and the new readers of its first 48 hours. */
export async function listIssues(
  { catalog, warehouse }: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  { id: publication }: Publication,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<IssueList> {
  const page = await catalog.listIssues(publication, { limit, ...(cursor === undefined ? {} : { cursor }) });
  const total = await catalog.countIssues(publication);
  const issues = page.items.map(({ id, sentAt }) => ({ id, since: sentAt?.getTime() ?? null }));
  const rows = issues.length === 0 ? [] : await warehouse.issueSummaries({ publication, issues });
  const items = page.items.flatMap((issue, at) => {
    const row = rows[at];
    if (row === undefined) return [];
    const { readersByHour, ...figures } = row;
    return {
      ...issueView(issue),
      figures: figuresView(figures),
      readersByHour: Array.from({ length: SPARKLINE_HOURS }, (_, hour) => readersByHour[hour] ?? 0),
    };
  });
  return { items, next: page.next, total };
}
