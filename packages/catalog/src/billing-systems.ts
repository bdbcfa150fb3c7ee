import { and, asc, eq, sql } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { billingSystems } from './schema.ts';
import { only, type Store } from './store.ts';

export function billingSystemsIn(
  store: Store,
): Pick<Catalog, 'billingSystems' | 'setBillingSystem' | 'removeBillingSystem'> {
  return {
    billingSystems: (publication) =>
      store.ask((database) =>
        database
          .select()
          .from(billingSystems)
          .where(publication === undefined ? undefined : eq(billingSystems.publication, publication))
          .orderBy(asc(billingSystems.publication), asc(billingSystems.system)),
      ),

    async setBillingSystem(publication, { system, secret, account, takesTests }) {
      const set = { secret, account, takesTests };
      return only(
        await store.ask((database) =>
          database
            .insert(billingSystems)
            .values({ publication, system, ...set })
            .onConflictDoUpdate({
              target: [billingSystems.publication, billingSystems.system],
              set: { ...set, createdAt: sql`now()` },
            })
            .returning(),
        ),
      );
    },

    async removeBillingSystem(publication, system) {
      const removed = await store.ask((database) =>
        database
          .delete(billingSystems)
          .where(and(eq(billingSystems.publication, publication), eq(billingSystems.system, system)))
          .returning({ system: billingSystems.system }),
      );
      return removed.length > 0;
    },
  };
}
