import type { Engine } from '../engine/engine.ts';
import { WarehouseTooNewError } from '../errors.ts';
import { unsigned } from '../literal.ts';
import { EVENTS_AND_FIGURES } from './0001-events-and-figures.sql.ts';
import { KEPT_ON_DISK } from './settings.ts';

/** In order; the first is version 1. Each may be run again after a crash in its middle. Never change one that is out. */
const MIGRATIONS: readonly (readonly string[])[] = [EVENTS_AND_FIGURES];

/** Brings the tables up to this program's version. @throws {WarehouseTooNewError} */
export async function migrate(engine: Engine): Promise<void> {
  await engine.command(
    `CREATE TABLE IF NOT EXISTS schema_versions (version UInt32) ENGINE = MergeTree ORDER BY version SETTINGS ${KEPT_ON_DISK}`,
  );
  const [row] = await engine.rows<{ version: number }>('SELECT max(version) AS version FROM schema_versions');
  const version = row?.version ?? 0;
  if (version > MIGRATIONS.length) {
    throw new WarehouseTooNewError(
      `The warehouse was made by a newer Readout (its tables have version ${version}, this one knows ${MIGRATIONS.length}). Start the newer one, or restore a backup.`,
    );
  }
  for (const [at, statements] of MIGRATIONS.entries()) {
    if (at < version) continue;
    for (const statement of statements) await engine.command(statement);
    await engine.insert({ table: 'schema_versions', columns: ['version'], text: `${unsigned(at + 1)}\n` });
  }
}
