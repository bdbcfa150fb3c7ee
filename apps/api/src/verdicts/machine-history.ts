import type { MachineHistory } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { issuesAddedUp } from '@readout/statistics';
import type { ApiDependencies } from '../dependencies.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { estimateOf } from './estimate.ts';
import { jumpOf, MOST_BEFORE } from './jump.ts';

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
