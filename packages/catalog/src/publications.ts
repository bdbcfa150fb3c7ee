import { asc, eq } from 'drizzle-orm';
import type { Catalog, CollectionSettings } from './catalog.ts';
import { canExist } from './identity.ts';
import { newPublicId } from './public-id.ts';
import { publications } from './schema.ts';
import { only, type Store } from './store.ts';
import { newTokenKey } from './token-keys.ts';

type Publications = Pick<
  Catalog,
  | 'createPublication'
  | 'listPublications'
  | 'findPublication'
  | 'updatePublication'
  | 'deletePublication'
  | 'publicationExists'
>;

export function publicationsIn(store: Store): Publications {
  return {
    createPublication: ({ name, timeZone, isSample, ...given }) =>
      store.transaction(async (transaction) => {
        const values = { publicId: newPublicId(), name, timeZone, isSample, ...collectionColumns(given) };
        const publication = only(await transaction.insert(publications).values(values).returning());
        await newTokenKey(transaction, publication.id);
        return publication;
      }),

    listPublications: () => store.ask((database) => database.select().from(publications).orderBy(asc(publications.id))),

    async findPublication(publicId) {
      const [found] = await store.ask((database) =>
        database.select().from(publications).where(eq(publications.publicId, publicId)),
      );
      return found ?? null;
    },

    async updatePublication(id, { name, timeZone, ...given }) {
      const change = { name, timeZone, ...collectionColumns(given) };
      const [found] = await store.ask((database) =>
        Object.values(change).every((value) => value === undefined)
          ? database.select().from(publications).where(eq(publications.id, id))
          : database.update(publications).set(change).where(eq(publications.id, id)).returning(),
      );
      return found ?? null;
    },

    async deletePublication(id) {
      await store.ask((database) => database.delete(publications).where(eq(publications.id, id)));
    },

    async publicationExists(id) {
      if (!canExist(id)) return false;
      const found = await store.ask((database) =>
        database.select({ id: publications.id }).from(publications).where(eq(publications.id, id)),
      );
      return found.length > 0;
    },
  };
}

function collectionColumns({ sites, tracksOpens, tracksClicks, tracksReaders }: Partial<CollectionSettings>) {
  return { sites: sites === undefined ? undefined : [...sites], tracksOpens, tracksClicks, tracksReaders };
}
