import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Catalog, ImportedIssue, ImportJob } from './catalog.ts';
import { newPublicId } from './public-id.ts';
import { importedIssues, imports, issues, publications } from './schema.ts';
import { only, type Store } from './store.ts';

type Imports = Pick<
  Catalog,
  | 'createImport'
  | 'findImport'
  | 'listImports'
  | 'importsAtWork'
  | 'changeImport'
  | 'deleteImport'
  | 'importedIssues'
  | 'changeImportedHeading'
>;

const AT_WORK = ['looking', 'running'] as const satisfies readonly ImportJob['state'][];

export function importsIn(store: Store): Imports {
  return {
    async createImport(publication, { format, database }) {
      const row = { publicId: newPublicId(), publication, format, database, state: 'waiting' as const };
      return only(await store.ask((catalog) => catalog.insert(imports).values(row).returning()));
    },

    async findImport(publication, publicId) {
      const [job]: ImportJob[] = await store.ask((database) =>
        database
          .select()
          .from(imports)
          .where(and(eq(imports.publicId, publicId), eq(imports.publication, publication))),
      );
      return job ?? null;
    },

    listImports: (publication) =>
      store.ask((database) =>
        database
          .select()
          .from(imports)
          .where(eq(imports.publication, publication))
          .orderBy(desc(imports.createdAt), asc(imports.publicId)),
      ),

    importsAtWork: () =>
      store.ask((database) => database.select().from(imports).where(inArray(imports.state, AT_WORK))),

    changeImport: (publicId, from, change) =>
      store.transaction(async (transaction) => {
        const [job] = await transaction.select().from(imports).where(eq(imports.publicId, publicId));
        if (job === undefined) return null;
        const { publication } = job;
        // One after the other for a publication: two that begin at once would both find nobody at work.
        await transaction
          .select({ id: publications.id })
          .from(publications)
          .where(eq(publications.id, publication))
          .for('no key update');
        if (change.state === 'looking' || change.state === 'running') {
          const others = await transaction
            .select({ publicId: imports.publicId })
            .from(imports)
            .where(
              and(
                eq(imports.publication, publication),
                ne(imports.publicId, publicId),
                inArray(imports.state, AT_WORK),
              ),
            );
          if (others.length > 0) return null;
        }
        const [changed]: ImportJob[] = await transaction
          .update(imports)
          .set(change.files === undefined ? change : { ...change, files: [...change.files] })
          .where(and(eq(imports.publicId, publicId), inArray(imports.state, [...from])))
          .returning();
        return changed ?? null;
      }),

    async deleteImport(publicId, from) {
      const gone = await store.ask((database) =>
        database
          .delete(imports)
          .where(and(eq(imports.publicId, publicId), inArray(imports.state, [...from])))
          .returning({ publicId: imports.publicId }),
      );
      return gone.length > 0;
    },

    importedIssues: (publication, source): Promise<ImportedIssue[]> =>
      store.ask((database) =>
        database
          .select({
            key: importedIssues.key,
            heading: importedIssues.heading,
            text: importedIssues.text,
            id: issues.id,
            publicId: issues.publicId,
            title: issues.title,
            subtitle: issues.subtitle,
            sentAt: issues.sentAt,
            hasPaywall: issues.hasPaywall,
          })
          .from(importedIssues)
          .innerJoin(issues, eq(issues.id, importedIssues.issue))
          .where(and(eq(importedIssues.publication, publication), eq(importedIssues.source, source))),
      ),

    changeImportedHeading: (publication, { source, key, heading }, itsHeading) =>
      store.transaction(async (transaction) => {
        const named = and(
          eq(importedIssues.publication, publication),
          eq(importedIssues.source, source),
          eq(importedIssues.key, key),
        );
        const changed = await transaction
          .update(importedIssues)
          .set({ heading })
          .where(named)
          .returning({ issue: importedIssues.issue });
        if (itsHeading === null) return;
        for (const { issue } of changed) await transaction.update(issues).set(itsHeading).where(eq(issues.id, issue));
      }),
  };
}
