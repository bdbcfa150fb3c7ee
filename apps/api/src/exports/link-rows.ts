import type { Publication } from '@readout/catalog';
import type { RowsExport } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { byIssue } from '../growth/by-issue.ts';
import type { Narrowed } from './filter.ts';
import { inStretches, issuesIn } from './issues-in.ts';
import { tableOf } from './table-of.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse'>;

/** Links that readers can see with their clicks, as each issue's page shows them. */
export async function linkRows(deps: Deps, publication: Publication, narrowed: Narrowed): Promise<RowsExport> {
  const { links } = await counted(deps, publication, narrowed);
  return tableOf(links, {
    link: ['word', ({ link }) => link.publicId],
    url: ['text', ({ link }) => link.url],
    text: ['text', ({ link }) => link.text],
    kind: ['word', ({ link }) => link.kind],
    ordinal: ['whole', ({ link }) => link.ordinal],
    section: ['word', ({ section }) => section?.publicId ?? null],
    section_title: ['text', ({ section }) => section?.title ?? null],
    issue: ['word', ({ issue }) => issue.publicId],
    issue_title: ['text', ({ issue }) => issue.title],
    sent_at: ['moment', ({ issue }) => issue.sentAt?.getTime() ?? null],
    clicks: ['whole', ({ figures }) => figures?.clicks ?? 0],
    clickers: ['whole', ({ figures }) => figures?.clickers ?? 0],
    machine_clicks: ['whole', ({ figures }) => figures?.machineClicks ?? 0],
    unclear_clicks: ['whole', ({ figures }) => figures?.unclearClicks ?? 0],
  });
}

/** Sections with the clicks on their links. */
export async function sectionRows(deps: Deps, publication: Publication, narrowed: Narrowed): Promise<RowsExport> {
  const { sections } = await counted(deps, publication, narrowed);
  return tableOf(sections, {
    section: ['word', ({ section }) => section.publicId],
    title: ['text', ({ section }) => section.title],
    ordinal: ['whole', ({ section }) => section.ordinal],
    access: ['word', ({ section }) => section.access],
    issue: ['word', ({ issue }) => issue.publicId],
    issue_title: ['text', ({ issue }) => issue.title],
    sent_at: ['moment', ({ issue }) => issue.sentAt?.getTime() ?? null],
    clicks: ['whole', ({ figures }) => figures?.clicks ?? 0],
    clickers: ['whole', ({ figures }) => figures?.clickers ?? 0],
  });
}

async function counted({ catalog, warehouse }: Deps, publication: Publication, narrowed: Narrowed) {
  const [issues, allSections, allLinks] = await Promise.all([
    issuesIn(catalog, publication, narrowed),
    catalog.allSections(publication.id),
    catalog.allLinks(publication.id),
  ]);
  const [sectionsOf, linksOf] = [byIssue(allSections), byIssue(allLinks)];
  const [figures] = [
    await inStretches(issues, async (some) => [
      await warehouse.linksAndSections({
        publication: publication.id,
        issues: some.map(({ id }) => id),
        linkSections: new Map(
          some.flatMap(({ id }) =>
            linksOf(id).flatMap((link) => (link.section === null ? [] : [[link.id, link.section] as const])),
          ),
        ),
      }),
    ]),
  ];
  const byLink = new Map(figures.flatMap(({ links }) => links.map((one) => [one.link, one] as const)));
  const bySection = new Map(figures.flatMap(({ sections }) => sections.map((one) => [one.section, one] as const)));
  const titled = new Map(allSections.map((section) => [section.id, section]));
  return {
    links: issues.flatMap((issue) =>
      linksOf(issue.id)
        .filter(({ kind }) => kind !== 'honeypot')
        .map((link) => ({
          issue,
          link,
          section: link.section === null ? undefined : titled.get(link.section),
          figures: byLink.get(link.id),
        })),
    ),
    sections: issues.flatMap((issue) =>
      sectionsOf(issue.id).map((section) => ({ issue, section, figures: bySection.get(section.id) })),
    ),
  };
}
