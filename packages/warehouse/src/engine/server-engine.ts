import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { WarehouseUnavailableError } from '../errors.ts';
import { ClientEngine } from './client-engine.ts';
import { type Engine, INSERT_SETTINGS, QUESTION_LIMITS } from './engine.ts';

export interface ServerAddress {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Made where it is missing. */
  readonly database: string;
}

const QUESTIONS_AT_A_TIME = 10;
const REQUEST_TIMEOUT_MS = 60_000;

/** @throws {WarehouseUnavailableError} whose message names the host and never the password. */
export async function openServerEngine({ url, username, password, database }: ServerAddress): Promise<Engine> {
  // Errors reach whoever asked, who logs them; the client's own logger would write beside our log.
  const options = {
    url,
    username,
    password,
    request_timeout: REQUEST_TIMEOUT_MS,
    log: { level: ClickHouseLogLevel.OFF },
  };
  const first = createClient(options);
  try {
    await first.command({ query: `CREATE DATABASE IF NOT EXISTS ${identifier(database)}` });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new WarehouseUnavailableError(
      `ClickHouse at ${new URL(url).host} does not take us in (${reason}). Check CLICKHOUSE_URL, CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, and that the server runs.`,
      { cause: error },
    );
  } finally {
    await first.close();
  }
  const writing = createClient({
    ...options,
    database,
    // The answer to an insert is not begun before the insert is done.
    clickhouse_settings: { ...INSERT_SETTINGS, wait_end_of_query: 1 },
  });
  const asking = createClient({
    ...options,
    database,
    max_open_connections: QUESTIONS_AT_A_TIME,
    clickhouse_settings: QUESTION_LIMITS,
  });
  return new ClientEngine(
    writing,
    Array.from({ length: QUESTIONS_AT_A_TIME }, () => asking),
  );
}

function identifier(name: string): string {
  return `\`${name.replace(/[`\\]/g, '\\$&')}\``;
}
