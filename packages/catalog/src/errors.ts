/** The database cannot be reached, or cannot be used as it is. The message says what the operator can do. */
export class CatalogUnavailableError extends Error {
  readonly code = 'CATALOG_UNAVAILABLE';
}

/** Something was to be written under a publication or an issue that is no longer there. */
export class NotInCatalogError extends Error {
  readonly code = 'NOT_IN_CATALOG';
}

/** What was asked of an offer or an experiment is not possible as things stand. The message says why, and what to do. */
export class OfferConflictError extends Error {
  readonly code = 'OFFER_CONFLICT';
}

/** An experiment was to be made of something that is no offer of its publication. */
export class UnknownOfferError extends Error {
  readonly code = 'UNKNOWN_OFFER';
  /** Which arm, from 0. */
  readonly arm: number;

  constructor(arm: number) {
    super('This publication has no such offer.');
    this.arm = arm;
  }
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
