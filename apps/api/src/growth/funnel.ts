import type { FunnelView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { IssueId } from '@readout/events';
import type { ApiDependencies } from '../dependencies.ts';

const DAY_MS = 86_400_000;
const PAGE = 200;

/** The funnel over the issues that went out in the last so many days. */
export async function funnelOf(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  { id: publication }: Publication,
  { days, windowDays }: { readonly days: number; readonly windowDays: number },
): Promise<FunnelView> {
  const to = clock();
  const from = to - days * DAY_MS;
  const issues: IssueId[] = [];
  let cursor: string | null = null;
  do {
    const page = await catalog.listIssues(publication, { limit: PAGE, ...(cursor === null ? {} : { cursor }) });
    for (const { id, sentAt } of page.items) {
      if (sentAt !== null && sentAt.getTime() >= from && sentAt.getTime() <= to) issues.push(id);
    }
    cursor = page.next;
  } while (cursor !== null);
  const people = await warehouse.funnel({ publication, issues, from, windowSeconds: (windowDays * DAY_MS) / 1_000 });
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    issues: issues.length,
    windowDays,
    ...people,
  };
}
