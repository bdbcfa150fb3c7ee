import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { understood } from './failure.ts';

/** What both engines have in common: everything but the shape in which a bare `execute` answers. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An opened engine. */
export interface Engine {
  readonly database: Database;
  /** Names the database in a sentence, without credentials. */
  readonly place: string;
  close(): Promise<void>;
}

/** The one way to the database: whatever goes wrong on it comes out as an error that may be shown and logged. */
export class Store {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async ask<T>(question: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await question(this.#engine.database);
    } catch (error) {
      throw understood(error, this.#engine.place);
    }
  }

  /** All or nothing. Ask only `transaction` within it: PGlite lets nobody else in until it ends, not even the caller. */
  transaction<T>(work: (transaction: Database) => Promise<T>): Promise<T> {
    return this.ask((database) => database.transaction(work));
  }
}

/** The row that a statement with `returning` is certain to answer. */
export function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The catalog answered no row where there must be one.');
  return row;
}
