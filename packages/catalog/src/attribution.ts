import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { issues, links, publications, sections } from './schema.ts';
import type { Store } from './store.ts';

const USUAL_DAYS = 7;
const MOST_DAYS = 90;

export function attributionIn(store: Store): Pick<Catalog, 'attribution' | 'setAttributionDays' | 'allSections'> {
  return {
    attribution: (publication) =>
      store.ask(async (database) => {
        const [chosen] = await database
          .select({ days: publications.attributionDays })
          .from(publications)
          .where(eq(publications.id, publication));
        const asking = await database
          .select({ id: links.id })
          .from(links)
          .innerJoin(issues, eq(issues.id, links.issue))
          .where(and(eq(issues.publication, publication), inArray(links.kind, ['call_to_action', 'subscribe'])));
        return { days: chosen?.days ?? USUAL_DAYS, callsToAction: asking.map(({ id }) => id) };
      }),

    async setAttributionDays(publication, days) {
      if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
        throw new RangeError(`Attribution looks back from 1 to ${MOST_DAYS} days, not ${days}.`);
      }
      await store.ask((database) =>
        database.update(publications).set({ attributionDays: days }).where(eq(publications.id, publication)),
      );
    },

    allSections: (publication) =>
      store.ask((database) =>
        database
          .select(getTableColumns(sections))
          .from(sections)
          .innerJoin(issues, eq(issues.id, sections.issue))
          .where(eq(issues.publication, publication))
          .orderBy(asc(sections.issue), asc(sections.ordinal)),
      ),
  };
}
