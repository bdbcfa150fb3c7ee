import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Catalog, LoggedExport } from './catalog.ts';
import { decodeCursor, encodeCursor, invalidCursor } from './issue-cursor.ts';
import { newPublicId } from './public-id.ts';
import { exportLog } from './schema.ts';
import { only, type Store } from './store.ts';

const LARGEST_PAGE = 200;

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
      if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
        throw new RangeError(`A page has from 1 to ${LARGEST_PAGE} exports, not ${limit}.`);
      }
      const last = cursor === undefined ? null : decodeCursor(cursor);
      if (last !== null && last.sentAt === null) throw invalidCursor();
      const before = last?.sentAt ?? null;
      const rows = await store.ask((database) =>
        database
          .select()
          .from(exportLog)
          .where(
            and(
              eq(exportLog.publication, publication),
              last === null || before === null
                ? undefined
                : or(
                    lt(exportLog.startedAt, before),
                    and(eq(exportLog.startedAt, before), lt(exportLog.publicId, last.publicId)),
                  ),
            ),
          )
          .orderBy(desc(exportLog.startedAt), desc(exportLog.publicId))
          .limit(limit + 1),
      );
      const items = rows.slice(0, limit).map(loggedOf);
      const end = items.at(-1);
      const next =
        rows.length > limit && end !== undefined
          ? encodeCursor({ sentAt: end.startedAt, publicId: end.publicId })
          : null;
      return { items, next };
    },
  };
}

function loggedOf({ publication: _, ...row }: typeof exportLog.$inferSelect): LoggedExport {
  return row;
}
