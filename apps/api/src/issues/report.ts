import type { IssueReport } from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { LinkId, SectionId } from '@readout/events';
import type { IssueFigures, IssueReportRows } from '@readout/warehouse';
import { estimateOf } from '../verdicts/estimate.ts';
import { jumpOf } from '../verdicts/jump.ts';
import { figuresView } from './figures.ts';
import { hoursSinceSending } from './hours.ts';
import { issueDetail, linkView, sectionsById, sectionView, seenLinks } from './issue-view.ts';

const SEGMENTS = ['free', 'trial', 'premium'] as const;

/** Which section each link stands in, for the warehouse. */
export function linkSections({ links }: IssueWithStructure): ReadonlyMap<LinkId, SectionId> {
  return new Map(links.flatMap(({ id, section }) => (section === null ? [] : [[id, section] as const])));
}

/**
 * Puts what the warehouse counted beside what the catalog knows: every link and section is there, clicked or not.
 * @param before Figures of the issues before this one, by which a jump is told.
 */
export function issueReport(
  publication: Publication,
  issue: IssueWithStructure,
  rows: IssueReportRows,
  before: readonly IssueFigures[],
  now: number,
): IssueReport {
  const sections = sectionsById(issue);
  const byLink = new Map(rows.links.map((row) => [row.link, row]));
  const bySection = new Map(rows.sections.map((row) => [row.section, row]));
  const bySegment = new Map(rows.segments.map((row) => [row.segment, row]));
  const links = seenLinks(issue).map((link) => {
    const { clicks = 0, clickers = 0, machineClicks = 0, unclearClicks = 0 } = byLink.get(link.id) ?? {};
    return { ...linkView(link, sections), clicks, clickers, machineClicks, unclearClicks };
  });
  return {
    issue: issueDetail(issue),
    asOf: new Date(now).toISOString(),
    figures: figuresView(rows.figures),
    estimate: estimateOf(publication, rows.figures.readership),
    jump: jumpOf(rows.figures, before),
    segments: SEGMENTS.map((segment) => {
      const { delivered = 0, readers = 0, clickers = 0 } = bySegment.get(segment) ?? {};
      return { segment, delivered, readers, clickers };
    }),
    activity: hoursSinceSending(rows.activity, issue.sentAt?.getTime() ?? null, now),
    links: links.sort((a, b) => b.clickers - a.clickers || b.clicks - a.clicks || a.ordinal - b.ordinal),
    sections: issue.sections.map((section) => {
      const { clicks = 0, clickers = 0 } = bySection.get(section.id) ?? {};
      return { ...sectionView(section), clicks, clickers };
    }),
  };
}
