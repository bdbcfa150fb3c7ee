import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { LinkFigures, LinkSections, SectionFigures } from '../warehouse.ts';

const BY_LINK = `
  SELECT link, sum(l.clicks) AS clicks, groupBitmapMerge(l.clickers) AS clickers, sum(l.machine_clicks) AS machineClicks
  FROM link_figures AS l
  WHERE publication = {publication:UInt32} AND issue = {issue:UInt32}
  GROUP BY link`;

export function linkFigures(engine: Engine, publication: PublicationId, issue: IssueId): Promise<LinkFigures[]> {
  return engine.rows<LinkFigures>(BY_LINK, { publication, issue });
}

/** Somebody who clicks two links of a section is one clicker of it. */
const BY_SECTION = `
  SELECT
    transform(link, {links:Array(UInt32)}, {sections:Array(UInt32)}, toUInt32(0)) AS section,
    sum(l.clicks) AS clicks,
    groupBitmapMerge(l.clickers) AS clickers
  FROM link_figures AS l
  WHERE publication = {publication:UInt32} AND issue = {issue:UInt32}
  GROUP BY section
  HAVING section != 0`;

export async function sectionFigures(
  engine: Engine,
  publication: PublicationId,
  issue: IssueId,
  linkSections: LinkSections,
): Promise<SectionFigures[]> {
  if (linkSections.size === 0) return [];
  return engine.rows<SectionFigures>(BY_SECTION, {
    publication,
    issue,
    links: [...linkSections.keys()],
    sections: [...linkSections.values()],
  });
}
