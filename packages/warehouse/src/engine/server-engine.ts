import { readFile } from 'node:fs/promises';
import {
  type ClickHouseClientConfigOptions,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client';
import { WarehouseUnavailableError } from '../errors.ts';
import { type Cluster, onCluster, text } from '../schema/table.ts';
import type { ServerConfig } from '../warehouse.ts';
import { ClientEngine } from './client-engine.ts';
import {
  type Engine,
  EXPORT_LIMITS,
  INSERT_SETTINGS,
  OWN_SQL_LIMITS,
  QUESTION_LIMITS,
  type Settings,
} from './engine.ts';
import { serverStream } from './server-stream.ts';

const QUESTIONS_AT_A_TIME = 10;
const REQUEST_TIMEOUT_MS = 60_000;
const EXPORTS_AT_A_TIME = 4;
/** So long an export may say nothing: what is sorted or grouped first gives nothing for a while. */
const EXPORT_SILENCE_MS = 600_000;

/** A write that takes longer is ended by the server before the client stops waiting for it. */
const WRITE_LIMITS: Settings = { max_execution_time: 50 };

/**
 * An answered write has been taken by a majority of a shard's replicas, one write after the other, and who writes
 * sees all of them, whichever replica is asked: ClickHouse, "select_sequential_consistency". Rows reach their shard
 * before the answer, and not by way of a queue.
 */
const CLUSTER_WRITES: ClickHouseSettings = {
  insert_quorum: 'auto',
  insert_quorum_parallel: 0,
  select_sequential_consistency: '1',
  distributed_foreground_insert: 1,
};

/** @throws {WarehouseUnavailableError} whose message names the host and never the password. */
export async function openServerEngine(config: ServerConfig): Promise<Engine> {
  const { url, username, password, database, reader, cluster, caFile } = config;
  // Errors reach whoever asked, who logs them; the client's own logger would write beside our log.
  const options: ClickHouseClientConfigOptions = {
    url,
    username,
    password,
    request_timeout: REQUEST_TIMEOUT_MS,
    log: { level: ClickHouseLogLevel.OFF },
    ...(caFile === null ? {} : { tls: { ca_cert: await authority(caFile) } }),
  };
  const place = await introduce(options, database, cluster);
  const writing = createClient({
    ...options,
    database,
    // The answer to an insert is not begun before the insert is done.
    clickhouse_settings: {
      ...INSERT_SETTINGS,
      ...WRITE_LIMITS,
      ...(place === null ? {} : CLUSTER_WRITES),
      output_format_json_quote_64bit_integers: 0,
      wait_end_of_query: 1,
    },
  });
  const asking = createClient({
    ...options,
    ...(reader === null ? {} : reader),
    database,
    max_open_connections: QUESTIONS_AT_A_TIME,
    clickhouse_settings: QUESTION_LIMITS,
  });
  // Who only asks questions may be held to seconds by the server; a statement of ours that may only read is as safe.
  const exporting = createClient({
    ...options,
    database,
    request_timeout: EXPORT_SILENCE_MS,
    max_open_connections: EXPORTS_AT_A_TIME,
    clickhouse_settings: { ...EXPORT_LIMITS, max_execution_time: 0, readonly: '2' },
  });
  return new ClientEngine(
    {
      writing,
      asking: Array.from({ length: QUESTIONS_AT_A_TIME }, () => asking),
      blockFile: null,
      stream: (sql, format) => serverStream(exporting, sql, format),
      async *streamReadOnly(database, sql, format) {
        const client = createClient({ ...options, database: unquoted(database), clickhouse_settings: OWN_SQL_LIMITS });
        try {
          yield* serverStream(client, sql, format);
        } finally {
          await client.close();
        }
      },
      closeStreams: () => exporting.close(),
    },
    { cluster: place, isShared: true },
  );
}

async function authority(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new WarehouseUnavailableError(`CLICKHOUSE_CA_FILE cannot be read (${String(error)}).`, { cause: error });
  }
}

/** Makes the database where it is missing, and finds out how large the cluster is. */
async function introduce(
  options: ClickHouseClientConfigOptions,
  database: string,
  cluster: string | null,
): Promise<Cluster | null> {
  const first = createClient(options);
  try {
    const everywhere = onCluster(cluster === null ? null : { name: cluster });
    await first.command({ query: `CREATE DATABASE IF NOT EXISTS ${identifier(database)}${everywhere}` });
    if (cluster === null) return null;
    const result = await first.query({
      query: `SELECT toUInt32(uniqExact(shard_num)) AS shards FROM system.clusters WHERE cluster = ${text(cluster)}`,
      format: 'JSONEachRow',
    });
    const [row] = await result.json<{ shards: number }>();
    if (row === undefined || row.shards === 0)
      throw new Error(`there is no cluster ${cluster}: see CLICKHOUSE_CLUSTER`);
    return { name: cluster, shards: row.shards };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new WarehouseUnavailableError(
      `ClickHouse at ${new URL(String(options.url)).host} does not take us in (${reason}). Check CLICKHOUSE_URL, CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, and that the server runs.`,
      { cause: error },
    );
  } finally {
    await first.close();
  }
}

function unquoted(name: string): string {
  return name.replace(/^`|`$/g, '').replace(/\\([`\\])/g, '$1');
}

function identifier(name: string): string {
  return `\`${name.replace(/[`\\]/g, '\\$&')}\``;
}
