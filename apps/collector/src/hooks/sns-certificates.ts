import type { FetchText } from './fetch-text.ts';

/** As SNS names its certificates; nothing may stand beside it. */
const PATH = /^\/[A-Za-z0-9_-]{1,100}\.pem$/;
/** A certificate is replaced by one at another address. */
const KEPT_MS = 24 * 3_600_000;
/** What could not be had is not asked for again at once: an address may be one that a stranger made up. */
const MISSED_MS = 15_000;
const MOST_KEPT = 100;
/** Asked for at one time. */
const MOST_UNDER_WAY = 4;

interface Kept {
  readonly pem: string | null;
  /** UTC, milliseconds. */
  readonly until: number;
}

/** The certificates that SNS signs with, each fetched from SNS itself and kept for a day. */
export class SnsCertificates {
  readonly #fetchText: FetchText;
  readonly #kept = new Map<string, Kept>();
  readonly #underWay = new Map<string, Promise<string | null>>();

  constructor(fetchText: FetchText) {
    this.#fetchText = fetchText;
  }

  /**
   * PEM; `elsewhere`: the address is not one of a certificate on that host, and nothing was asked; null: it cannot be had
   * now.
   * @param now UTC, milliseconds.
   */
  async at(address: string, host: string, now: number): Promise<string | 'elsewhere' | null> {
    const url = addressOn(host, address);
    if (url === null || !PATH.test(url.pathname) || url.search !== '') return 'elsewhere';
    const { href } = url;
    const kept = this.#kept.get(href);
    if (kept !== undefined && kept.until > now) return kept.pem;
    const underWay = this.#underWay.get(href);
    if (underWay !== undefined) return underWay;
    if (this.#underWay.size >= MOST_UNDER_WAY) return null;
    const fetching = this.#fetchText(url).then(
      (pem) => this.#keep(href, pem, now + KEPT_MS),
      () => this.#keep(href, null, now + MISSED_MS),
    );
    this.#underWay.set(href, fetching);
    return fetching.finally(() => this.#underWay.delete(href));
  }

  #keep(href: string, pem: string | null, until: number): string | null {
    // The oldest goes. What SNS uses is two or three, and comes back with the next message.
    if (this.#kept.size >= MOST_KEPT)
      for (const oldest of [...this.#kept.keys()].slice(0, 1)) this.#kept.delete(oldest);
    this.#kept.delete(href);
    this.#kept.set(href, { pem, until });
    return pem;
  }
}

/** Null: it is none over HTTPS on that very host, at its usual port, without a name or password. */
export function addressOn(host: string, address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'https:' || url.host !== host) return null;
  return url.username === '' && url.password === '' && url.hash === '' ? url : null;
}
