import type { Engine } from '../engine/engine.ts';
import { WarehouseTooNewError, WarehouseTooOldError } from '../errors.ts';
import { unsigned } from '../literal.ts';
import { TABLES, VIEWS } from './0001-events-and-figures.sql.ts';
import { type Cluster, createTable, createView, type Table } from './table.ts';

/** Version of the first of them. What was before was never released, and is not carried over. */
const FIRST = 3;

/** In order, from version FIRST on. Each may be run again after a crash in its middle. Never change one that is out. */
const MIGRATIONS: readonly ((cluster: Pick<Cluster, 'name'> | null) => readonly string[])[] = [
  (cluster) => [
    ...Object.values<Table>(TABLES).flatMap((table) => createTable(table, cluster)),
    ...VIEWS.map((view) => createView(view, cluster)),
  ],
  (cluster) => createTable(TABLES.catalog_names, cluster),
];

const VERSIONS: Table = {
  name: 'schema_versions',
  engine: 'MergeTree',
  orderBy: ['version'],
  columns: [{ name: 'version', type: 'UInt32' }],
};

/** Every statement that makes a fresh warehouse. */
export function schemaStatements(cluster: Pick<Cluster, 'name'> | null): readonly string[] {
  return [...createTable(VERSIONS, cluster), ...MIGRATIONS.flatMap((migration) => migration(cluster))];
}

/** Brings the tables up to this program's version. @throws {WarehouseTooNewError} {WarehouseTooOldError} */
export async function migrate(engine: Engine): Promise<void> {
  for (const statement of createTable(VERSIONS, engine.cluster)) await engine.command(statement);
  const [row] = await engine.written<{ version: number }>('SELECT max(version) AS version FROM schema_versions');
  const version = row?.version ?? 0;
  const newest = FIRST + MIGRATIONS.length - 1;
  if (version > newest) {
    throw new WarehouseTooNewError(
      `The warehouse was made by a newer Readout (its tables have version ${version}, this one knows ${newest}). Start the newer one, or restore a backup.`,
    );
  }
  if (version > 0 && version < FIRST) {
    throw new WarehouseTooOldError(
      'The warehouse was made before the first release of Readout, and its tables cannot be carried over. Move the data folder away (or choose another CLICKHOUSE_DATABASE) and start anew.',
    );
  }
  for (const [at, statements] of MIGRATIONS.entries()) {
    if (FIRST + at <= version) continue;
    for (const statement of statements(engine.cluster)) await engine.command(statement);
    await engine.insert(
      { table: 'schema_versions', columns: ['version'], text: `${unsigned(FIRST + at)}\n` },
      { shard: 0 },
    );
  }
}
