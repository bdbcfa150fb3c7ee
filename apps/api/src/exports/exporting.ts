import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { LoggedExport, Publication } from '@readout/catalog';
import type { PublicId } from '@readout/events';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import type { Caller } from '../http/caller.ts';
import { Refusal } from '../http/problem.ts';
import { actorOf, begin, endOf, reasonOf } from './export-log.ts';
import { type OutgoingFile, sendFile } from './send-file.ts';

/** More would take from each other, and from those who read and write. */
const AT_ONCE = 2;

/** Who has a file of what made. */
interface AskedFile {
  readonly publication: Publication;
  readonly caller: Caller;
  readonly logged: Pick<LoggedExport, 'what' | 'format' | 'filter'>;
}

/** Exports that run in this process: few at a time, and each in the log from its beginning to its end. */
@Injectable()
export class Exporting {
  readonly #running = new Map<PublicId, { destroy(): void }>();
  #taken = 0;

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  isRunning(id: PublicId): boolean {
    return this.#running.has(id);
  }

  /**
   * Sends a file, and notes how that went. Ends when it has been sent, or not.
   * @param make begins to write it
   * @throws what went wrong before anything was sent
   */
  async send(response: ServerResponse, asked: AskedFile, make: () => Promise<OutgoingFile>): Promise<void> {
    await this.#inTurn(() => this.#sendLogged(response, asked, make));
  }

  /**
   * Writes a file of a schedule to the disk, and notes how that went.
   * @param begun the log's entry of it
   * @throws what went wrong: the file is then not whole
   */
  async keep(
    path: string,
    { publication, begun }: { readonly publication: Publication; readonly begun: LoggedExport },
    make: () => Promise<Pick<OutgoingFile, 'bytes' | 'rows'>>,
  ): Promise<{ readonly bytes: number; readonly sha256: string }> {
    const { catalog, clock } = this.deps;
    const { publicId: id } = begun;
    const stop = new AbortController();
    this.#running.set(id, { destroy: () => stop.abort() });
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      return await this.#inTurn(async () => {
        const file = await make();
        async function* counted() {
          for await (const chunk of file.bytes) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
          }
        }
        await pipeline(counted, createWriteStream(path), { signal: stop.signal });
        const sha256 = hash.digest('hex');
        await catalog.endExport(
          publication.id,
          id,
          endOf({ outcome: 'done', rows: file.rows(), bytes, sha256 }, clock()),
        );
        return { bytes, sha256 };
      });
    } catch (error) {
      await catalog.endExport(
        publication.id,
        id,
        endOf({ outcome: 'failed', bytes, reason: reasonOf(error) }, clock()),
      );
      throw error;
    } finally {
      this.#running.delete(id);
    }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken >= AT_ONCE) {
      throw new Refusal('exports_busy', `${AT_ONCE} exports are under way. Try again when one has ended.`, {
        headers: { 'retry-after': '15' },
      });
    }
    this.#taken++;
    try {
      return await work();
    } finally {
      this.#taken--;
    }
  }

  /** Tears off what is under way, and waits until that is in the log. */
  async stop(): Promise<void> {
    for (const running of this.#running.values()) running.destroy();
    while (this.#running.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async #sendLogged(
    response: ServerResponse,
    { publication, caller, logged }: AskedFile,
    make: () => Promise<OutgoingFile>,
  ): Promise<void> {
    const { catalog, clock, logger } = this.deps;
    const { publicId: id } = await begin(catalog, publication, actorOf(caller), logged, clock());
    this.#running.set(id, response);
    try {
      const file = await make();
      const sent = await sendFile(response, { ...file, headers: { ...file.headers, 'x-readout-export': id } });
      if (sent.outcome === 'failed') logger.error({ err: sent.error, export: id }, 'an export failed half-way');
      await catalog.endExport(publication.id, id, endOf(sent, clock()));
    } catch (error) {
      await catalog.endExport(
        publication.id,
        id,
        endOf({ outcome: 'failed', bytes: 0, reason: reasonOf(error) }, clock()),
      );
      throw error;
    } finally {
      this.#running.delete(id);
    }
  }
}
