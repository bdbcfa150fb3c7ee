import { and, eq } from 'drizzle-orm';
import type { Catalog, LoggedExport } from './catalog.ts';
import { NewestFirst } from './newest-first.ts';
import { newPublicId } from './public-id.ts';
import { exportLog } from './schema.ts';
import { only, type Store } from './store.ts';

const LISTED = new NewestFirst<LoggedExport>(
  'exports',
  { moment: exportLog.startedAt, publicId: exportLog.publicId },
  ({ startedAt }) => startedAt,
);

/** Who took what out, and how it ended. */
export function exportLogIn(store: Store): Pick<Catalog, 'beginExport' | 'endExport' | 'listExports' | 'findExport'> {
  return {
    beginExport: (publication, begun) =>
      store.ask(async (database) =>
        loggedOf(
          only(
            await database
              .insert(exportLog)
              .values({ ...begun, publicId: newPublicId(), publication })
              .returning(),
          ),
        ),
      ),

    endExport: (publication, publicId, ended) =>
      store.ask(async (database) => {
        await database
          .update(exportLog)
          .set(ended)
          .where(and(eq(exportLog.publication, publication), eq(exportLog.publicId, publicId)));
      }),

    findExport: (publication, publicId) =>
      store.ask(async (database) => {
        const [found] = await database
          .select()
          .from(exportLog)
          .where(and(eq(exportLog.publication, publication), eq(exportLog.publicId, publicId)));
        return found === undefined ? null : loggedOf(found);
      }),

    async listExports(publication, { limit, cursor }) {
      const [rows, behind] = [LISTED.rowsFor(limit), LISTED.behind(cursor)];
      const found = await store.ask((database) =>
        database
          .select()
          .from(exportLog)
          .where(and(eq(exportLog.publication, publication), behind))
          .orderBy(...LISTED.order)
          .limit(rows),
      );
      return LISTED.page(found.map(loggedOf), limit);
    },
  };
}

function loggedOf({ publication: _, ...row }: typeof exportLog.$inferSelect): LoggedExport {
  return row;
}
