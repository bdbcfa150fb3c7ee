/** The database cannot be reached, or cannot be used as it is. The message says what the operator can do. */
export class CatalogUnavailableError extends Error {
  readonly code = 'CATALOG_UNAVAILABLE';
}

/** Something was to be written under a publication or an issue that is no longer there. */
export class NotInCatalogError extends Error {
  readonly code = 'NOT_IN_CATALOG';
}

/** The database refused a query: a fault of ours. Carries neither parameters nor rows, which may hold secrets. */
export class CatalogQueryError extends Error {
  readonly code = 'CATALOG_QUERY';
  /** PostgreSQL's five characters, where it was PostgreSQL that refused. */
  readonly sqlState: string | null;

  constructor(message: string, sqlState: string | null) {
    super(message);
    this.sqlState = sqlState;
  }
}
