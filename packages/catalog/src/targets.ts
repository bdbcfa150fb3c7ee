import type { IssueId, LinkId } from '@readout/events';
import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Catalog, IssueTarget, LinkTarget, TargetCounts } from './catalog.ts';
import { canExist } from './identity.ts';
import { issues, links, offers, sections } from './schema.ts';
import { only, type Store } from './store.ts';

type Targets = Pick<
  Catalog,
  | 'findLinkTarget'
  | 'findIssueTarget'
  | 'findSectionTarget'
  | 'findOfferTarget'
  | 'findIssueFacts'
  | 'allLinkTargets'
  | 'linkTargetsAfter'
  | 'allIssueTargets'
  | 'issueTargetsAfter'
  | 'countTargets'
>;

const ROWS_PER_PAGE = 5000;

const linkTarget = {
  publicId: links.publicId,
  id: links.id,
  publication: issues.publication,
  issue: links.issue,
  issuePublicId: issues.publicId,
  section: links.section,
  url: links.url,
};
const issueTarget = { publicId: issues.publicId, id: issues.id, publication: issues.publication };

/** What collector and ingester look up. */
export function targetsIn(store: Store): Targets {
  const linkTargetsAfter = (last: LinkId | 0) =>
    pages<LinkTarget>(last, (after) =>
      store.ask((database) =>
        database
          .select(linkTarget)
          .from(links)
          .innerJoin(issues, eq(issues.id, links.issue))
          .where(gt(links.id, sql`${after}::integer`))
          .orderBy(asc(links.id))
          .limit(ROWS_PER_PAGE),
      ),
    );
  const issueTargetsAfter = (last: IssueId | 0) =>
    pages<IssueTarget>(last, (after) =>
      store.ask((database) =>
        database
          .select(issueTarget)
          .from(issues)
          .where(gt(issues.id, sql`${after}::integer`))
          .orderBy(asc(issues.id))
          .limit(ROWS_PER_PAGE),
      ),
    );
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
        database.select(issueTarget).from(issues).where(eq(issues.publicId, publicId)),
      );
      return found ?? null;
    },

    async findSectionTarget(publicId) {
      const [found] = await store.ask((database) =>
        database
          .select({ publicId: sections.publicId, id: sections.id, issue: sections.issue })
          .from(sections)
          .where(eq(sections.publicId, publicId)),
      );
      return found ?? null;
    },

    async findOfferTarget(publicId) {
      const [found] = await store.ask((database) =>
        database
          .select({ publicId: offers.publicId, id: offers.id, publication: offers.publication })
          .from(offers)
          .where(eq(offers.publicId, publicId)),
      );
      return found ?? null;
    },

    async findIssueFacts(issue) {
      if (!canExist(issue)) return null;
      const found = await store.ask((database) =>
        database
          .select({ link: links.id, kind: links.kind })
          .from(issues)
          .leftJoin(links, eq(links.issue, issues.id))
          .where(eq(issues.id, issue))
          .orderBy(asc(links.id)),
      );
      if (found.length === 0) return null;
      const known = found.flatMap(({ link, kind }) => (link === null ? [] : [{ link, kind }]));
      const honeypots = known.flatMap(({ link, kind }) => (kind === 'honeypot' ? [link] : []));
      return { links: known.length - honeypots.length, honeypots };
    },

    allLinkTargets: () => linkTargetsAfter(0),
    linkTargetsAfter,
    allIssueTargets: () => issueTargetsAfter(0),
    issueTargetsAfter,

    countTargets: () =>
      store.ask(async (database) =>
        only(
          await database
            .select({
              links: sql<number>`(select count(*)::integer from ${links})`,
              lastLink: sql<TargetCounts['lastLink']>`(select coalesce(max(id), 0) from ${links})`,
              issues: sql<number>`(select count(*)::integer from ${issues})`,
              lastIssue: sql<TargetCounts['lastIssue']>`(select coalesce(max(id), 0) from ${issues})`,
            })
            .from(sql`(values (1)) as one`),
        ),
      ),
  };
}

/** Each page is a query of its own: no transaction stays open for as long as the reader takes. */
async function* pages<Row extends { readonly id: number }>(
  from: number,
  pageAfter: (last: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: number | undefined = from;
  do {
    const page: readonly Row[] = await pageAfter(last);
    if (page.length > 0) yield page;
    last = page.at(ROWS_PER_PAGE - 1)?.id;
  } while (last !== undefined);
}
