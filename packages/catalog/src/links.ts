import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { issues, links } from './schema.ts';
import type { Store } from './store.ts';

export function linksIn(store: Store): Pick<Catalog, 'allLinks' | 'linksNumbered'> {
  return {
    allLinks: (publication, holding) =>
      store.ask((database) =>
        database
          .select(getTableColumns(links))
          .from(links)
          .innerJoin(issues, eq(issues.id, links.issue))
          .where(
            and(
              eq(issues.publication, publication),
              holding === undefined ? undefined : sql`strpos(lower(${links.url}), lower(${holding})) > 0`,
            ),
          )
          .orderBy(asc(links.issue), asc(links.ordinal)),
      ),

    linksNumbered: (publication, ids) =>
      store.ask((database) =>
        database
          .select(getTableColumns(links))
          .from(links)
          .innerJoin(issues, eq(issues.id, links.issue))
          .where(and(eq(issues.publication, publication), inArray(links.id, [...ids]))),
      ),
  };
}
