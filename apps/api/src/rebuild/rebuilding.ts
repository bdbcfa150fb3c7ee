import { Inject, Injectable } from '@nestjs/common';
import type { RebuildStatus } from '@readout/api-contract';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';

const IDLE: RebuildStatus = { state: 'idle', share: 0, startedAt: null, endedAt: null, error: null };

/** Makes all figures anew from the events, once at a time. How it stands is known to this process alone. */
@Injectable()
export class Rebuilding {
  #status: RebuildStatus = IDLE;
  #running: Promise<void> | null = null;
  #stopping = false;

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  status(): RebuildStatus {
    return this.#status;
  }

  /** @throws {Refusal} while it is under way. */
  begin(): RebuildStatus {
    if (this.#running !== null) throw new Refusal('conflict', 'The figures are being made anew already.');
    this.#status = { ...IDLE, state: 'running', startedAt: this.#now() };
    this.#running = this.#run().finally(() => {
      this.#running = null;
    });
    return this.#status;
  }

  /** Gives up what is half made: it stands beside what is in use, and the next time makes it anew. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /** Never rejects: how it ended is the status. */
  async #run(): Promise<void> {
    const { warehouse, logger } = this.deps;
    logger.info('all figures are made anew');
    try {
      await warehouse.rebuild((share) => {
        if (this.#stopping) throw new Error('Readout stops');
        this.#status = { ...this.#status, share };
      });
      this.#status = { ...this.#status, state: 'done', share: 1, endedAt: this.#now() };
      logger.info('all figures have been made anew');
    } catch (error) {
      logger.error({ err: error }, 'the figures could not be made anew');
      const sentence = "The figures could not be made anew and are as they were; the server's log has the reason.";
      this.#status = { ...this.#status, state: 'failed', endedAt: this.#now(), error: sentence };
    }
  }

  #now(): string {
    return new Date(this.deps.clock()).toISOString();
  }
}
