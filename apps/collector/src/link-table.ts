import type { PublicId } from '@readout/events';

/** Where a link leads. The only place that a redirect's destination ever comes from. */
interface LinkDestination {
  readonly publicId: PublicId;
  readonly url: string;
}

/** What the table is filled from. */
export interface LinkSource {
  findLinkTarget(publicId: PublicId): Promise<LinkDestination | null>;
  allLinkTargets(): AsyncIterable<readonly LinkDestination[]>;
}

/** How long a link that the catalog does not know is believed to be unknown. Bounds what a guesser costs the catalog. */
const UNKNOWN_FOR_MS = 2_000;
const MOST_UNKNOWN = 10_000;

/**
 * The collector's own copy of all links. Answers from memory; asks the catalog only for a link that it has
 * not seen (one made since the start), and once for many callers.
 */
export class LinkTable {
  readonly #urls = new Map<PublicId, string>();
  readonly #unknownUntil = new Map<PublicId, number>();
  readonly #asking = new Map<PublicId, Promise<string | null>>();
  readonly #source: LinkSource;
  readonly #now: () => number;

  constructor(source: LinkSource, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  /** Copies every link there is; call once before serving. */
  async load(): Promise<void> {
    for await (const page of this.#source.allLinkTargets()) {
      for (const link of page) this.#urls.set(link.publicId, asLocation(link.url));
    }
  }

  get size(): number {
    return this.#urls.size;
  }

  /** The destination, if it is known here and now. */
  known(id: PublicId): string | undefined {
    return this.#urls.get(id);
  }

  /** The destination, asking the catalog where need be; null where there is no such link. Rejects when the catalog does. */
  find(id: PublicId): Promise<string | null> {
    const until = this.#unknownUntil.get(id);
    if (until !== undefined && until > this.#now()) return Promise.resolve(null);
    const running = this.#asking.get(id);
    if (running !== undefined) return running;
    const asking = this.#ask(id).finally(() => this.#asking.delete(id));
    this.#asking.set(id, asking);
    return asking;
  }

  async #ask(id: PublicId): Promise<string | null> {
    const link = await this.#source.findLinkTarget(id);
    if (link === null) {
      if (this.#unknownUntil.size >= MOST_UNKNOWN) this.#unknownUntil.clear();
      this.#unknownUntil.set(id, this.#now() + UNKNOWN_FOR_MS);
      return null;
    }
    const location = asLocation(link.url);
    this.#urls.set(id, location);
    return location;
  }
}

const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** A destination as a `Location` header can carry it (RFC 9110: a URI, so ASCII); most are that already. */
function asLocation(url: string): string {
  return HEADER_SAFE.test(url) ? url : new URL(url).href;
}
