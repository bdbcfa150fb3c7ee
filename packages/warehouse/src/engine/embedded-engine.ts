import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { WarehouseUnavailableError } from '../errors.ts';
import { text } from '../schema/table.ts';
import { ClientEngine } from './client-engine.ts';
import { EmbeddedStreams } from './embedded-streams.ts';
import {
  type Engine,
  EXPORT_LIMITS,
  INSERT_SETTINGS,
  OWN_SQL_LIMITS,
  QUESTION_LIMITS,
  type Settings,
} from './engine.ts';

/** chDB runs one query at a time on a connection. All connections share the one engine of the process. */
const QUESTION_CONNECTIONS = 3;

/** One process at a time: the caller sees to that. @throws {WarehouseUnavailableError} */
export async function openEmbeddedEngine(path: string): Promise<Engine> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const writing = await connect(path, INSERT_SETTINGS);
    const asking: ClickHouseClient[] = [];
    for (let at = 0; at < QUESTION_CONNECTIONS; at++) asking.push(await connect(path, QUESTION_LIMITS));
    const blockFile = join(resolve(path), 'block.native');
    const streams = new EmbeddedStreams(path, asking[0] ?? writing, () => connect(path, EXPORT_LIMITS));
    const reading = new EmbeddedStreams(path, asking[0] ?? writing, () => connect(path, OWN_SQL_LIMITS));
    await streams.clear();
    return new ClientEngine(
      {
        writing,
        asking,
        blockFile,
        stream: (sql, format) => streams.stream(sql, format),
        streamReadOnly: (database, sql, format) => reading.stream(sql, format, database),
        async closeStreams() {
          await streams.close();
          await reading.close();
        },
      },
      { cluster: null, isShared: false },
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WarehouseUnavailableError(
      `The embedded ClickHouse could not open ${path} (${firstLine(reason)}). Check that no other program has it open, that it may be written and that the disk has room.`,
      { cause: error },
    );
  }
}

/**
 * A connection keeps what is SET on it. Settings given along with a query would be put before it as statements
 * each time, which made an insert of 20,000 rows take 115 ms instead of 62.
 */
async function connect(path: string, settings: Settings | typeof EXPORT_LIMITS): Promise<ClickHouseClient> {
  // The connection is made for this client, but the two packages' types come from different releases.
  const connection = createChdbConnection({ path }) as unknown;
  const client = createClient({ connection } as NonNullable<Parameters<typeof createClient>[0]>);
  for (const [name, value] of Object.entries(settings)) {
    await client.command({ query: `SET ${name} = ${typeof value === 'string' ? text(value) : value}` });
  }
  return client;
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 300);
}
