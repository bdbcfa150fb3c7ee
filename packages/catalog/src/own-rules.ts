import type { PublicationId } from '@readout/events';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Catalog, NewOwnRule, OwnRule, OwnRules } from './catalog.ts';
import { newPublicId } from './public-id.ts';
import { judging, ownRules } from './schema.ts';
import type { Database, Store } from './store.ts';

const MOST_RULES = 50;

type Row = typeof ownRules.$inferSelect;

export function ownRulesIn(store: Store): Pick<Catalog, 'ownRules' | 'replaceOwnRules' | 'noteJudged'> {
  return {
    ownRules: (publication) => store.ask((database) => rulesOf(database, publication)),

    async replaceOwnRules(publication, version, rules) {
      if (rules.length > MOST_RULES) throw new RangeError(`A publication has ${MOST_RULES} rules at most.`);
      return await store.transaction(async (transaction) => {
        await transaction.insert(judging).values({ publication }).onConflictDoNothing();
        // Of two who change the same version the other waits here, and finds another version then.
        const raised = await transaction
          .update(judging)
          .set({ rulesVersion: sql`${judging.rulesVersion} + 1` })
          .where(and(eq(judging.publication, publication), eq(judging.rulesVersion, version)))
          .returning({ version: judging.rulesVersion });
        if (raised.length === 0) return null;
        const before = await transaction.delete(ownRules).where(eq(ownRules.publication, publication)).returning();
        const byName = new Map(before.map((row) => [row.name, row]));
        if (rules.length > 0) {
          const values = rules.map((rule, position) => ({
            publication,
            position,
            ...rowOf(rule),
            ...identityOf(byName.get(rule.name)),
          }));
          await transaction.insert(ownRules).values(values);
        }
        return await rulesOf(transaction, publication);
      });
    },

    async noteJudged(publication, judgedBy) {
      const columns = { judgedBuiltIn: judgedBy?.builtIn ?? null, judgedRules: judgedBy?.rulesVersion ?? null };
      await store.ask((database) =>
        database
          .insert(judging)
          .values({ publication, ...columns })
          .onConflictDoUpdate({ target: judging.publication, set: columns }),
      );
    },
  };
}

/** One statement, so that rules and version belong together. */
async function rulesOf(database: Database, publication: PublicationId): Promise<OwnRules> {
  const rows = await database
    .select({ state: judging, rule: ownRules })
    .from(judging)
    .leftJoin(ownRules, eq(ownRules.publication, judging.publication))
    .where(eq(judging.publication, publication))
    .orderBy(asc(ownRules.position));
  const state = rows[0]?.state;
  const { judgedBuiltIn = null, judgedRules = null } = state ?? {};
  return {
    version: state?.rulesVersion ?? 0,
    rules: rows.flatMap(({ rule }) => (rule === null ? [] : [ruleOf(rule)])),
    judgedBy:
      judgedBuiltIn === null || judgedRules === null ? null : { builtIn: judgedBuiltIn, rulesVersion: judgedRules },
  };
}

function ruleOf({ publicId, name, client, network, range, place, domain, verdict, createdAt }: Row): OwnRule {
  return {
    publicId,
    name,
    when: {
      ...(client === null ? {} : { client }),
      ...(network === null ? {} : { network }),
      ...(range === null || place === null ? {} : { range: { text: range, place } }),
      ...(domain === null ? {} : { domain }),
    },
    verdict,
    createdAt,
  };
}

function rowOf({ name, when: { client, network, range, domain }, verdict }: NewOwnRule) {
  return {
    name,
    client: client ?? null,
    network: network ?? null,
    range: range?.text ?? null,
    place: range?.place ?? null,
    domain: domain ?? null,
    verdict,
  };
}

function identityOf(before: Row | undefined): { publicId: Row['publicId']; createdAt?: Date } {
  return before === undefined
    ? { publicId: newPublicId() }
    : { publicId: before.publicId, createdAt: before.createdAt };
}
