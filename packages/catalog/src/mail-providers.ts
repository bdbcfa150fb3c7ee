import { and, asc, eq, sql } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { mailProviders } from './schema.ts';
import { only, type Store } from './store.ts';

export function mailProvidersIn(
  store: Store,
): Pick<Catalog, 'mailProviders' | 'setMailProvider' | 'removeMailProvider'> {
  return {
    mailProviders: (publication) =>
      store.ask((database) =>
        database
          .select()
          .from(mailProviders)
          .where(publication === undefined ? undefined : eq(mailProviders.publication, publication))
          .orderBy(asc(mailProviders.publication), asc(mailProviders.provider)),
      ),

    async setMailProvider(publication, provider, key) {
      const createdAt = sql`now()`;
      return only(
        await store.ask((database) =>
          database
            .insert(mailProviders)
            .values({ publication, provider, key })
            .onConflictDoUpdate({
              target: [mailProviders.publication, mailProviders.provider],
              set: { key, createdAt },
            })
            .returning(),
        ),
      );
    },

    async removeMailProvider(publication, provider) {
      const removed = await store.ask((database) =>
        database
          .delete(mailProviders)
          .where(and(eq(mailProviders.publication, publication), eq(mailProviders.provider, provider)))
          .returning({ provider: mailProviders.provider }),
      );
      return removed.length > 0;
    },
  };
}
