import { asc, eq, gt } from 'drizzle-orm';
import type { Catalog, LinkTarget } from './catalog.ts';
import { issues, links } from './schema.ts';
import type { Store } from './store.ts';

const LINKS_PER_PAGE = 5000;

const linkTarget = {
  publicId: links.publicId,
  id: links.id,
  publication: issues.publication,
  issue: links.issue,
  section: links.section,
  url: links.url,
};

/** What collector and ingester look up. */
export function targetsIn(store: Store): Pick<Catalog, 'findLinkTarget' | 'findIssueTarget' | 'allLinkTargets'> {
  return {
    async findLinkTarget(publicId) {
      const [found] = await store.ask((database) =>
        database
          .select(linkTarget)
          .from(links)
          .innerJoin(issues, eq(issues.id, links.issue))
          .where(eq(links.publicId, publicId)),
      );
      return found ?? null;
    },

    async findIssueTarget(publicId) {
      const [found] = await store.ask((database) =>
        database
          .select({ publicId: issues.publicId, id: issues.id, publication: issues.publication })
          .from(issues)
          .where(eq(issues.publicId, publicId)),
      );
      return found ?? null;
    },

    allLinkTargets: () => pagesOfLinks(store),
  };
}

/** Each page is a query of its own: no transaction stays open for as long as the reader takes. */
async function* pagesOfLinks(store: Store): AsyncGenerator<readonly LinkTarget[]> {
  let last: LinkTarget | undefined;
  do {
    const after = last === undefined ? undefined : gt(links.id, last.id);
    const page: LinkTarget[] = await store.ask((database) =>
      database
        .select(linkTarget)
        .from(links)
        .innerJoin(issues, eq(issues.id, links.issue))
        .where(after)
        .orderBy(asc(links.id))
        .limit(LINKS_PER_PAGE),
    );
    if (page.length > 0) yield page;
    last = page.at(LINKS_PER_PAGE - 1);
  } while (last !== undefined);
}
