import { and, eq } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { editions } from './schema.ts';
import type { Store } from './store.ts';

export function editionsIn(store: Store): Pick<Catalog, 'saveEditions' | 'findEdition' | 'editionNames'> {
  return {
    saveEditions: (issue, given) =>
      store.transaction(async (transaction) => {
        for (const { edition, originalHtml, trackedHtml } of given) {
          await transaction
            .insert(editions)
            .values({ issue, edition, originalHtml, trackedHtml })
            .onConflictDoUpdate({ target: [editions.issue, editions.edition], set: { originalHtml, trackedHtml } });
        }
      }),

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
