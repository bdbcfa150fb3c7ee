import { eq, sql } from 'drizzle-orm';
import type { Catalog, MailServerSetup } from './catalog.ts';
import { mailServers } from './schema.ts';
import { only, type Store } from './store.ts';

export function mailServersIn(store: Store): Pick<Catalog, 'mailServer' | 'setMailServer' | 'removeMailServer'> {
  return {
    async mailServer(publication) {
      const [found] = await store.ask((database) =>
        database.select().from(mailServers).where(eq(mailServers.publication, publication)),
      );
      return found === undefined ? null : setupOf(found);
    },

    async setMailServer(publication, { host, port, tls, user, password, from }) {
      const set = { host, port, tls, user, password, from };
      const written = await store.ask((database) =>
        database
          .insert(mailServers)
          .values({ publication, ...set })
          .onConflictDoUpdate({ target: mailServers.publication, set: { ...set, createdAt: sql`now()` } })
          .returning(),
      );
      return setupOf(only(written));
    },

    async removeMailServer(publication) {
      const removed = await store.ask((database) =>
        database
          .delete(mailServers)
          .where(eq(mailServers.publication, publication))
          .returning({ publication: mailServers.publication }),
      );
      return removed.length > 0;
    },
  };
}

function setupOf({ publication: _, ...setup }: typeof mailServers.$inferSelect): MailServerSetup {
  return setup;
}
