import { and, eq, sql } from 'drizzle-orm';
import type { Catalog, Issue, IssueEdition } from './catalog.ts';
import { chunksOf } from './chunks.ts';
import { editions } from './schema.ts';
import type { Database, Store } from './store.ts';

/** Each may have some hundred kilobytes of HTML, twice. */
const EDITIONS_PER_INSERT = 20;

/** Adds editions, or replaces those of the same issue and name; call within a transaction. */
export async function writeEditions(
  transaction: Database,
  given: readonly (IssueEdition & { readonly issue: Issue['id'] })[],
): Promise<void> {
  for await (const some of chunksOf(given, EDITIONS_PER_INSERT)) {
    await transaction
      .insert(editions)
      .values(some)
      .onConflictDoUpdate({
        target: [editions.issue, editions.edition],
        set: { originalHtml: sql`excluded.original_html`, trackedHtml: sql`excluded.tracked_html` },
      });
  }
}

export function editionsIn(store: Store): Pick<Catalog, 'saveEditions' | 'findEdition' | 'editionNames'> {
  return {
    saveEditions: (issue, given) =>
      store.transaction((transaction) =>
        writeEditions(
          transaction,
          given.map((edition) => ({ issue, ...edition })),
        ),
      ),

    async editionNames(issue) {
      const kept = await store.ask((database) =>
        database.select({ edition: editions.edition }).from(editions).where(eq(editions.issue, issue)),
      );
      return (['whole', 'cut'] as const).filter((name) => kept.some(({ edition }) => edition === name));
    },

    async findEdition(issue, edition) {
      if (edition === 'none') return null;
      const [found] = await store.ask((database) =>
        database
          .select({
            edition: editions.edition,
            originalHtml: editions.originalHtml,
            trackedHtml: editions.trackedHtml,
          })
          .from(editions)
          .where(and(eq(editions.issue, issue), eq(editions.edition, edition))),
      );
      return found ?? null;
    },
  };
}
