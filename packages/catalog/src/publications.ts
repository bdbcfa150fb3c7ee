import { asc, eq } from 'drizzle-orm';
import type { Catalog, PublicationSettings } from './catalog.ts';
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
        const values = { publicId: newPublicId(), name, timeZone, isSample, ...switchColumns(given) };
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
      const change = { name, timeZone, ...switchColumns(given) };
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

type Switches = Partial<Omit<PublicationSettings, 'name' | 'timeZone'>>;

function switchColumns({ sites, tracksOpens, tracksClicks, tracksReaders, plantsHoneypot, showsReaders }: Switches) {
  const copied = sites === undefined ? undefined : [...sites];
  return { sites: copied, tracksOpens, tracksClicks, tracksReaders, plantsHoneypot, showsReaders };
}
