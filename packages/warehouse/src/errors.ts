/** ClickHouse could not be opened or reached. */
export class WarehouseUnavailableError extends Error {
  readonly code = 'WAREHOUSE_UNAVAILABLE';
}

/** The tables were made by a newer Readout than this one. */
export class WarehouseTooNewError extends Error {
  readonly code = 'WAREHOUSE_TOO_NEW';
}
