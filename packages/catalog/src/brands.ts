import { eq } from 'drizzle-orm';
import type { BrandOf, Catalog } from './catalog.ts';
import { brands } from './schema.ts';
import { only, type Store } from './store.ts';

const NOTHING_CHOSEN: BrandOf = { colour: null, logo: null };
const columns = { colour: brands.colour, logo: brands.logo };

export function brandsIn(store: Store): Pick<Catalog, 'brand' | 'setBrand' | 'removeBrand'> {
  return {
    async brand(publication) {
      const [found] = await store.ask((database) =>
        database.select(columns).from(brands).where(eq(brands.publication, publication)),
      );
      return found ?? NOTHING_CHOSEN;
    },

    async setBrand(publication, change) {
      if (Object.keys(change).length === 0) return this.brand(publication);
      return only(
        await store.ask((database) =>
          database
            .insert(brands)
            .values({ publication, ...change })
            .onConflictDoUpdate({ target: brands.publication, set: change })
            .returning(columns),
        ),
      );
    },

    async removeBrand(publication) {
      const removed = await store.ask((database) =>
        database.delete(brands).where(eq(brands.publication, publication)).returning({ of: brands.publication }),
      );
      return removed.length > 0;
    },
  };
}
