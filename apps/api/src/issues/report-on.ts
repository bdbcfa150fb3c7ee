import type { IssueReport } from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { figuresBefore } from '../verdicts/jump.ts';
import { issueReport, linkSections } from './report.ts';

/** An issue's figures, hours, links and sections as they stand now. */
export async function reportOn(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  issue: IssueWithStructure,
): Promise<IssueReport> {
  const now = deps.clock();
  const [rows, before] = await Promise.all([
    deps.warehouse.issueReport({ publication: publication.id, issue: issue.id, linkSections: linkSections(issue) }),
    figuresBefore(deps, publication, issue),
  ]);
  return issueReport(publication, issue, rows, before, now);
}
