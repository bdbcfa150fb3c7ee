import type { LinkId, SectionId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsignedArray } from '../literal.ts';
import type { LinkFigures, LinkSections, SectionFigures } from '../warehouse.ts';
import { type Asked, withArrivals } from './arrivals.sql.ts';

interface LinkRow extends LinkFigures {
  readonly section: SectionId;
  readonly isSection: 0 | 1;
}

/** Somebody who clicks two links of a section is one clicker of it. */
const byLinkAndSection = (asked: Asked, linkSections: LinkSections) => `
  SELECT
    link,
    section,
    grouping(link) AS isSection,
    sum(l.clicks) AS clicks,
    groupBitmapMerge(l.clickers) AS clickers,
    sum(l.machine_clicks) AS machineClicks,
    sum(l.unclear_clicks) AS unclearClicks
  FROM (
    SELECT
      link, clicks, clickers, machine_clicks, unclear_clicks,
      transform(link, ${unsignedArray([...linkSections.keys()])}, ${unsignedArray([...linkSections.values()])}, 0) AS section
    FROM ${withArrivals('link_figures', asked)}
  ) AS l
  GROUP BY GROUPING SETS ((link), (section))`;

const byLink = (asked: Asked) => `
  SELECT
    link, 0 AS section, 0 AS isSection,
    sum(l.clicks) AS clicks,
    groupBitmapMerge(l.clickers) AS clickers,
    sum(l.machine_clicks) AS machineClicks,
    sum(l.unclear_clicks) AS unclearClicks
  FROM ${withArrivals('link_figures', asked)} AS l
  GROUP BY link`;

/** Of one issue: its links, and the sections that links stand in, as far as anything is known of them. */
export async function linkFigures(
  engine: Engine,
  asked: Asked,
  linkSections: LinkSections,
): Promise<{ readonly links: readonly LinkFigures[]; readonly sections: readonly SectionFigures[] }> {
  const rows = await engine.rows<LinkRow>(
    linkSections.size === 0 ? byLink(asked) : byLinkAndSection(asked, linkSections),
  );
  const links: LinkFigures[] = [];
  const sections: SectionFigures[] = [];
  for (const { isSection, section, link, ...counts } of rows) {
    if (isSection === 0) links.push({ link: link as LinkId, ...counts });
    else if (section !== 0) sections.push({ section, clicks: counts.clicks, clickers: counts.clickers });
  }
  return { links, sections };
}
