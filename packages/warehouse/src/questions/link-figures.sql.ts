import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import type { LinkFigures, LinkSections, SectionFigures } from '../warehouse.ts';

const byLink = (publication: PublicationId, issue: IssueId) => `
  SELECT link, sum(l.clicks) AS clicks, groupBitmapMerge(l.clickers) AS clickers, sum(l.machine_clicks) AS machineClicks
  FROM link_figures AS l
  WHERE publication = ${unsigned(publication)} AND issue = ${unsigned(issue)}
  GROUP BY link`;

export function linkFigures(engine: Engine, publication: PublicationId, issue: IssueId): Promise<LinkFigures[]> {
  return engine.rows<LinkFigures>(byLink(publication, issue));
}

/** Somebody who clicks two links of a section is one clicker of it. */
const bySection = (publication: PublicationId, issue: IssueId, linkSections: LinkSections) => `
  SELECT
    transform(link, ${unsignedArray([...linkSections.keys()])}, ${unsignedArray([...linkSections.values()])}, 0) AS section,
    sum(l.clicks) AS clicks,
    groupBitmapMerge(l.clickers) AS clickers
  FROM link_figures AS l
  WHERE publication = ${unsigned(publication)} AND issue = ${unsigned(issue)}
  GROUP BY section
  HAVING section != 0`;

export async function sectionFigures(
  engine: Engine,
  publication: PublicationId,
  issue: IssueId,
  linkSections: LinkSections,
): Promise<SectionFigures[]> {
  if (linkSections.size === 0) return [];
  return engine.rows<SectionFigures>(bySection(publication, issue, linkSections));
}
