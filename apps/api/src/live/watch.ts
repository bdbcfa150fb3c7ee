import { setTimeout } from 'node:timers/promises';
import type { Catalog, Publication } from '@readout/catalog';
import type { IssueId, PublicId } from '@readout/events';
import type { Warehouse } from '@readout/warehouse';
import type { Logger } from 'pino';

const POLL_MS = 400;

type Listener = (changed: readonly PublicId[]) => void;

export interface WatchDependencies {
  readonly warehouse: Pick<Warehouse, 'versions'>;
  readonly catalog: Pick<Catalog, 'allIssues'>;
  readonly logger: Logger;
}

/**
 * Watches the figures of one publication while somebody listens: one poll for all listeners, never two at
 * once. What changed is told by comparing versions with those of the poll before.
 */
export class PublicationWatch {
  readonly #listeners = new Set<Listener>();
  readonly #publicIds = new Map<IssueId, PublicId | null>();
  #versions: ReadonlyMap<IssueId, number> | null = null;
  #polling = false;
  #failing = false;

  constructor(
    private readonly deps: WatchDependencies,
    private readonly publication: Publication,
  ) {}

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  /** From when this resolves on, every change reaches `listener`. The answer ends it. */
  async listen(listener: Listener): Promise<() => void> {
    this.#listeners.add(listener);
    try {
      this.#versions ??= await this.deps.warehouse.versions(this.publication.id);
    } catch (error) {
      this.#listeners.delete(listener);
      throw error;
    }
    if (!this.#polling) void this.#pollWhileWatched();
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Begun by the first listener; ends by itself within a turn after the last one has gone. Never rejects. */
  async #pollWhileWatched(): Promise<void> {
    this.#polling = true;
    while (this.isWatched) {
      await setTimeout(POLL_MS, undefined, { ref: false });
      if (this.isWatched) await this.#poll();
    }
    this.#polling = false;
    this.#versions = null;
  }

  /** A failing warehouse is told once in the log and asked again at the next turn: nothing is missed by it. */
  async #poll(): Promise<void> {
    try {
      const before = this.#versions;
      const now = await this.deps.warehouse.versions(this.publication.id);
      const changed = before === null ? [] : [...now].filter(([issue, version]) => before.get(issue) !== version);
      const ids = changed.length === 0 ? [] : await this.#publicIdsOf(changed.map(([issue]) => issue));
      this.#versions = now;
      this.#failing = false;
      if (ids.length > 0) for (const listener of [...this.#listeners]) listener(ids);
    } catch (error) {
      if (!this.#failing) this.deps.logger.error({ err: error }, 'changes cannot be watched at the moment');
      this.#failing = true;
    }
  }

  async #publicIdsOf(issues: readonly IssueId[]): Promise<PublicId[]> {
    if (issues.some((issue) => !this.#publicIds.has(issue))) await this.#learnIssues();
    return issues.flatMap((issue) => {
      const id = this.#publicIds.get(issue) ?? null;
      // Figures of an issue that the catalog does not know (any more): remembered, so that it is not asked each time.
      if (id === null) this.#publicIds.set(issue, null);
      return id === null ? [] : [id];
    });
  }

  async #learnIssues(): Promise<void> {
    const issues = await this.deps.catalog.allIssues(this.publication.id);
    for (const { id, publicId } of issues) this.#publicIds.set(id, publicId);
  }
}
