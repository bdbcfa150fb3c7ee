import { KEPT_ON_DISK } from './settings.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
  /** How it is compressed; left out: as ClickHouse does by itself. */
  readonly codec?: string;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** `Null` keeps nothing: it is there for the views on it. */
  readonly engine: 'MergeTree' | 'AggregatingMergeTree' | 'Null';
  /** Empty for `Null`. */
  readonly orderBy: readonly string[];
  /**
   * Rows that are read together at least; left out: ClickHouse's 8,192. Few where a row holds sets of readers: asking for
   * one issue would otherwise read the sets of all.
   */
  readonly granularity?: number;
  /** What of it is dropped together; left out: nothing. */
  readonly partitionBy?: readonly string[];
  /** Skip indices, each as it stands in the statement. */
  readonly indices?: readonly string[];
}

/** What is put into `from` goes into `into` at once, as `select` makes it. */
export interface View {
  readonly name: string;
  readonly from: string;
  readonly into: string;
  /** Select list and what comes after the table's name, which is known as `e` in both. */
  readonly select: string;
  readonly rest: string;
}

/**
 * Where tables are. In a cluster each node has its part of a table as `<name>_local`, and `<name>` is all parts
 * together: whoever asks or writes needs to know nothing of it.
 */
export interface Cluster {
  readonly name: string;
  readonly shards: number;
}

/** Which shard a partition's rows are in, from 0: all in one, so that each stream's insert is all or nothing. */
export function shardOf(partition: number, cluster: Cluster | null): number {
  return cluster === null ? 0 : partition % cluster.shards;
}

export function createTable(table: Table, cluster: Pick<Cluster, 'name'> | null): readonly string[] {
  const inside = [
    ...table.columns.map(({ name, type, codec }) => `${name} ${type}${codec === undefined ? '' : ` CODEC(${codec})`}`),
    ...(table.indices ?? []),
  ].join(',\n    ');
  const granularity = table.granularity === undefined ? '' : `, index_granularity = ${table.granularity}`;
  const parts = table.partitionBy === undefined ? '' : ` PARTITION BY (${table.partitionBy.join(', ')})`;
  const order =
    table.engine === 'Null'
      ? ''
      : `${parts} ORDER BY (${table.orderBy.join(', ')}) SETTINGS ${KEPT_ON_DISK}${granularity}`;
  if (cluster === null) {
    return [`CREATE TABLE IF NOT EXISTS ${table.name} (\n    ${inside}\n  ) ENGINE = ${table.engine}${order}`];
  }
  // ClickHouse's own macros: shard and replica are the node's, and a table's uuid stays its own when it is renamed.
  const engine =
    table.engine === 'Null' ? 'Null' : `Replicated${table.engine}('/clickhouse/tables/{shard}/{uuid}', '{replica}')`;
  const everywhere = onCluster(cluster);
  const local = localName(table.name, cluster);
  return [
    `CREATE TABLE IF NOT EXISTS ${local}${everywhere} (\n    ${inside}\n  ) ENGINE = ${engine}${order}`,
    // Rows are sent to a shard by its number (insert_shard_id); the key is needed for the statement only.
    `CREATE TABLE IF NOT EXISTS ${table.name}${everywhere} AS ${local} ENGINE = Distributed(${text(cluster.name)}, currentDatabase(), ${text(local)}, rand())`,
  ];
}

export function createView(view: View, cluster: Pick<Cluster, 'name'> | null): string {
  return `CREATE MATERIALIZED VIEW IF NOT EXISTS ${view.name}${onCluster(cluster)} TO ${localName(view.into, cluster)}
    AS SELECT ${view.select} FROM ${localName(view.from, cluster)} AS e ${view.rest}`;
}

/** The table that has rows itself: what is changed or removed is changed there. */
export function localName(table: string, cluster: Pick<Cluster, 'name'> | null): string {
  return cluster === null ? table : `${table}_local`;
}

export function onCluster(cluster: Pick<Cluster, 'name'> | null): string {
  return cluster === null ? '' : ` ON CLUSTER ${text(cluster.name)}`;
}

/** The columns as the table function `input` wants them. */
export function structureOf(table: Table, names: readonly string[]): string {
  return names
    .map((wanted) => {
      const column = table.columns.find(({ name }) => name === wanted);
      if (column === undefined) throw new Error(`${table.name} has no column ${wanted}`);
      return `${column.name} ${column.type}`;
    })
    .join(', ');
}

/** A string literal. */
export function text(value: string): string {
  return `'${value.replace(/['\\]/g, '\\$&')}'`;
}
