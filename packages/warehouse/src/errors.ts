/** ClickHouse could not be opened or reached. */
export class WarehouseUnavailableError extends Error {
  readonly code = 'WAREHOUSE_UNAVAILABLE';
}

/** The tables were made by a newer Readout than this one. */
export class WarehouseTooNewError extends Error {
  readonly code = 'WAREHOUSE_TOO_NEW';
}

/** The tables were made by a Readout that was never released. */
export class WarehouseTooOldError extends Error {
  readonly code = 'WAREHOUSE_TOO_OLD';
}

/** Somebody else writes these partitions now. Nothing was written; who still reads them has to claim them again. */
export class FencedError extends Error {
  readonly code = 'FENCED';
  readonly partitions: readonly number[];

  constructor(partitions: readonly number[]) {
    super(`Partitions ${partitions.join(', ')} are written by another ingester now.`);
    this.partitions = partitions;
  }
}

/** A partition cannot be claimed for the moment: the tables are being exchanged. */
export class PartitionHeldError extends Error {
  readonly code = 'PARTITION_HELD';

  constructor(partition: number) {
    super(`Partition ${partition} is held while tables are exchanged; it can be claimed again in a moment.`);
  }
}

/** Somebody's own statement cannot be asked; the message says what is wrong with it. */
export class SqlRefusedError extends Error {
  readonly code = 'SQL_REFUSED';
}

/** Whoever writes to ClickHouse may not make the views that people ask. Everything else goes on. */
export class ViewsNotAllowedError extends Error {
  readonly code = 'VIEWS_NOT_ALLOWED';
}
