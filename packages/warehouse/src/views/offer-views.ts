import { createHash } from 'node:crypto';
import type { PublicationId, PublicId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { ViewsNotAllowedError } from '../errors.ts';
import { unsigned } from '../literal.ts';
import { localName, onCluster, text } from '../schema/table.ts';
import type { Attribution } from '../subscriptions.ts';
import type { NamedThing, PublicationInViews } from '../views.ts';
import { escapeTabSeparated } from '../writing/tab-separated.ts';
import { VIEW_DEFINITIONS, VIEWS_VERSION, type ViewName } from './definitions.ts';
import { viewStatements } from './view-statements.sql.ts';

const COLUMNS = [
  'publication',
  'version',
  'kind',
  'number',
  'id',
  'name',
  'issue',
  'section',
  'ordinal',
  'text',
  'word',
  'tags',
  'flag',
  'sent',
] as const;
const USUAL: Attribution = { windowMs: 7 * 86_400_000, callsToAction: [] };

/**
 * Keeps the views of publications, each publication's in a database of its own: a user of the server is let into one of
 * them, or into all, and sees neither another publication nor the tables (docs/decisions/0016).
 */
export class OfferedViews {
  /** What was made in this process, by database: made once more where it changes, and after a start. */
  readonly #made = new Map<string, string>();

  constructor(private readonly engine: Engine) {}

  async offer(of: PublicationInViews): Promise<string> {
    const database = await databaseOf(this.engine, of.publicId);
    await this.#tellNames(of);
    const attribution = (await this.engine.attributionOf?.(of.publication)) ?? USUAL;
    const statements = Object.entries(viewStatements({ ...of, attribution })).map(([name, select]) =>
      createStatement(this.engine, database, name as ViewName, select),
    );
    const all = statements.join(';');
    if (this.#made.get(database) === all) return database;
    try {
      await this.engine.command(`CREATE DATABASE IF NOT EXISTS ${database}${onCluster(this.engine.cluster)}`);
      for (const statement of statements) await this.engine.command(statement);
    } catch (error) {
      if (!String(error).includes('Not enough privileges')) throw error;
      throw new ViewsNotAllowedError(
        `The views of SQL cannot be made: whoever writes to ClickHouse has not the rights that docs/sql-views.md names (${String(error).split('\n', 1)[0]}).`,
        { cause: error },
      );
    }
    this.#made.set(database, all);
    return database;
  }

  async withdraw(publication: PublicationId, publicId: PublicId): Promise<void> {
    const database = await databaseOf(this.engine, publicId);
    this.#made.delete(database);
    const [there] = await this.engine.written<{ there: 0 | 1 }>(
      `SELECT 1 AS there FROM system.databases WHERE name = ${text(database.replaceAll('`', ''))}`,
    );
    if (there !== undefined)
      await this.engine.command(`DROP DATABASE IF EXISTS ${database}${onCluster(this.engine.cluster)}`);
    await this.#drop(`publication = ${unsigned(publication)}`);
  }

  /** All of them under a new version, where anything is called otherwise than it was. */
  async #tellNames({ publication, readerKey, issues, sections, links, offers }: PublicationInViews): Promise<void> {
    const rows = [
      ...issues.map((one) => ['issue', one] as const),
      ...sections.map((one) => ['section', one] as const),
      ...links.map((one) => ['link', one] as const),
      ...offers.map((one) => ['offer', one] as const),
    ].map(([kind, one]) => [kind, ...cellsOf(one)]);
    const key = Buffer.from(readerKey);
    if (key.length !== 16) throw new RangeError('A key for readers has 16 bytes.');
    const words = [key.readBigUInt64LE(0).toString(), key.readBigUInt64LE(8).toString()];
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([words, rows]))
      .digest('hex');
    const [known] = await this.engine.written<{ version: number; fingerprint: string }>(
      `SELECT max(n.version) AS version, argMax(n.text, n.version) AS fingerprint FROM catalog_names AS n WHERE publication = ${unsigned(publication)} AND kind = 'publication'`,
    );
    if (known?.fingerprint === fingerprint) return;
    const version = Math.max(Date.now(), (known?.version ?? 0) + 1);
    const own = ['publication', '0', ...words, '0', '0', '0', fingerprint, '', '', '0', '0'];
    const lines = [...rows, own].map((cells) => [unsigned(publication), unsigned(version), ...cells].join('\t'));
    await this.engine.insert({ table: 'catalog_names', columns: COLUMNS, text: `${lines.join('\n')}\n` }, { shard: 0 });
    await this.#drop(`publication = ${unsigned(publication)} AND version < ${unsigned(version)}`);
  }

  async #drop(which: string): Promise<void> {
    const { cluster } = this.engine;
    const old = await this.engine.written<{ publication: number; version: number }>(
      `SELECT DISTINCT publication, version FROM catalog_names WHERE ${which}`,
    );
    for (const { publication, version } of old) {
      await this.engine.command(
        `ALTER TABLE ${localName('catalog_names', cluster)}${onCluster(cluster)} DROP PARTITION (${unsigned(publication)}, ${unsigned(version)})`,
      );
    }
  }
}

function cellsOf(one: NamedThing): readonly string[] {
  return [
    unsigned(one.number),
    one.id,
    escapeTabSeparated(one.name),
    unsigned(one.issue ?? 0),
    unsigned(one.section ?? 0),
    unsigned(one.ordinal ?? 0),
    escapeTabSeparated(one.text ?? ''),
    escapeTabSeparated(one.word ?? ''),
    escapeTabSeparated(one.tags ?? ''),
    one.hasPaywall === true ? '1' : '0',
    unsigned(one.sentAt ?? 0),
  ];
}

/** The views are asked with the rights of who made them: so who asks needs none on the tables. */
function createStatement({ cluster }: Engine, database: string, name: ViewName, select: string): string {
  const columns = Object.entries(VIEW_DEFINITIONS[name].columns).map(
    ([column, { type, says }]) => `${column} ${type} COMMENT ${text(says)}`,
  );
  return `CREATE OR REPLACE VIEW ${database}.${name}${onCluster(cluster)} (${columns.join(', ')}) SQL SECURITY DEFINER DEFINER = CURRENT_USER AS ${select} COMMENT ${text(`A row is ${VIEW_DEFINITIONS[name].row}.`)}`;
}

/** Named after the database of the tables, the version of the views and the publication. */
export async function databaseOf(engine: Engine, publicId: PublicId): Promise<string> {
  const [row] = await engine.rows<{ name: string }>('SELECT currentDatabase() AS name');
  const own = row === undefined || row.name === 'default' ? 'readout' : row.name;
  return `\`${own.replace(/[`\\]/g, '\\$&')}_v${VIEWS_VERSION}_${publicId}\``;
}
