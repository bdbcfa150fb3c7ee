/** What a question may be asked with; the names stand in the SQL as `{name:Type}`. */
export type QueryParameters = Readonly<Record<string, number | string | readonly number[]>>;

/** A table and the lines that go into it, as TabSeparated text with a newline after each. */
export interface Lines {
  readonly table: string;
  readonly columns: readonly string[];
  readonly text: string;
}

/** A ClickHouse, wherever it runs. Everything above this speaks SQL and does not know which one it is. */
export interface Engine {
  /** Answers a question; `Row` is what its SQL selects. Limited in time: see `QUESTION_LIMITS`. */
  rows<Row>(sql: string, parameters?: QueryParameters): Promise<Row[]>;
  /** Does something that gives no rows. Without parameters on purpose: see `literal.ts`. */
  command(sql: string): Promise<void>;
  /** Writes all lines or none: they become one part of the table. */
  insert(lines: Lines): Promise<void>;
  close(): Promise<void>;
}

export type Settings = Readonly<Record<string, number>>;

/** No question takes longer (seconds) or more (bytes), so that none can bring the rest down. */
export const QUESTION_LIMITS: Settings = {
  max_execution_time: 10,
  max_memory_usage: 1_000_000_000,
  output_format_json_quote_64bit_integers: 0,
};

/**
 * An insert is all or nothing only as one part: one block, parsed by one thread, written by one thread. Tables
 * have no partition key for the same reason. With `async_insert`, on by default on some servers, an answered
 * insert might not be on disk.
 */
export const INSERT_SETTINGS: Settings = {
  async_insert: 0,
  max_insert_threads: 1,
  max_insert_block_size: 1_048_576,
  min_insert_block_size_rows: 1_048_576,
  min_insert_block_size_bytes: 1_000_000_000,
  input_format_parallel_parsing: 0,
};
