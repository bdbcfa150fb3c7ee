import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { bigint, pgTable, timestamp } from 'drizzle-orm/pg-core';
import { CatalogUnavailableError } from './errors.ts';
import type { Database, Store } from './store.ts';

/** The same from src and from dist. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Any number that no other program takes for its lock in the same database: "readout" in ASCII. */
const LOCK = 0x72656164_6f7574n;

/** Not Drizzle's own table: that one wants a schema to itself, and with it a right on the whole database. */
const ledger = pgTable('schema_migrations', {
  /** When the migration was made (UTC, ms): its name, in the journal that drizzle-kit keeps. */
  made: bigint({ mode: 'number' }).primaryKey(),
  appliedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/**
 * Brings the database's tables up to date, or leaves them as they were. Processes that start together wait for
 * each other.
 * @throws {CatalogUnavailableError} where a newer version has been here: it may have changed what this one relies on.
 */
export async function migrate(store: Store, folder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  await store.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK.toString()}::bigint)`);
    const applied = await appliedBefore(transaction);
    refuseNewer(applied, migrations);
    for (const migration of migrations) {
      if (!applied.has(migration.folderMillis)) await apply(transaction, migration);
    }
  });
}

async function appliedBefore(transaction: Database): Promise<ReadonlySet<number>> {
  // `create table if not exists` would want the right to create tables even where there is nothing to create.
  const [ledgerState] = await transaction
    .select({ exists: sql<boolean>`to_regclass('schema_migrations') is not null` })
    .from(sql`(values (1)) as one`);
  if (ledgerState?.exists !== true) {
    await transaction.execute(
      sql`create table ${ledger} (made bigint primary key, applied_at timestamptz not null default now())`,
    );
    return new Set();
  }
  const rows = await transaction.select({ made: ledger.made }).from(ledger);
  return new Set(rows.map(({ made }) => made));
}

function refuseNewer(applied: ReadonlySet<number>, migrations: readonly MigrationMeta[]): void {
  const known = new Set(migrations.map(({ folderMillis }) => folderMillis));
  if ([...applied].every((made) => known.has(made))) return;
  throw new CatalogUnavailableError(
    'The catalog was written by a newer version of Readout: start that version, or restore a backup from before the upgrade.',
  );
}

async function apply(transaction: Database, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) await transaction.execute(sql.raw(statement));
  await transaction.insert(ledger).values({ made: migration.folderMillis });
}
