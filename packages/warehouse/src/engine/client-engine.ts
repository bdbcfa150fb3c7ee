import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client';
import { WarehouseUnavailableError } from '../errors.ts';
import type { Engine, Lines, QueryParameters } from './engine.ts';

/**
 * The engine over ClickHouse clients; which connection stands behind them is not its business. Writing has a
 * client of its own, so that no question ever makes it wait.
 */
export class ClientEngine implements Engine {
  readonly #writing: ClickHouseClient;
  readonly #asking: readonly ClickHouseClient[];
  readonly #idle: ClickHouseClient[];
  readonly #waiting: ((client: ClickHouseClient) => void)[] = [];

  /** @param asking Each is asked one question at a time; the same client may be given more than once. */
  constructor(writing: ClickHouseClient, asking: readonly ClickHouseClient[]) {
    this.#writing = writing;
    this.#asking = asking;
    this.#idle = [...asking];
  }

  async rows<Row>(sql: string, parameters: QueryParameters = {}): Promise<Row[]> {
    const client = this.#idle.pop() ?? (await new Promise<ClickHouseClient>((resolve) => this.#waiting.push(resolve)));
    try {
      const result = await reaching(
        client.query({
          query: sql,
          format: 'JSONEachRow',
          ...(Object.keys(parameters).length === 0 ? {} : { query_params: { ...parameters } }),
        }),
      );
      return await reaching(result.json<Row>());
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(client);
      else next(client);
    }
  }

  async command(sql: string): Promise<void> {
    await reaching(this.#writing.command({ query: sql }));
  }

  async insert({ table, columns: [first, ...others], text }: Lines): Promise<void> {
    if (first === undefined) throw new Error('an insert names its columns');
    await reaching(
      this.#writing.insert({
        table,
        columns: [first, ...others],
        values: Readable.from([text], { objectMode: false }),
        format: 'TabSeparated',
      }),
    );
  }

  async close(): Promise<void> {
    for (const client of new Set([this.#writing, ...this.#asking])) await client.close();
  }
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
