import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants, openSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ClickHouseClient } from '@clickhouse/client';
import { WarehouseUnavailableError } from '../errors.ts';
import { text } from '../schema/table.ts';

const run = promisify(execFile);
const PIPE = /^export-[0-9a-f-]{36}\.pipe$/;
const KILL_AGAIN_MS = 200;

/**
 * Has the engine of this process write what a query gives into a pipe, which is read here: so it writes each format whole
 * and in constant memory, and no faster than it is read. (What it hands out in pieces by itself is a file each.)
 */
export class EmbeddedStreams {
  readonly #idle: ClickHouseClient[] = [];
  readonly #all: ClickHouseClient[] = [];

  /**
   * @param folder Where pipes lie while they are written to. @param telling Tells the engine to stop. @param connect Each
   * stream has a connection to itself; one that is not used any more is used again.
   */
  constructor(
    private readonly folder: string,
    private readonly telling: ClickHouseClient,
    private readonly connect: () => Promise<ClickHouseClient>,
  ) {}

  /** Removes pipes of a process that died. */
  async clear(): Promise<void> {
    const names = await readdir(this.folder);
    for (const name of names.filter((one) => PIPE.test(one))) await rm(join(this.folder, name), { force: true });
  }

  async close(): Promise<void> {
    for (const client of this.#all) await client.close();
  }

  /** @param database In which names are looked up, as it is quoted; left out: that of the tables. */
  async *stream(sql: string, format: string, database?: string): AsyncGenerator<Uint8Array> {
    const id = randomUUID();
    const path = join(resolve(this.folder), `export-${id}.pipe`);
    await makePipe(path);
    const pipe = readingEnd(path);
    let isWritten = false;
    const written = this.#write(`${sql} INTO OUTFILE ${text(path)} APPEND FORMAT ${format}`, database).finally(() => {
      isWritten = true;
    });
    // A query that fails before it writes never opens the pipe, so that no end would come.
    void written.then((error) => error !== null && pipe.destroy());
    try {
      try {
        for await (const chunk of pipe.iterator({ destroyOnReturn: false })) yield chunk;
      } catch (error) {
        throw (await written) ?? error;
      }
      const failed = await written;
      if (failed !== null) throw failed;
    } finally {
      // Somebody has to read until the engine has let go: it waits for ever to open a pipe that nobody reads.
      pipe.on('error', () => {});
      pipe.resume();
      while (!isWritten) {
        await this.#kill(id);
        await Promise.race([written, sleep(KILL_AGAIN_MS)]);
      }
      pipe.destroy();
      await rm(path, { force: true });
    }
  }

  /** Null, or why it failed. */
  async #write(statement: string, database: string | undefined): Promise<Error | null> {
    try {
      const client = this.#idle.pop() ?? (await this.#another());
      try {
        if (database !== undefined) await client.command({ query: `USE ${database}` });
        await client.command({ query: statement });
      } finally {
        this.#idle.push(client);
      }
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async #another(): Promise<ClickHouseClient> {
    const client = await this.connect();
    this.#all.push(client);
    return client;
  }

  /** By the name of its pipe: chDB gives no statement a name of our choosing. */
  async #kill(id: string): Promise<void> {
    const itself = `position(query, ${text(`export-${id}`)}) > 0 AND NOT startsWith(query, 'KILL')`;
    await this.telling.command({ query: `KILL QUERY WHERE ${itself} ASYNC` });
  }
}

async function makePipe(path: string): Promise<void> {
  try {
    await run('mkfifo', ['-m', '600', path]);
  } catch (error) {
    throw new WarehouseUnavailableError(
      'The export could not be begun: a pipe could not be made. It needs the program mkfifo and a data folder that may be written.',
      { cause: error },
    );
  }
}

/** Read as a socket is, which takes none of the few threads that files are read by; opening does not wait for a writer. */
function readingEnd(path: string): Socket {
  return new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), readable: true, writable: false });
}
