import { type Droppable, LogFullError, type Spool } from '@readout/event-log';
import {
  encodeRecord,
  encodeReport,
  type Hit,
  isPublicId,
  type NetworkKind,
  type Report as PageReport,
  type PublicationId,
  type PublicId,
} from '@readout/events';
import type { Networks } from '@readout/network';
import type { Logger } from 'pino';
import { type Answer, PIXEL, redirectTo, TOO_MANY, UNAVAILABLE, UNKNOWN_LINK } from './answer.ts';
import { type Arrival, keptOfAgent } from './arrival.ts';
import type { BeaconBody } from './beacon-body.ts';
import type { CatalogCopy, KnownLink } from './catalog-copy.ts';
import { hostsOf } from './hosts-of.ts';
import type { LinkFinder } from './link-finder.ts';
import type { CollectorMetrics, Outcome } from './metrics.ts';
import { type Asking, OfferDesk } from './offer-desk.ts';
import { looksLikeToken } from './own-page.ts';
import { type Rate, TokenBuckets } from './token-buckets.ts';
import { type Client, Unanswered } from './unanswered.ts';
import { Visitors } from './visitors.ts';

/** What the operator decides. */
export interface CollectorSettings {
  /**
   * Readers who ask not to be followed (Global Privacy Control, Do Not Track): `ignore` it, keep the hit but not
   * whose it is (`anonymous`), or keep nothing (`skip`).
   */
  readonly privacySignals: 'ignore' | 'anonymous' | 'skip';
  /** What is kept of an address in the log, beside country and kind of network: its network part, or nothing. */
  readonly addresses: 'truncate' | 'drop';
  /** Limits for one address and for one publication; null: none. Redirects are answered in any case. */
  readonly addressRate: Rate | null;
  readonly publicationRate: Rate | null;
}

