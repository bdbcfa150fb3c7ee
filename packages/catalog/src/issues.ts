import { and, asc, count, eq } from 'drizzle-orm';
import type { Catalog, Issue } from './catalog.ts';
import { linkColumns, sectionColumns, writeIssue } from './issue-structure.ts';
import { issues, links, sections } from './schema.ts';
import type { Store } from './store.ts';

type Issues = Pick<Catalog, 'createIssue' | 'findIssue' | 'updateIssue' | 'countIssues'>;

export function issuesIn(store: Store): Issues {
  return {
    createIssue: (publication, issue) =>
      store.transaction((transaction) => writeIssue(transaction, publication, issue)),

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
