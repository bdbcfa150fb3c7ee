import { randomBytes } from 'node:crypto';
import type { PublicationId } from '@readout/events';
import { asc, desc, eq } from 'drizzle-orm';
import type { Catalog, TokenKey } from './catalog.ts';
import { NotInCatalogError } from './errors.ts';
import { canExist } from './identity.ts';
import { tokenKeys } from './schema.ts';
import { type Database, only, type Store } from './store.ts';

const SECRET_BYTES = 32;

export function tokenKeysIn(
  store: Store,
): Pick<Catalog, 'signingKey' | 'findTokenKey' | 'tokenKeys' | 'rotateTokenKey'> {
  return {
    async signingKey(publication) {
      const [newest] = await store.ask((database) =>
        database
          .select()
          .from(tokenKeys)
          .where(eq(tokenKeys.publication, publication))
          .orderBy(desc(tokenKeys.id))
          .limit(1),
      );
      if (newest === undefined) throw new NotInCatalogError(`There is no publication ${publication} in the catalog.`);
      return newest;
    },

    async findTokenKey(id) {
      if (!canExist(id)) return null;
      const [found] = await store.ask((database) => database.select().from(tokenKeys).where(eq(tokenKeys.id, id)));
      return found ?? null;
    },

    tokenKeys: () => store.ask((database) => database.select().from(tokenKeys).orderBy(asc(tokenKeys.id))),

    rotateTokenKey: (publication) => store.ask((database) => newTokenKey(database, publication)),
  };
}

/** Gives a publication a key that signs from now on. */
export async function newTokenKey(database: Database, publication: PublicationId): Promise<TokenKey> {
  return only(
    await database
      .insert(tokenKeys)
      .values({ publication, secret: randomBytes(SECRET_BYTES) })
      .returning(),
  );
}
