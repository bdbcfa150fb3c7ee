import { Inject, Injectable } from '@nestjs/common';
import { ViewsNotAllowedError } from '@readout/warehouse';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { publicationInViews } from './publication-in-views.ts';

const EVERY_MS = 15 * 60_000;

/**
 * Keeps the views of all publications as the catalog is, where others than this process ask them: titles and links that
 * are new are in them after a quarter of an hour at most. (What is counted is in them at once.)
 */
@Injectable()
export class ViewKeeping {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  start(): void {
    this.#timer = setInterval(() => this.#begin(), EVERY_MS);
    this.#timer.unref();
    this.#begin();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
  }

  #begin(): void {
    this.#running ??= this.#keep().finally(() => {
      this.#running = null;
    });
  }

  async #keep(): Promise<void> {
    const { catalog, warehouse, logger } = this.deps;
    try {
      for (const publication of await catalog.listPublications()) {
        if (this.#isStopped) return;
        await warehouse.offerViews(await publicationInViews(this.deps, publication));
      }
    } catch (error) {
      if (error instanceof ViewsNotAllowedError) logger.warn(error.message);
      else logger.error({ err: error }, 'the views of SQL could not be brought up to date; they will be, in a while');
    }
  }
}