export interface CollectorDependencies {
  readonly log: Spool;
  readonly copy: CatalogCopy;
  readonly finder: LinkFinder;
  readonly networks: Networks;
  readonly settings: CollectorSettings;
  readonly metrics: CollectorMetrics;
  readonly logger: Logger;
  /** UTC, milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number;
}

/** What a page reported, and who it says it is. */
export interface Report {
  readonly body: BeaconBody;
  readonly origin: string;
  readonly agent: string | undefined;
  readonly address: string;
  readonly optsOut: boolean;
  readonly shape: number;
}

export type BeaconRefusal = 'not_a_site' | 'unknown_issue' | 'limited' | 'unavailable';

/** The same failure is told at most so often. */
const TELL_EVERY_MS = 10_000;

/**
 * Pixel and redirector. A request is answered when its event is on disk; only a redirect is answered in any
 * case, because a reader's link must work.
 */
export class Collector {
  readonly #log: Spool;
  readonly #copy: CatalogCopy;
  readonly #finder: LinkFinder;
  readonly #networks: Networks;
  readonly #settings: CollectorSettings;
  readonly #metrics: CollectorMetrics;
  readonly #logger: Logger;
  readonly #now: () => number;
  readonly #clock: () => number;
  readonly #visitors: Visitors;
  readonly #offers: OfferDesk;
  readonly #unanswered: Unanswered;
  readonly #ofAddress: TokenBuckets<string> | null;
  readonly #ofPublication: TokenBuckets<PublicationId> | null;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(dependencies: CollectorDependencies) {
    const { log, copy, finder, networks, settings, metrics, logger, now, clock } = dependencies;
    this.#log = log;
    this.#copy = copy;
    this.#finder = finder;
    this.#networks = networks;
    this.#settings = settings;
    this.#metrics = metrics;
    this.#logger = logger;
    this.#now = now;
    this.#clock = clock ?? (() => performance.now());
    this.#visitors = new Visitors((day) => copy.salt(day));
    this.#offers = new OfferDesk({ copy, privacySignals: settings.privacySignals, visitors: this.#visitors, now });
    this.#ofAddress = settings.addressRate && new TokenBuckets(settings.addressRate);
    this.#ofPublication = settings.publicationRate && new TokenBuckets(settings.publicationRate);
    this.#unanswered = new Unanswered(
      {
        answered: (kind, fate, waited) => {
          metrics.count(kind, fate);
          metrics.answered(waited);
        },
        failed: (error) => this.#tell(error),
      },
      this.#clock,
    );
  }

  /** Sees to it that the client gets its answer, now or when its event is on disk. Never throws. */
  take(arrival: Arrival, client: Client): void {
    try {
      if (arrival.kind === 'opened') this.#pixel(arrival, client);
      else this.#redirect(arrival, client);
    } catch (error) {
      this.#tell(error);
      this.#metrics.count(arrival.kind, 'refused');
      client.answer(UNAVAILABLE);
    }
  }

  /** Whether pages of this origin may report at all. */
  isSite(origin: string): boolean {
    return this.#copy.isSite(origin);
  }

  /** What somebody is offered. Nothing is kept of it. */
  offer(asking: Asking): ReturnType<OfferDesk['offer']> {
    const answered = this.#offers.offer(asking);
    this.#metrics.countOffer(answered.outcome);
    return answered;
  }

  /** Keeps a page's report. Answers null when all of its events are on disk, or why none of them was kept. */
  report(report: Report, answer: (refusal: BeaconRefusal | null) => void) {
    const began = this.#clock();
    const done = (outcome: Outcome, refusal: BeaconRefusal | null) => {
      this.#metrics.count('beacon', outcome);
      this.#metrics.answered(this.#clock() - began);
      answer(refusal);
    };
    const issue = report.body.issue as PublicId;
    const publication = this.#copy.issue(issue);
    const rules = publication === undefined ? undefined : this.#copy.rulesOf(publication);
    if (publication === undefined || rules === undefined) return done('unknown', 'unknown_issue');
    if (!rules.sites.includes(report.origin)) return done('foreign', 'not_a_site');
    if (this.#skips(report)) return done('untracked', null);
    const { token, referrer, events } = report.body;
    const record: ReportDraft = {
      type: 'report',
      version: 1,
      time: this.#now(),
      target: issue,
      token: token ?? '',
    };
    if (!this.#see(record, report, publication, rules.tracksReaders)) {
      return done('limited', 'limited');
    }
    if (referrer !== undefined && !hostsOf(rules.sites).has(referrer)) record.referrer = referrer;
    this.#log.append(encodeReport(record, events)).then(
      () => done('recorded', null),
      (error: unknown) => {
        this.#tell(error);
        done('refused', 'unavailable');
      },
    );
  }

  stop(): void {
    this.#unanswered.stop();
  }

  #pixel(arrival: Arrival, client: Client) {
    const { target } = arrival;
    // Where there is nothing to count it for, the client gets its image all the same.
    if (!isPublicId(target)) return this.#answer(arrival, client, PIXEL, 'malformed');
    const publication = this.#copy.issue(target);
    const rules = publication === undefined ? undefined : this.#copy.rulesOf(publication);
    if (rules?.tracksOpens === false || this.#skips(arrival)) return this.#answer(arrival, client, PIXEL, 'untracked');
    const place = { publication: publication ?? null, issue: null, tracksReaders: rules?.tracksReaders !== false };
    const line = this.#encode(arrival, place);
    if (line === null) return this.#answer(arrival, client, TOO_MANY, 'limited');
    this.#unanswered.add(this.#log.append(line), 'opened', PIXEL, client);
  }

  #redirect(arrival: Arrival, client: Client) {
    const id = arrival.target;
    if (!isPublicId(id)) return this.#answer(arrival, client, UNKNOWN_LINK, 'malformed');
    const link = this.#copy.link(id);
    if (link !== undefined) return this.#follow(arrival, link, client);
    // Guessing costs the catalog, so it has its limit; no link that the copy knows ever meets it.
    const { network } = this.#networks.lookUp(arrival.address);
    if (!this.#allows(arrival.address, network, null)) return this.#answer(arrival, client, TOO_MANY, 'limited');
    this.#finder.find(id).then(
      (found) => {
        if (found === null) this.#answer(arrival, client, UNKNOWN_LINK, 'unknown');
        else this.#follow(arrival, found, client);
      },
      (error: unknown) => {
        this.#tell(error);
        // The link may be good: this is no time to say that it leads nowhere.
        this.#answer(arrival, client, UNAVAILABLE, 'refused');
      },
    );
  }

  #follow(arrival: Arrival, link: KnownLink, client: Client) {
    const { publication, issue } = link;
    let { answer } = link;
    try {
      const rules = this.#copy.rulesOf(publication);
      if (link.own !== null && rules?.tracksReaders && looksLikeToken(arrival.token) && !this.#isNobody(arrival)) {
        answer = redirectTo(link.own.before + arrival.token + link.own.after, true);
      }
      if (rules?.tracksClicks === false || this.#skips(arrival)) {
        return this.#answer(arrival, client, answer, 'untracked');
      }
      const line = this.#encode(arrival, { publication, issue, tracksReaders: rules?.tracksReaders !== false });
      if (line === null) return this.#answer(arrival, client, answer, 'limited');
      this.#unanswered.add(this.#log.append(line), 'clicked', answer, client);
    } catch (error) {
      this.#tell(error);
      this.#answer(arrival, client, answer, 'unrecorded');
    }
  }

  #answer({ kind }: Arrival, client: Client, answer: Answer, outcome: Outcome): void {
    this.#metrics.count(kind, outcome);
    client.answer(answer);
  }

  /** Whether it is not to be said whose it is. */
  #isNobody({ optsOut }: Pick<Arrival, 'optsOut'>): boolean {
    return optsOut && this.#settings.privacySignals !== 'ignore';
  }

  #skips({ optsOut }: Pick<Arrival, 'optsOut'>): boolean {
    return optsOut && this.#settings.privacySignals === 'skip';
  }

  /** The record of a hit, as a line of the log; null: it is over a limit. */
  #encode(
    arrival: Arrival,
    place: {
      readonly publication: PublicationId | null;
      readonly issue: PublicId | null;
      readonly tracksReaders: boolean;
    },
  ): string | null {
    const { kind, target, token, method } = arrival;
    const hit: Draft = {
      type: 'hit',
      version: 1,
      kind,
      time: this.#now(),
      target,
      token,
      method,
      source: kind === 'opened' ? 'pixel' : 'redirect',
    };
    if (place.issue !== null) hit.issue = place.issue;
    return this.#see(hit, arrival, place.publication, place.tracksReaders) ? encodeRecord(hit) : null;
  }

  /**
   * Adds what is kept of the one who asks; false: they are over a limit. The address itself goes no further than here.
   * @param mayKnow whether it may be kept whose it is.
   */
  #see(
    record: Draft | ReportDraft,
    { address, agent, optsOut, shape }: Pick<Arrival, 'address' | 'agent' | 'optsOut' | 'shape'>,
    publication: PublicationId | null,
    mayKnow: boolean,
  ): boolean {
    const { country, network, kept, place } = this.#networks.lookUp(address);
    if (!this.#allows(address, network, publication)) return false;
    const keptAgent = agent === undefined ? undefined : keptOfAgent(agent);
    const isNobody = !mayKnow || (optsOut && this.#settings.privacySignals === 'anonymous');
    if (isNobody || (record.type === 'report' && record.token === '')) {
      record.token = '';
      record.visitor = this.#visitors.number(publication ?? 0, address, keptAgent, record.time);
    }
    if (country !== null) record.country = country;
    record.network = network;
    // Whoever is not to be recognised is not to be guessed at by where they come from, either.
    if (place !== 0 && !isNobody) record.place = place;
    record.shape = shape;
    if (this.#settings.addresses === 'truncate' && kept !== null) record.address = kept;
    if (keptAgent !== undefined) record.agent = keptAgent;
    return true;
  }

  #allows(address: string, network: NetworkKind, publication: PublicationId | null): boolean {
    const at = this.#clock();
    // Addresses that are not routed are proxies in front and whoever sits on this machine; image proxies of mail
    // providers fetch for all their readers.
    const isOne = network !== 'unknown' && network !== 'mail';
    if (isOne && this.#ofAddress?.take(address, at) === false) return false;
    return publication === null || this.#ofPublication?.take(publication, at) !== false;
  }

  #tell(error: unknown): void {
    const now = this.#clock();
    if (now - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = now;
    const what = error instanceof LogFullError ? 'the event log is full' : 'an event could not be kept';
    this.#logger.error({ err: error }, `${what}: pixels are answered 503, links lead on uncounted`);
  }
}

/** Records that are being put together. */
type Draft = { -readonly [Key in keyof Hit]: Hit[Key] };
type Reported = Omit<PageReport, 'events'>;
type ReportDraft = { -readonly [Key in keyof Reported]: Reported[Key] };

/** The class of a line of the log, when some have to be dropped. What trusted parts of the system say never is. */
export function classOf(line: string): Droppable | null {
  // Written by this collector or its like, always in this order: no need to take the line apart.
  if (line.startsWith('{"type":"report"')) return 'other';
  if (!line.startsWith('{"type":"hit","version":1,"kind":"')) return null;
  return line.startsWith('opened"', 34) ? 'opened' : 'clicked';
}
