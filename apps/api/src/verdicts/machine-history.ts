import type { MachineHistory } from '@readout/api-contract';
import type { Catalog, Issue, Publication } from '@readout/catalog';
import { issuesAddedUp } from '@readout/statistics';
import type { ApiDependencies } from '../dependencies.ts';
import { estimateOf } from './estimate.ts';
import { jumpOf, MOST_BEFORE } from './jump.ts';

const PAGE = 200;

/** A publication's issues that went out, newest last, each with what machines did and whether that is unusual. */
export async function machineHistory(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  limit: number,
): Promise<MachineHistory> {
  const issues = await sentIssues(catalog, publication, clock(), limit + MOST_BEFORE);
  const figures = await warehouse.figures({ publication: publication.id, issues: issues.map(({ id }) => id) });
  const shown = figures.slice(0, limit);
  const items = shown.flatMap((its, at) => {
    const issue = issues[at];
    if (issue === undefined) return [];
    const { delivered, readers, opensByVerdict, clicks, machineClicks, unclearClicks, settling } = its;
    return {
      id: issue.publicId,
      title: issue.title,
      sentAt: issue.sentAt.toISOString(),
      delivered,
      readers,
      opensByVerdict: { ...opensByVerdict },
      clicks,
      machineClicks,
      unclearClicks,
      settling,
      scannerShare: delivered === 0 ? null : (opensByVerdict.scanner + machineClicks) / delivered,
      jump: jumpOf(its, figures.slice(at + 1, at + 1 + MOST_BEFORE)),
    };
  });
  const together = issuesAddedUp(shown.map(({ readership }) => readership));
  return { items: items.reverse(), estimate: estimateOf(publication, together) };
}

/** Newest first. */
async function sentIssues(
  catalog: Pick<Catalog, 'listIssues'>,
  { id }: Publication,
  now: number,
  most: number,
): Promise<(Issue & { readonly sentAt: Date })[]> {
  const sent: (Issue & { readonly sentAt: Date })[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Catalog['listIssues']>> = await catalog.listIssues(id, {
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const issue of page.items) {
      const { sentAt } = issue;
      if (sentAt !== null && sentAt.getTime() <= now) sent.push({ ...issue, sentAt });
    }
    cursor = page.next;
  } while (cursor !== null && sent.length < most);
  return sent.slice(0, most);
}
