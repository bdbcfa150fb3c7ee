import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { type Engine, INSERT_SETTINGS, type Lines, QUESTION_LIMITS, type QueryParameters } from './engine.ts';

/** The engine over a ClickHouse client; which connection stands behind the client is not its business. */
export class ClientEngine implements Engine {
  readonly #client: ClickHouseClient;

  constructor(client: ClickHouseClient) {
    this.#client = client;
  }

  async rows<Row>(sql: string, parameters: QueryParameters = {}): Promise<Row[]> {
    const result = await this.#client.query({
      query: sql,
      format: 'JSONEachRow',
      clickhouse_settings: QUESTION_LIMITS,
      ...(Object.keys(parameters).length === 0 ? {} : { query_params: { ...parameters } }),
    });
    return result.json<Row>();
  }

  async command(sql: string): Promise<void> {
    await this.#client.command({ query: sql, clickhouse_settings: INSERT_SETTINGS });
  }

  async insert({ table, columns: [first, ...others], text }: Lines): Promise<void> {
    if (first === undefined) throw new Error('an insert names its columns');
    await this.#client.insert({
      table,
      columns: [first, ...others],
      values: Readable.from([text], { objectMode: false }),
      format: 'TabSeparated',
      clickhouse_settings: INSERT_SETTINGS,
    });
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
