import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Catalog, Issue, Link } from './catalog.ts';
import { chunksOf } from './chunks.ts';
import { writeEditions } from './editions.ts';
import { linkColumns, sectionColumns, writeIssue, writeIssues } from './issue-structure.ts';
import { issues, links, sections } from './schema.ts';
import type { Store } from './store.ts';

/** Asked for at once. */
const ISSUES_PER_QUESTION = 200;

type Issues = Pick<Catalog, 'createIssue' | 'createIssues' | 'linksOf' | 'findIssue' | 'updateIssue' | 'countIssues'>;

export function issuesIn(store: Store): Issues {
  return {
    createIssue: (publication, issue) =>
      store.transaction((transaction) => writeIssue(transaction, publication, issue)),

    createIssues: (publication, given, editionsOf) =>
      store.transaction(async (transaction) => {
        const written = await writeIssues(transaction, publication, given);
        await writeEditions(
          transaction,
          written.flatMap((issue, at) => editionsOf(issue, at).map((edition) => ({ issue: issue.id, ...edition }))),
        );
        return written;
      }),

    async linksOf(all) {
      const found: (Link & { readonly issue: Issue['id'] })[] = [];
      for await (const some of chunksOf(all, ISSUES_PER_QUESTION)) {
        const columns = { ...linkColumns, issue: links.issue };
        found.push(
          ...(await store.ask((database) => database.select(columns).from(links).where(inArray(links.issue, some)))),
        );
      }
      return found;
    },

    findIssue: (publication, publicId) =>
      store.ask(async (database) => {
        const [issue]: Issue[] = await database
          .select()
          .from(issues)
          .where(and(eq(issues.publicId, publicId), eq(issues.publication, publication)));
        if (issue === undefined) return null;
        const [itsSections, itsLinks] = await Promise.all([
          database
            .select(sectionColumns)
            .from(sections)
            .where(eq(sections.issue, issue.id))
            .orderBy(asc(sections.ordinal)),
          database.select(linkColumns).from(links).where(eq(links.issue, issue.id)).orderBy(asc(links.ordinal)),
        ]);
        return { ...issue, sections: itsSections, links: itsLinks };
      }),

    updateIssue: (publication, publicId, { title, subtitle, sentAt, tags }) =>
      store.ask(async (database) => {
        const named = and(eq(issues.publicId, publicId), eq(issues.publication, publication));
        const [issue]: Issue[] =
          title === undefined && subtitle === undefined && sentAt === undefined && tags === undefined
            ? await database.select().from(issues).where(named)
            : await database
                .update(issues)
                .set({ title, subtitle, sentAt, tags: tags && [...tags] })
                .where(named)
                .returning();
        return issue ?? null;
      }),

    async countIssues(publication) {
      const [row] = await store.ask((database) =>
        database.select({ issues: count() }).from(issues).where(eq(issues.publication, publication)),
      );
      return row?.issues ?? 0;
    },
  };
}
