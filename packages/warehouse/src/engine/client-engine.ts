import { rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseError, type ClickHouseSettings } from '@clickhouse/client';
import { WarehouseUnavailableError } from '../errors.ts';
import { TABLES } from '../schema/0001-events-and-figures.sql.ts';
import { type Cluster, text as literal, structureOf } from '../schema/table.ts';
import type { Block, Engine, InsertTerms, Lines, QueryParameters } from './engine.ts';

export interface Clients {
  /** Writing has one of its own, so that no question ever makes it wait. */
  readonly writing: ClickHouseClient;
  /** Each is asked one question at a time; the same client may be given more than once. */
  readonly asking: readonly ClickHouseClient[];
  /**
   * Where blocks are put for an engine on this machine to read them: what comes along with a statement it takes for
   * text. Null: they are sent along.
   */
  readonly blockFile: string | null;
  /** See `Engine.stream`. */
  readonly stream: (sql: string, format: string) => AsyncGenerator<Uint8Array>;
  /** See `Engine.streamReadOnly`. */
  readonly streamReadOnly: (database: string, sql: string, format: string) => AsyncGenerator<Uint8Array>;
  /** Lets go of what these need. */
  readonly closeStreams: () => Promise<void>;
}

/** The engine over ClickHouse clients; which connection stands behind them is not its business. */
export class ClientEngine implements Engine {
  readonly cluster: Cluster | null;
  readonly isShared: boolean;
  readonly #writing: ClickHouseClient;
  readonly #asking: readonly ClickHouseClient[];
  readonly #blockFile: string | null;
  readonly #clients: Pick<Clients, 'stream' | 'streamReadOnly' | 'closeStreams'>;
  readonly #idle: ClickHouseClient[];
  readonly #waiting: ((client: ClickHouseClient) => void)[] = [];

  constructor({ writing, asking, blockFile, ...streams }: Clients, place: Pick<Engine, 'cluster' | 'isShared'>) {
    this.cluster = place.cluster;
    this.isShared = place.isShared;
    this.#writing = writing;
    this.#asking = asking;
    this.#blockFile = blockFile;
    this.#clients = streams;
    this.#idle = [...asking];
  }

  async rows<Row>(sql: string, parameters: QueryParameters = {}): Promise<Row[]> {
    const client = this.#idle.pop() ?? (await new Promise<ClickHouseClient>((resolve) => this.#waiting.push(resolve)));
    try {
      return await asked<Row>(client, sql, parameters);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(client);
      else next(client);
    }
  }

  written<Row>(sql: string): Promise<Row[]> {
    return asked<Row>(this.#writing, sql, {});
  }

  async command(sql: string, shard?: number): Promise<void> {
    await reaching(this.#writing.command({ query: sql, ...this.#intoShard(shard) }));
  }

  async insert(rows: Lines | Block, { guard = null, shard }: InsertTerms = {}): Promise<void> {
    const { table, columns } = rows;
    const [first, ...others] = columns;
    if (first === undefined) throw new Error('an insert names its columns');
    const settings = this.#intoShard(shard);
    if ('text' in rows && guard === null) {
      const into = { table, columns: [first, ...others] as [string, ...string[]], format: 'TabSeparated' as const };
      await reaching(this.#writing.insert({ ...into, values: streamOf(rows.text), ...settings }));
      return;
    }
    if (table === 'schema_versions') throw new Error('versions are written without a guard');
    const names = columns.join(', ');
    const structure = literal('native' in rows ? rows.structure : structureOf(TABLES[table], columns));
    const where = guard === null ? '' : ` WHERE ${guard}`;
    if ('native' in rows && this.#blockFile !== null) {
      await reaching(writeFile(this.#blockFile, rows.native, { mode: 0o600 }));
      const file = `file(${literal(this.#blockFile)}, 'Native', ${structure})`;
      return await this.command(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${file}${where}`);
    }
    const [format, data] =
      'native' in rows ? (['Native', rows.native] as const) : (['TabSeparated', rows.text] as const);
    const query = `INSERT INTO ${table} (${names}) SELECT ${names} FROM input(${structure})${where} FORMAT ${format}`;
    const { stream } = await reaching(this.#writing.exec({ query, values: streamOf(data), ...settings }));
    // Nothing comes, but only who has read it to its end knows that the insert is done.
    for await (const _ of stream);
  }

  async *stream(sql: string, format: string): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#clients.stream(sql, format);
    } catch (error) {
      await reaching(Promise.reject(error));
    }
  }

  async *streamReadOnly(database: string, sql: string, format: string): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#clients.streamReadOnly(database, sql, format);
    } catch (error) {
      await reaching(Promise.reject(error));
    }
  }

  async close(): Promise<void> {
    await this.#clients.closeStreams();
    for (const client of new Set([this.#writing, ...this.#asking])) await client.close();
    if (this.#blockFile !== null) await rm(this.#blockFile, { force: true });
  }

  #intoShard(shard: number | undefined): { clickhouse_settings?: ClickHouseSettings } {
    if (this.cluster === null || shard === undefined) return {};
    return { clickhouse_settings: { insert_shard_id: String(shard + 1) } };
  }
}

function streamOf(data: string | Buffer): Readable {
  return Readable.from([data], { objectMode: false });
}

async function asked<Row>(client: ClickHouseClient, sql: string, parameters: QueryParameters): Promise<Row[]> {
  const result = await reaching(
    client.query({
      query: sql,
      format: 'JSONEachRow',
      ...(Object.keys(parameters).length === 0 ? {} : { query_params: { ...parameters } }),
    }),
  );
  return await reaching(result.json<Row>());
}

/** What ClickHouse answers is about the query, save for a query that took too long; everything else is about the way there. */
async function reaching<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ClickHouseError && error.type !== 'TIMEOUT_EXCEEDED') throw error;
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new WarehouseUnavailableError(`ClickHouse does not answer (${reason}).`, { cause: error });
  }
}
