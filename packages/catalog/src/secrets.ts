import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { secrets } from './schema.ts';
import { only, type Store } from './store.ts';

const SECRET_BYTES = 32;

export function secretsIn(store: Store): Pick<Catalog, 'installationSecret'> {
  return {
    installationSecret: (name) =>
      store.ask(async (database) => {
        const named = () => database.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name));
        const [known] = await named();
        if (known !== undefined) return known.value;
        // Of two who ask first one writes, the other waits for that, and both read what was written.
        await database
          .insert(secrets)
          .values({ name, value: randomBytes(SECRET_BYTES) })
          .onConflictDoNothing();
        return only(await named()).value;
      }),
  };
}
