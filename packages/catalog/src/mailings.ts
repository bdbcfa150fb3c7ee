import { and, count, eq, gte, inArray } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { writeIssue } from './issue-structure.ts';
import { issues, mailings } from './schema.ts';
import type { Store } from './store.ts';

/** Takes back what a transaction has written, when another one was first. */
class OvertakenError extends Error {}

export function mailingsIn(store: Store): Pick<Catalog, 'findMailings' | 'createMailing' | 'countMailings'> {
  return {
    async findMailings(publication, keys) {
      const found = await store.ask((database) =>
        database
          .select({ key: mailings.key, issue: issues.publicId, createdAt: mailings.createdAt })
          .from(mailings)
          .innerJoin(issues, eq(issues.id, mailings.issue))
          .where(and(eq(mailings.publication, publication), inArray(mailings.key, [...keys]))),
      );
      return keys.map((key) => {
        const row = found.find((one) => Buffer.compare(one.key, key) === 0);
        return row === undefined ? null : { issue: row.issue, createdAt: row.createdAt };
      });
    },

    async createMailing(publication, key, issue) {
      try {
        return await store.transaction(async (transaction) => {
          const written = await writeIssue(transaction, publication, issue);
          // Waits for another transaction with the same key, until it is known whether that one came first.
          const claimed = await transaction
            .insert(mailings)
            .values({ publication, key, issue: written.id })
            .onConflictDoNothing()
            .returning({ issue: mailings.issue });
          if (claimed.length === 0) throw new OvertakenError();
          return written;
        });
      } catch (error) {
        if (error instanceof OvertakenError) return null;
        throw error;
      }
    },

    async countMailings(publication, since) {
      const [row] = await store.ask((database) =>
        database
          .select({ mailings: count() })
          .from(mailings)
          .where(and(eq(mailings.publication, publication), gte(mailings.createdAt, since))),
      );
      return row?.mailings ?? 0;
    },
  };
}
