import type { PublicationId } from '@readout/events';
import { and, desc, eq, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Catalog, Issue } from './catalog.ts';
import { decodeCursor, encodeCursor, invalidCursor } from './issue-cursor.ts';
import { issues } from './schema.ts';
import type { Database, Store } from './store.ts';

const LARGEST_PAGE = 200;

/** Publications whose issues are all remembered. */
const MOST_REMEMBERED = 20;

interface Remembered {
  readonly mark: string;
  readonly issues: readonly Issue[];
}

export function issueListIn(store: Store): Pick<Catalog, 'listIssues' | 'allIssues'> {
  const remembered = new Map<PublicationId, Remembered>();
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

    // Reading two thousand issues takes PGlite some 50 ms, and saying whether one has changed a few.
    async allIssues(publication) {
      const mark = await store.ask((database) => markOf(database, publication));
      const known = remembered.get(publication);
      if (known?.mark === mark) return known.issues;
      const all = await store.ask((database) =>
        database
          .select()
          .from(issues)
          .where(eq(issues.publication, publication))
          .orderBy(desc(issues.sentAt), desc(issues.id)),
      );
      // Put in anew, it is the youngest; the mark is older than the issues, so that no change is missed.
      remembered.delete(publication);
      remembered.set(publication, { mark, issues: all });
      const [oldest] = remembered.keys();
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      return all;
    },
  };
}

/**
 * Changes with every issue that is written, changed or removed, whoever does it: each version of a row carries the
 * number of the transaction that wrote it. Their sum and not the highest, since a lower one may come to an end later.
 */
async function markOf(database: Database, publication: PublicationId): Promise<string> {
  const [row] = await database
    .select({ mark: sql<string>`count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0)` })
    .from(issues)
    .where(eq(issues.publication, publication));
  return row?.mark ?? '';
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
