import postgres from 'postgres';
import { UnreadableImportError } from '../source.ts';

/** A row as it comes; every query names its columns' types. */
export type DatabaseRow = Readonly<Record<string, unknown>>;

const CHUNK = 5_000;
/** Of one chunk; whoever waits longer waits for a lock. */
const LONGEST_SECONDS = 120;

/** A database that is only read, one question at a time, whatever role the address is of. */
export class ReadOnlyDatabase {
  readonly #sql: postgres.Sql;

  /** @throws {UnreadableImportError} where the address is none of PostgreSQL's. */
  constructor(address: string) {
    if (!/^postgres(ql)?:\/\/./.test(address)) {
      throw new UnreadableImportError(
        'The database is given as an address such as postgres://reader:secret@localhost:5432/listmonk.',
      );
    }
    try {
      this.#sql = postgres(address, {
        // Without asking for the types of the server’s own a connection would never be handed out by `reserve`.
        fetch_types: true,
        max: 1,
        idle_timeout: 60,
        connect_timeout: 15,
        onnotice: () => {},
        connection: { application_name: 'readout' },
      });
    } catch {
      // What it says could hold the password.
      throw new UnreadableImportError('The address of the database cannot be read. Is a character in it unescaped?');
    }
  }

  /** All of a short answer. */
  async all(question: string, signal: AbortSignal, values: readonly string[] = []): Promise<readonly DatabaseRow[]> {
    const rows: DatabaseRow[] = [];
    for await (const chunk of this.chunks(question, signal, values)) rows.push(...chunk);
    return rows;
  }

  /** In chunks, each fetched when the one before has been taken: through a cursor in a transaction that cannot write. */
  async *chunks(
    question: string,
    signal: AbortSignal,
    values: readonly string[] = [],
  ): AsyncGenerator<readonly DatabaseRow[]> {
    signal.throwIfAborted();
    const connection = await told(this.#sql.reserve());
    try {
      const ask = (text: string, parameters: readonly string[] = []) =>
        stoppable(connection.unsafe(text, [...parameters]), signal);
      await ask('begin isolation level repeatable read read only');
      try {
        await ask(`set local statement_timeout = ${LONGEST_SECONDS * 1_000}`);
        await ask(`declare reading no scroll cursor for ${question}`, values);
        for (;;) {
          const rows = await ask(`fetch forward ${CHUNK} from reading`);
          if (rows.length > 0) yield rows;
          if (rows.length < CHUNK) return;
        }
      } finally {
        await connection.unsafe('rollback').catch(() => {});
      }
    } finally {
      connection.release();
    }
  }

  async close(): Promise<void> {
    await this.#sql.end({ timeout: 5 });
  }
}

/** The server stops working on it as soon as nobody wants the answer. */
async function stoppable(
  query: postgres.PendingQuery<postgres.Row[]>,
  signal: AbortSignal,
): Promise<readonly DatabaseRow[]> {
  signal.throwIfAborted();
  const stop = () => query.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await told(query);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What goes wrong with somebody else's database, said to whoever can do something about it. */
async function told<T>(answer: PromiseLike<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    const message = messageOf(code);
    if (message === null) throw error;
    throw new UnreadableImportError(message);
  }
}

function messageOf(code: string): string | null {
  switch (code) {
    case '28P01':
    case '28000':
      return 'The database does not let this user in: name or password are others.';
    case '3D000':
      return 'The server has no database of this name.';
    case '42501':
      return 'This user may not read the tables of listmonk. Grant it SELECT on them.';
    case '42P01':
    case '42703':
      return 'The database has not the tables of listmonk, or those of a version older than 1.0.';
    case '57014':
      return `The database took longer than ${LONGEST_SECONDS} seconds over a chunk. Is a table locked?`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
    case 'ECONNRESET':
    case 'CONNECT_TIMEOUT':
      return `The database cannot be reached (${code}). Are host and port right, and does it listen to this machine?`;
    default:
      return null;
  }
}
