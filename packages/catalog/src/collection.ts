import { randomBytes } from 'node:crypto';
import { asc, eq, lt, sql } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { canExist } from './identity.ts';
import { dailySalts, publications } from './schema.ts';
import { only, type Store } from './store.ts';

const SALT_BYTES = 32;

const rules = {
  publication: publications.id,
  publicId: publications.publicId,
  sites: publications.sites,
  tracksOpens: publications.tracksOpens,
  tracksClicks: publications.tracksClicks,
  tracksReaders: publications.tracksReaders,
};

/** What collectors ask for before they keep a hit. */
export function collectionIn(store: Store): Pick<Catalog, 'collectionRules' | 'findCollectionRules' | 'dailySalt'> {
  return {
    collectionRules: () =>
      store.ask((database) => database.select(rules).from(publications).orderBy(asc(publications.id))),

    async findCollectionRules(publication) {
      if (!canExist(publication)) return null;
      const [found] = await store.ask((database) =>
        database.select(rules).from(publications).where(eq(publications.id, publication)),
      );
      return found ?? null;
    },

    async dailySalt(day) {
      if (!isDay(day)) throw new RangeError(`${JSON.stringify(day)} is not a day: write it as 2026-03-02.`);
      return store.ask(async (database) => {
        await database.delete(dailySalts).where(lt(dailySalts.day, sql`${day}::date - 1`));
        // Of several who ask first one writes; the others wait for that row, leave it as it is, and read it.
        const { salt } = only(
          await database
            .insert(dailySalts)
            .values({ day, salt: randomBytes(SALT_BYTES) })
            .onConflictDoUpdate({ target: dailySalts.day, set: { salt: sql`${dailySalts.salt}` } })
            .returning({ salt: dailySalts.salt }),
        );
        return salt;
      });
    },
  };
}

/** A day of the calendar from the year 1 on, which is where PostgreSQL's begins too. */
function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
