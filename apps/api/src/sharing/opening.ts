import { Inject, Injectable } from '@nestjs/common';
import type { Publication, ShareLink } from '@readout/catalog';
import { Attempts, digestOf } from '@readout/credentials';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { isShareToken } from './share-token.ts';
import { standingOf } from './standing.ts';

/** Different secrets that one address, and everybody, may try in five minutes. */
const GUESSES = { perAddress: 20, inAll: 500 };
/** Secrets remembered as tried: as hashes, and more than can be tried while they matter. */
const MOST_TRIED = 10_000;

export interface OpenedShare {
  readonly link: ShareLink;
  readonly publication: Publication;
}

/**
 * Finds what a secret opens. One that is guessed, has expired or was revoked gets the same answer after the same way.
 * A secret counts as a guess the first time only: a link that is embedded somewhere and no longer works would
 * otherwise hold everybody back; and one that has opened is never held back.
 */
@Injectable()
export class Opening {
  readonly #attempts: Attempts;
  /** In the order in which they were last tried. */
  readonly #tried = new Set<string>();

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {
    this.#attempts = new Attempts(deps.clock, GUESSES);
  }

  /** @throws {Refusal} `not_found`, or `too_many_attempts`. */
  async open(token: string, remoteAddress: string): Promise<OpenedShare> {
    const opened = await this.find(token, remoteAddress);
    if (opened === null) throw noSuchLink();
    return opened;
  }

  /** Null: it opens nothing. @throws {Refusal} `too_many_attempts` */
  async find(token: string, remoteAddress: string): Promise<OpenedShare | null> {
    const hash = digestOf(token);
    const known = hash.toString('base64url');
    const succeeded = this.#tried.has(known) ? () => {} : this.#admit(remoteAddress);
    this.#remember(known);
    const found = isShareToken(token) ? await this.deps.catalog.findShareLink(hash) : null;
    if (found === null || standingOf(found.link, this.deps.clock()) !== 'open') return null;
    succeeded();
    return found;
  }

  #admit(remoteAddress: string): () => void {
    const attempt = this.#attempts.begin(remoteAddress);
    if (attempt.admitted) return attempt.succeeded;
    const minutes = Math.ceil(attempt.retryAfterSeconds / 60);
    throw new Refusal(
      'too_many_attempts',
      `Too many links were tried that open nothing. Try again in ${minutes} min.`,
      {
        headers: { 'retry-after': String(attempt.retryAfterSeconds) },
      },
    );
  }

  #remember(known: string): void {
    this.#tried.delete(known);
    this.#tried.add(known);
    const [oldest] = this.#tried;
    if (this.#tried.size > MOST_TRIED && oldest !== undefined) this.#tried.delete(oldest);
  }
}

/** What is said of every link that opens nothing, whatever the reason. */
export function noSuchLink(): Refusal {
  return new Refusal('not_found', 'This link opens nothing. Ask whoever gave it to you for another one.');
}
