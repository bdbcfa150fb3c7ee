import { type PublicationId, type PublicId, visitorAsReader } from '@readout/events';
import { offerFor, type Person } from '@readout/experiments';
import { verifyToken } from '@readout/tokens';
import { keptOfAgent } from './arrival.ts';
import type { CatalogCopy } from './catalog-copy.ts';
import type { OfferOutcome } from './metrics.ts';
import type { Visitors } from './visitors.ts';

/** What is made of a wish not to be followed: see `CollectorSettings`. */
type PrivacySignals = 'ignore' | 'anonymous' | 'skip';

/** Somebody, or a page for them, asks what they are offered. */
export interface Asking {
  /** Public id of an issue, or of the publication where the page is no issue's. */
  readonly target: PublicId;
  /** What stands in the token's place; empty: a visitor. */
  readonly token: string;
  /** Of the page; undefined: it is no page of another origin that asks. */
  readonly origin: string | undefined;
  readonly agent: string | undefined;
  readonly address: string;
  readonly optsOut: boolean;
}

export interface OfferAnswered {
  readonly outcome: OfferOutcome;
  /** JSON; null: nothing is offered, or not to be told. */
  readonly body: string | null;
}

const FOREIGN: OfferAnswered = { outcome: 'foreign', body: null };
const UNKNOWN: OfferAnswered = { outcome: 'unknown', body: null };
const NOTHING: OfferAnswered = { outcome: 'nothing', body: null };

/** Says what somebody is offered, from the collector's own copy of the catalog, and keeps nothing of it. */
export class OfferDesk {
  readonly #copy: CatalogCopy;
  readonly #privacySignals: PrivacySignals;
  readonly #visitors: Visitors;
  /** UTC, milliseconds. */
  readonly #now: () => number;

  constructor(parts: {
    readonly copy: CatalogCopy;
    readonly privacySignals: PrivacySignals;
    /** Those by whom pages' reports are counted: a visitor is the same one in both. */
    readonly visitors: Visitors;
    readonly now: () => number;
  }) {
    this.#copy = parts.copy;
    this.#privacySignals = parts.privacySignals;
    this.#visitors = parts.visitors;
    this.#now = parts.now;
  }

  offer(asking: Asking): OfferAnswered {
    const publication = this.#copy.issue(asking.target) ?? this.#copy.rulesByPublicId(asking.target)?.publication;
    const rules = publication === undefined ? undefined : this.#copy.rulesOf(publication);
    if (publication === undefined || rules === undefined) return UNKNOWN;
    if (asking.origin !== undefined && !rules.sites.includes(asking.origin)) return FOREIGN;
    const offering = this.#copy.offering(publication);
    if (offering === undefined) return NOTHING;
    const person = offering.experiment === null ? null : this.#personIn(asking, publication, rules.tracksReaders);
    const { experiment, offer } = offerFor(offering, person);
    const told = offer === null ? undefined : offering.told.get(offer);
    if (told === undefined) return NOTHING;
    return {
      outcome: experiment === null ? 'usual' : 'assigned',
      body: `{"experiment":${experiment === null ? 'null' : `"${experiment}"`},"offer":${told}}`,
    };
  }

  /** A reader by their token; without one the visitor of this day. Null: of whom nothing is kept is in no experiment. */
  #personIn(
    { token, agent, address, optsOut }: Asking,
    publication: PublicationId,
    tracksReaders: boolean,
  ): Person | null {
    if (optsOut && this.#privacySignals === 'skip') return null;
    if (tracksReaders && !(optsOut && this.#privacySignals === 'anonymous')) {
      const verified = verifyToken(token, this.#copy.tokenKey);
      if (verified.ok && verified.publication === publication) {
        return { number: verified.reader, hasAccess: this.#copy.hasAccess(publication, verified.reader) };
      }
    }
    const kept = agent === undefined ? undefined : keptOfAgent(agent);
    const visitor = this.#visitors.number(publication, address, kept, this.#now());
    return { number: visitorAsReader(visitor), hasAccess: false };
  }
}
