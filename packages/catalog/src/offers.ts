import type { PublicationId, PublicId } from '@readout/events';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Catalog, NewOffer, Offer } from './catalog.ts';
import { NotInCatalogError, OfferConflictError } from './errors.ts';
import { newPublicId } from './public-id.ts';
import { experimentArms, experiments, offers, publications } from './schema.ts';
import { type Database, only, type Store } from './store.ts';

type Offers = Pick<Catalog, 'createOffer' | 'listOffers' | 'updateOffer' | 'archiveOffer' | 'setUsualOffer'>;

export function offersIn(store: Store): Offers {
  return {
    createOffer: (publication, offer) =>
      store.ask(async (database) => {
        const values = { publicId: newPublicId(), publication, ...columnsOf(offer) };
        return offerOf(only(await database.insert(offers).values(values).returning()));
      }),

    async listOffers(publication) {
      const found = await store.ask((database) =>
        database.select().from(offers).where(eq(offers.publication, publication)).orderBy(asc(offers.id)),
      );
      return found.map(offerOf);
    },

    updateOffer: (publication, publicId, change) =>
      inTurn(store, publication, async (transaction) => {
        const offer = await findOffer(transaction, publication, publicId);
        if (offer === null) return null;
        const { name: _, ...terms } = columnsOf({ ...offer, ...change });
        const changesTerms = Object.entries(terms).some(([key, value]) => offer[key as keyof typeof terms] !== value);
        if (changesTerms && (await wasStarted(transaction, offer))) {
          throw new OfferConflictError(
            'An experiment has shown this offer, so what it says cannot change any more: make another offer.',
          );
        }
        const changed = await transaction
          .update(offers)
          .set(columnsOf({ ...offer, ...change }))
          .where(eq(offers.id, offer.id))
          .returning();
        return offerOf(only(changed));
      }),

    archiveOffer: (publication, publicId, at) =>
      inTurn(store, publication, async (transaction) => {
        const offer = await findOffer(transaction, publication, publicId);
        if (offer === null) return null;
        if (at !== null && offer.isUsual) {
          throw new OfferConflictError('This is the usual offer: make another one, or none, the usual one first.');
        }
        if (at !== null && (await isRunning(transaction, offer))) {
          throw new OfferConflictError('A running experiment shows this offer: stop the experiment first.');
        }
        if ((at === null) === (offer.archivedAt === null)) return offer;
        const changed = await transaction
          .update(offers)
          .set({ archivedAt: at })
          .where(eq(offers.id, offer.id))
          .returning();
        return offerOf(only(changed));
      }),

    setUsualOffer: (publication, publicId) =>
      inTurn(store, publication, async (transaction) => {
        const offer = publicId === null ? null : await findOffer(transaction, publication, publicId);
        if (publicId !== null && offer === null) return false;
        if (offer?.archivedAt != null) {
          throw new OfferConflictError('This offer is in the archive: take it out of there first.');
        }
        const running = await transaction
          .select({ name: experiments.name })
          .from(experiments)
          .where(
            and(
              eq(experiments.publication, publication),
              isNotNull(experiments.startedAt),
              isNull(experiments.stoppedAt),
            ),
          );
        if (running.length > 0 && offer?.isUsual !== true) {
          throw new OfferConflictError(
            'While an experiment runs its control is the usual offer: stop the experiment first.',
          );
        }
        await makeUsual(transaction, publication, publicId);
        return true;
      }),
  };
}

/** One change of a publication's offers and experiments at a time: each is decided by what the others are. */
export function inTurn<T>(
  store: Store,
  publication: PublicationId,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  return store.transaction(async (transaction) => {
    const locked = await transaction
      .select({ id: publications.id })
      .from(publications)
      .where(eq(publications.id, publication))
      .for('no key update');
    if (locked.length === 0) throw new NotInCatalogError(`There is no publication ${publication} in the catalog.`);
    return await work(transaction);
  });
}

/** In two steps: of two usual offers PostgreSQL would see the second before the first is none any more. */
export async function makeUsual(
  transaction: Database,
  publication: PublicationId,
  publicId: PublicId | null,
): Promise<void> {
  await transaction
    .update(offers)
    .set({ isUsual: false })
    .where(and(eq(offers.publication, publication), offers.isUsual));
  if (publicId === null) return;
  await transaction.update(offers).set({ isUsual: true }).where(eq(offers.publicId, publicId));
}

async function findOffer(database: Database, publication: PublicationId, publicId: PublicId): Promise<Offer | null> {
  const [found] = await database
    .select()
    .from(offers)
    .where(and(eq(offers.publicId, publicId), eq(offers.publication, publication)));
  return found === undefined ? null : offerOf(found);
}

async function wasStarted(database: Database, { id }: Offer): Promise<boolean> {
  return (await startedWith(database, id)).length > 0;
}

async function isRunning(database: Database, { id }: Offer): Promise<boolean> {
  return (await startedWith(database, id)).some(({ stoppedAt }) => stoppedAt === null);
}

function startedWith(database: Database, offer: Offer['id']) {
  return database
    .select({ stoppedAt: experiments.stoppedAt })
    .from(experimentArms)
    .innerJoin(experiments, eq(experiments.publicId, experimentArms.experiment))
    .where(and(eq(experimentArms.offer, offer), isNotNull(experiments.startedAt)));
}

function columnsOf({ name, trialDays, price, currency, months, headline, text, button, takesCard }: NewOffer) {
  return { name, trialDays, price, currency, months, headline, text, button, takesCard };
}

function offerOf({ publication: _, ...offer }: typeof offers.$inferSelect): Offer {
  return offer;
}
