import { mkdir } from 'node:fs/promises';
import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { WarehouseUnavailableError } from '../errors.ts';
import { ClientEngine } from './client-engine.ts';
import type { Engine, Lines, QueryParameters } from './engine.ts';

/**
 * chDB: a connection runs one query at a time, so questions have some of their own and never wait behind an
 * insert. All of them share the one engine of the process.
 */
const QUESTION_CONNECTIONS = 3;

class EmbeddedEngine implements Engine {
  readonly #writing: ClientEngine;
  readonly #asking: readonly ClientEngine[];
  readonly #idle: ClientEngine[];
  readonly #waiting: ((engine: ClientEngine) => void)[] = [];

  constructor(writing: ClientEngine, asking: readonly ClientEngine[]) {
    this.#writing = writing;
    this.#asking = asking;
    this.#idle = [...asking];
  }

  async rows<Row>(sql: string, parameters?: QueryParameters): Promise<Row[]> {
    const engine = this.#idle.pop() ?? (await new Promise<ClientEngine>((resolve) => this.#waiting.push(resolve)));
    try {
      return await engine.rows<Row>(sql, parameters);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(engine);
      else next(engine);
    }
  }

  command(sql: string): Promise<void> {
    return this.#writing.command(sql);
  }

  insert(lines: Lines): Promise<void> {
    return this.#writing.insert(lines);
  }

  async close(): Promise<void> {
    for (const engine of [this.#writing, ...this.#asking]) await engine.close();
  }
}

/** One process at a time: the caller sees to that. @throws {WarehouseUnavailableError} */
export async function openEmbeddedEngine(path: string): Promise<Engine> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const writing = new ClientEngine(connect(path));
    await writing.rows('SELECT 1');
    const asking = Array.from({ length: QUESTION_CONNECTIONS }, () => new ClientEngine(connect(path)));
    return new EmbeddedEngine(writing, asking);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WarehouseUnavailableError(
      `The embedded ClickHouse could not open ${path} (${firstLine(reason)}). Check that no other program has it open, that it may be written and that the disk has room.`,
      { cause: error },
    );
  }
}

/** chDB's connection is made for this client, but the two packages' types come from different releases. */
function connect(path: string): ClickHouseClient {
  const connection = createChdbConnection({ path }) as unknown;
  return createClient({ connection } as ClientOptions);
}
type ClientOptions = NonNullable<Parameters<typeof createClient>[0]>;

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 300);
}
