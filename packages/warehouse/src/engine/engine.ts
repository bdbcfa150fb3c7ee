import type { TableName } from '../schema/0001-events-and-figures.sql.ts';
import type { Cluster } from '../schema/table.ts';
import type { AttributionOf } from '../subscriptions.ts';

/** What a question may be asked with; the names stand in the SQL as `{name:Type}`. */
export type QueryParameters = Readonly<Record<string, number | string | readonly number[]>>;

/** A table and the lines that go into it, as TabSeparated text with a newline after each. */
export interface Lines {
  readonly table: TableName | 'schema_versions';
  readonly columns: readonly string[];
  readonly text: string;
}

/** The same as one block of columns in ClickHouse's Native format: for many rows. */
export interface Block {
  readonly table: TableName;
  readonly columns: readonly string[];
  /** The columns with their types, as the table functions `file` and `input` want them. */
  readonly structure: string;
  readonly native: Buffer;
}

/** A ClickHouse, wherever it runs. Everything above this speaks SQL and does not know which one it is. */
export interface Engine {
  /** Null: one server, or the one in this process. */
  readonly cluster: Cluster | null;
  /** What counts as having led to a subscription; left out: what does where nobody chose anything. */
  readonly attributionOf?: AttributionOf;
  /** Whether others may write to it too. What runs in this process is this process's alone. */
  readonly isShared: boolean;
  /** Answers a question; `Row` is what its SQL selects. Limited in time: see `QUESTION_LIMITS`. */
  rows<Row>(sql: string, parameters?: QueryParameters): Promise<Row[]>;
  /** The same of what has been written, every answered write included, and without limits: for those who write. */
  written<Row>(sql: string): Promise<Row[]>;
  /**
   * Does something that gives no rows. Without parameters on purpose: see `literal.ts`.
   * @param shard Where what it inserts goes, from 0.
   */
  command(sql: string, shard?: number): Promise<void>;
  /** Writes all rows or none: they become one part of the table, and of each table that a view fills from it. */
  insert(rows: Lines | Block, terms?: InsertTerms): Promise<void>;
  /**
   * What a query gives, in a format of ClickHouse's, as it comes: as much of it as there is, in constant memory, beside
   * everything else that is asked. Throws where the query failed, however much had come by then.
   */
  stream(sql: string, format: string): AsyncGenerator<Uint8Array>;
  /**
   * The same of a statement that somebody else has written, and that was looked at (views/checked-sql.ts): the engine lets
   * it read alone, change no setting, and within `OWN_SQL_LIMITS`.
   * @param database In which names are looked up, as it is quoted.
   */
  streamReadOnly(database: string, sql: string, format: string): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

export interface InsertTerms {
  /** A condition that makes the insert fail where it does not hold; only where others may write too. */
  readonly guard?: string | null;
  /** From 0; only in a cluster. */
  readonly shard?: number;
}

export type Settings = Readonly<Record<string, number>>;

/**
 * No question takes longer (seconds), more memory (bytes) or more of the disk (rows read) than this, or answers with
 * more rows, so that none can bring the rest down; what has to be sorted or grouped spills to disk before that.
 */
export const QUESTION_LIMITS: Settings = {
  max_execution_time: 10,
  max_memory_usage: 1_000_000_000,
  max_rows_to_read: 2_000_000_000,
  max_result_rows: 1_000_000,
  max_bytes_before_external_group_by: 500_000_000,
  max_bytes_before_external_sort: 500_000_000,
  output_format_json_quote_64bit_integers: 0,
};

/**
 * An export may take as long as it takes and read all there is, but not more memory than this (bytes): what is sorted,
 * grouped or joined spills to disk. Groups of rows in Parquet are kept in memory until they are whole.
 */
export const EXPORT_LIMITS: Readonly<Record<string, number | string>> = {
  max_memory_usage: 1_000_000_000,
  max_threads: 2,
  max_query_size: 1_000_000_000,
  max_bytes_before_external_group_by: 200_000_000,
  max_bytes_before_external_sort: 200_000_000,
  output_format_json_quote_64bit_integers: 0,
  output_format_parquet_row_group_size: 100_000,
  output_format_parquet_parallel_encoding: 0,
  output_format_parquet_string_as_string: 1,
  output_format_arrow_string_as_string: 1,
  // What reads Arrow in a browser takes it as it is; whoever wants it small has it compressed as a whole.
  output_format_arrow_compression_method: 'none',
  format_csv_null_representation: '',
  output_format_parallel_formatting: 1,
};

/**
 * Of statements that people write: half a minute (seconds), so much memory (bytes), so much of the disk (rows), a million
 * rows that come out. `readonly` comes last: nothing can be set after it.
 */
export const OWN_SQL_LIMITS: Readonly<Record<string, number | string>> = {
  ...EXPORT_LIMITS,
  max_query_size: 262_144,
  max_execution_time: 30,
  max_rows_to_read: 2_000_000_000,
  max_result_rows: 1_000_000,
  result_overflow_mode: 'throw',
  max_rows_in_set: 50_000_000,
  max_expanded_ast_elements: 500_000,
  readonly: 1,
};

/**
 * An insert is all or nothing only as one part: one block, parsed by one thread, written by one thread. Tables
 * have no partition key for the same reason, but for `arrivals`: there it is all or nothing for each partition of the
 * log, however many those are. With `async_insert`, on by default on some servers, an answered
 * insert might not be on disk.
 */
export const INSERT_SETTINGS: Settings = {
  async_insert: 0,
  max_insert_threads: 1,
  max_partitions_per_insert_block: 0,
  max_insert_block_size: 1_048_576,
  min_insert_block_size_rows: 1_048_576,
  min_insert_block_size_bytes: 1_000_000_000,
  input_format_parallel_parsing: 0,
};
