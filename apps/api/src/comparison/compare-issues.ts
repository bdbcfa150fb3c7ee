import type { ComparedIssue, IssueComparison } from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import { type Share, shareInterval } from '@readout/statistics';
import type { IssueFigures, IssueReportRows } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { audienceOf } from '../issues/audience.ts';
import { figuresView } from '../issues/figures.ts';
import { findIssue } from '../issues/find-issue.ts';
import { hoursSinceSending } from '../issues/hours.ts';
import { issueView, linkView, sectionsById, sectionView, seenLinks } from '../issues/issue-view.ts';
import { linkSections } from '../issues/report.ts';
import { leadOf } from './lead.ts';

const MOST_LINKS = 5;

/** What each rate is a share of. */
const RATES = {
  openRate: ({ readers, delivered }) => ({ count: readers, of: delivered }),
  clickRate: ({ clickers, delivered }) => ({ count: clickers, of: delivered }),
  clickToOpenRate: ({ clickers, readers }) => ({ count: clickers, of: readers }),
} as const satisfies Record<string, (figures: IssueFigures) => Share>;

/** Issues side by side, in the order asked. @throws {Refusal} where the publication has none of such a name. */
export async function compareIssues(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  ids: readonly string[],
): Promise<IssueComparison> {
  const now = clock();
  const issues = await Promise.all(ids.map((id) => findIssue(catalog, publication, id)));
  const reports = await Promise.all(
    issues.map(async (issue) => ({
      issue,
      rows: await warehouse.issueReport({
        publication: publication.id,
        issue: issue.id,
        linkSections: linkSections(issue),
      }),
    })),
  );
  const lead = (rate: (figures: IssueFigures) => Share) =>
    leadOf(reports.map(({ issue, rows }) => ({ issue: issue.publicId, share: rate(rows.figures) })));
  return {
    asOf: new Date(now).toISOString(),
    items: reports.map(({ issue, rows }) => comparedIssue(issue, rows, now)),
    leads: {
      openRate: lead(RATES.openRate),
      clickRate: lead(RATES.clickRate),
      clickToOpenRate: lead(RATES.clickToOpenRate),
    },
  };
}

function comparedIssue(issue: IssueWithStructure, rows: IssueReportRows, now: number): ComparedIssue {
  const { figures } = rows;
  const sections = sectionsById(issue);
  const byLink = new Map(rows.links.map((row) => [row.link, row]));
  const bySection = new Map(rows.sections.map((row) => [row.section, row]));
  return {
    ...issueView(issue),
    audience: audienceOf(figures),
    figures: figuresView(figures),
    ranges: {
      openRate: shareInterval(RATES.openRate(figures)),
      clickRate: shareInterval(RATES.clickRate(figures)),
      clickToOpenRate: shareInterval(RATES.clickToOpenRate(figures)),
    },
    readersSoFar: hoursSinceSending(rows.activity, issue.sentAt?.getTime() ?? null, now).map(
      ({ readersSoFar }) => readersSoFar,
    ),
    sections: issue.sections.map((section) => ({
      ...sectionView(section),
      clickers: bySection.get(section.id)?.clickers ?? 0,
    })),
    links: seenLinks(issue)
      .map((link) => ({ ...linkView(link, sections), clickers: byLink.get(link.id)?.clickers ?? 0 }))
      .filter(({ clickers }) => clickers > 0)
      .sort((one, other) => other.clickers - one.clickers || one.ordinal - other.ordinal)
      .slice(0, MOST_LINKS),
  };
}
