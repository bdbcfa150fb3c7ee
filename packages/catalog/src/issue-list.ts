import type { PublicationId } from '@readout/events';
import { and, desc, eq, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { decodeCursor, encodeCursor, invalidCursor } from './issue-cursor.ts';
import { issues } from './schema.ts';
import type { Database, Store } from './store.ts';

const LARGEST_PAGE = 200;

export function issueListIn(store: Store): Pick<Catalog, 'listIssues'> {
  return {
    async listIssues(publication, { limit, cursor }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
        throw new RangeError(`A page has from 1 to ${LARGEST_PAGE} issues, not ${limit}.`);
      }
      const rows = await store.ask(async (database) =>
        database
          .select()
          .from(issues)
          .where(
            and(
              eq(issues.publication, publication),
              cursor === undefined ? undefined : await isAfter(database, publication, cursor),
            ),
          )
          // `desc` of Drizzle puts nulls first, as PostgreSQL does: the unsent lead.
          .orderBy(desc(issues.sentAt), desc(issues.id))
          // One more than asked for tells whether there is another page.
          .limit(limit + 1),
      );
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return { items, next: rows.length > limit && last !== undefined ? encodeCursor(last) : null };
    },
  };
}

/** What comes after the cursor, as a range of the index and not as a number of rows to skip. */
async function isAfter(database: Database, publication: PublicationId, cursor: string): Promise<SQL | undefined> {
  const { sentAt, publicId } = decodeCursor(cursor);
  const [last] = await database
    .select({ id: issues.id })
    .from(issues)
    .where(and(eq(issues.publicId, publicId), eq(issues.publication, publication)));
  if (last === undefined) throw invalidCursor();
  if (sentAt === null) return or(isNotNull(issues.sentAt), lt(issues.id, last.id));
  return sql`(${issues.sentAt}, ${issues.id}) < (${sql.param(sentAt, issues.sentAt)}, ${last.id})`;
}
