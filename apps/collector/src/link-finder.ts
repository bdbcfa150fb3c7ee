import type { PublicId } from '@readout/events';
import type { CatalogCopy, KnownLink } from './catalog-copy.ts';

/** How long a link that the catalog does not know is believed to be unknown. Bounds what a guesser costs the catalog. */
const UNKNOWN_FOR_MS = 2_000;
const MOST_UNKNOWN = 10_000;
/** Questions to the catalog at one time, and how long one may take. */
const MOST_ASKING = 100;
const PATIENCE_MS = 3_000;

/** Brings a link into the copy, if there is one of this name. Rejects when it cannot say. */
export type BringLink = (id: PublicId) => Promise<boolean>;

/** Finds links that the copy does not have (made a moment ago, or never): asks once for many callers. */
export class LinkFinder {
  readonly #copy: CatalogCopy;
  readonly #bring: BringLink;
  /** Milliseconds of a clock that never goes back. */
  readonly #clock: () => number;
  readonly #unknownUntil = new Map<PublicId, number>();
  readonly #asking = new Map<PublicId, Promise<KnownLink | null>>();

  constructor(copy: CatalogCopy, bring: BringLink, clock: () => number = () => performance.now()) {
    this.#copy = copy;
    this.#bring = bring;
    this.#clock = clock;
  }

  /** Null where there is no such link. Rejects when the catalog does not answer. */
  find(id: PublicId): Promise<KnownLink | null> {
    const until = this.#unknownUntil.get(id);
    if (until !== undefined && until > this.#clock()) return Promise.resolve(null);
    const running = this.#asking.get(id);
    if (running !== undefined) return running;
    if (this.#asking.size >= MOST_ASKING) {
      return Promise.reject(new CatalogSilentError('Too many links are being asked for that are not in the copy.'));
    }
    const asking = this.#ask(id).finally(() => this.#asking.delete(id));
    this.#asking.set(id, asking);
    return asking;
  }

  async #ask(id: PublicId): Promise<KnownLink | null> {
    const link = (await this.#inTime(this.#bring(id))) ? this.#copy.link(id) : undefined;
    if (link !== undefined) return link;
    if (this.#unknownUntil.size >= MOST_UNKNOWN) this.#unknownUntil.clear();
    this.#unknownUntil.set(id, this.#clock() + UNKNOWN_FOR_MS);
    return null;
  }

  async #inTime<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      const error = new CatalogSilentError(`The catalog does not answer within ${PATIENCE_MS / 1000} s.`);
      timer = setTimeout(reject, PATIENCE_MS, error);
    });
    try {
      return await Promise.race([answer, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}

class CatalogSilentError extends Error {
  readonly code = 'CATALOG_SILENT';
}
