import { and, asc, eq, isNull, lt, lte, or } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { canExist } from './identity.ts';
import { apiKeys, owner, sessions } from './schema.ts';
import { only, type Store } from './store.ts';

type Access = Pick<
  Catalog,
  | 'ownerPasswordHash'
  | 'setOwnerPasswordHash'
  | 'createSession'
  | 'findSession'
  | 'deleteSession'
  | 'deleteAllSessions'
  | 'createApiKey'
  | 'findApiKey'
  | 'touchApiKey'
  | 'listApiKeys'
  | 'deleteApiKey'
>;

const TOUCH_EVERY_MS = 60_000;

const apiKeyColumns = {
  id: apiKeys.id,
  name: apiKeys.name,
  publication: apiKeys.publication,
  hint: apiKeys.hint,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
};

/** Who may come in: the owner, their sessions, and keys. `clock` in UTC ms. */
export function accessIn(store: Store, clock: () => number): Access {
  return {
    async ownerPasswordHash() {
      const [found] = await store.ask((database) => database.select().from(owner));
      return found?.passwordHash ?? null;
    },

    async setOwnerPasswordHash(passwordHash) {
      await store.ask((database) =>
        database.insert(owner).values({ passwordHash }).onConflictDoUpdate({ target: owner.id, set: { passwordHash } }),
      );
    },

    createSession: (hash, expiresAt) =>
      store.ask(async (database) => {
        await database.delete(sessions).where(lte(sessions.expiresAt, new Date(clock())));
        await database.insert(sessions).values({ hash, expiresAt });
      }),

    async findSession(hash) {
      const [found] = await store.ask((database) =>
        database.select({ expiresAt: sessions.expiresAt }).from(sessions).where(eq(sessions.hash, hash)),
      );
      return found ?? null;
    },

    async deleteSession(hash) {
      await store.ask((database) => database.delete(sessions).where(eq(sessions.hash, hash)));
    },

    async deleteAllSessions() {
      await store.ask((database) => database.delete(sessions));
    },

    createApiKey: ({ name, hash, hint, publication }) =>
      store.ask(async (database) =>
        only(await database.insert(apiKeys).values({ name, hash, hint, publication }).returning(apiKeyColumns)),
      ),

    async findApiKey(hash) {
      const [found] = await store.ask((database) =>
        database.select(apiKeyColumns).from(apiKeys).where(eq(apiKeys.hash, hash)),
      );
      return found ?? null;
    },

    async touchApiKey(id) {
      if (!canExist(id)) return;
      const now = clock();
      const isDue = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, new Date(now - TOUCH_EVERY_MS)));
      await store.ask((database) =>
        database
          .update(apiKeys)
          .set({ lastUsedAt: new Date(now) })
          .where(and(eq(apiKeys.id, id), isDue)),
      );
    },

    listApiKeys: () => store.ask((database) => database.select(apiKeyColumns).from(apiKeys).orderBy(asc(apiKeys.id))),

    async deleteApiKey(id) {
      if (!canExist(id)) return false;
      const deleted = await store.ask((database) =>
        database.delete(apiKeys).where(eq(apiKeys.id, id)).returning({ id: apiKeys.id }),
      );
      return deleted.length > 0;
    },
  };
}
