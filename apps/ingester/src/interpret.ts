import { AGENT_NOT_KEPT, type Client } from '@readout/engagement';
import type {
  EventFetch,
  Fact,
  Hit,
  IssueId,
  LinkId,
  LogRecord,
  Notice,
  OfferId,
  Origin,
  PageKind,
  PublicationId,
  ReaderEvent,
  ReaderId,
  Report,
  SectionId,
  Statement,
} from '@readout/events';
import { checkOf, visitorAsReader } from '@readout/events';
import { type VerifiedToken, verifyToken } from '@readout/tokens';
import type { BillingStatement, SeenCheck } from '@readout/warehouse';
import type { Classifier } from './classifier.ts';
import type { Directory } from './directory.ts';
import { Sightings } from './sightings.ts';

/** When so many are remembered all are forgotten: keeping them in the order of their last use costs more than it saves. */
const MOST_TOKENS = 200_000;
const MOST_AGENTS = 20_000;

const NO_REASONS: readonly string[] = [];

/** What a hit or a part of a report is about, before anybody asks whose it is. */
type Happened = Pick<ReaderEvent, 'time' | 'publication' | 'issue' | 'section' | 'link' | 'source'> & {
  readonly kind: Hit['kind'] | PageKind;
};

/** Where what becomes of records is added. */
export interface Made {
  readonly events: ReaderEvent[];
  readonly statements: BillingStatement[];
  readonly checks: SeenCheck[];
}

/** Makes events of records: whose they are, what they belong to, human or machine. */
export class Interpreter {
  readonly #directory: Directory;
  readonly #classifier: Pick<Classifier, 'clientOf' | 'look'>;
  /** A reader's token comes again and again; verifying costs two HMACs. */
  readonly #tokens = new Map<string, VerifiedToken>();
  /** There are few different agents, and telling them takes up to 50 µs. */
  readonly #clients = new Map<string | undefined, Client>();

  readonly #sightings = new Sightings();

  #refusal: string | null = null;

  constructor(directory: Directory, classifier: Pick<Classifier, 'clientOf' | 'look'>) {
    this.#directory = directory;
    this.#classifier = classifier;
  }

  /** Some records are going to be interpreted, and may have to be once more. */
  begin(): void {
    this.#sightings.begin();
  }

  /** They have to be once more: the directory did not know all that they ask for. */
  takeBack(): void {
    this.#sightings.takeBack();
  }

  /**
   * Adds to `made` what the record says, by what the directory has learnt. All events of one record have its origin.
   * @returns why it says nothing; null: it was understood.
   */
  interpret(record: LogRecord, origin: Origin, { events, statements, checks }: Made): string | null {
    if (record.type === 'fact') return this.#fact(record, origin, events);
    if (record.type === 'hit') return this.#hit(record, origin, events, checks);
    if (record.type === 'report') return this.#report(record, origin, events);
    return record.type === 'notice' ? this.#notice(record, origin, events) : this.#statement(record, statements);
  }

  #fact(fact: Fact, origin: Origin, events: ReaderEvent[]): string | null {
    const publication = fact.publication as PublicationId;
    if (!this.#directory.hasPublication(publication)) return 'publication is not in the catalog';
    if ((fact.kind === 'opened' || fact.kind === 'clicked') && (fact.agent !== undefined || fact.source === 'import')) {
      events.push(this.#seenElsewhere(fact, fact.kind, origin));
      return null;
    }
    events.push({
      origin,
      kind: fact.kind,
      time: fact.time,
      publication,
      issue: (fact.issue ?? null) as IssueId | null,
      section: (fact.section ?? null) as SectionId | null,
      link: (fact.link ?? null) as LinkId | null,
      reader: (fact.reader ?? null) as ReaderId | null,
      segment: fact.segment ?? 'none',
      edition: fact.edition ?? 'none',
      source: fact.source,
      verdict: 'none',
      reasons: NO_REASONS,
      ...(fact.domain === undefined ? undefined : { domain: fact.domain }),
      ...(fact.referrer === undefined || fact.kind !== 'viewed' ? undefined : { referrer: fact.referrer }),
    });
    return null;
  }

  /** A fetch that another system saw and wrote down: judged by what is left of it. Written out, as `#event` is and in its order. */
  #seenElsewhere(fact: Fact, kind: Hit['kind'], origin: Origin): ReaderEvent {
    const publication = fact.publication as PublicationId;
    const { time, agent, country } = fact;
    const client = agent === undefined ? AGENT_NOT_KEPT : this.#clientOf(agent === '' ? undefined : agent);
    const { verdict, reasons, confidence } = this.#classifier.look(
      {
        kind,
        time,
        link: fact.link ?? 0,
        method: 'GET',
        client,
        network: 'unknown',
        place: 0,
        shape: 0,
        said: 'nothing',
      },
      this.#directory.rules(publication),
    );
    return {
      origin,
      kind,
      time,
      publication,
      issue: (fact.issue ?? null) as IssueId | null,
      section: (fact.section ?? null) as SectionId | null,
      link: (fact.link ?? null) as LinkId | null,
      reader: (fact.reader ?? null) as ReaderId | null,
      segment: 'none',
      edition: 'none',
      source: fact.source,
      verdict,
      reasons,
      country: country ?? '',
      network: 'unknown',
      fetch: { client, method: 'GET', place: 0, shape: 0, confidence },
    };
  }

  #hit(hit: Hit, origin: Origin, events: ReaderEvent[], checks: SeenCheck[]): string | null {
    const place = this.#place(hit);
    if (place === null && this.#isCheck(hit, checks)) return null;
    if (place === null) return `${hit.kind === 'clicked' ? 'link' : 'issue'} is not in the catalog`;
    const { publication, issue, section, link } = place;
    const event = { kind: hit.kind, time: hit.time, publication, issue, section, link, source: hit.source };
    events.push(this.#event(hit, hit.method, event, origin));
    return null;
  }

  /** The pixel of no issue, with a token of ours that is no reader's: somebody tries out whether it arrives. */
  #isCheck({ kind, token, time }: Hit, checks: SeenCheck[]): boolean {
    const verified = kind === 'opened' ? this.#verify(token) : null;
    const check = verified?.ok ? checkOf(verified.reader) : null;
    if (!verified?.ok || check === null) return false;
    checks.push({ publication: verified.publication, check, time });
    return true;
  }

  #report(report: Report, origin: Origin, events: ReaderEvent[]): string | null {
    const issue = this.#directory.issue(report.target);
    if (issue === null) return 'issue is not in the catalog';
    for (const [part, { kind, ago, section, offer }] of report.events.entries()) {
      const known = section === undefined ? null : this.#directory.section(section);
      const event = {
        kind,
        time: Math.max(0, report.time - ago),
        publication: issue.publication,
        issue: issue.id,
        // A page may say what it likes: a section of another issue is none.
        section: known?.issue === issue.id ? known.id : null,
        link: null,
        source: 'beacon' as const,
      };
      const cameFrom = kind === 'viewed' && report.referrer !== undefined ? { referrer: report.referrer } : undefined;
      const id = this.#offer(offer, issue.publication);
      const offered = id === null ? undefined : { offer: id };
      events.push({ ...this.#event(report, 'GET', event, origin), ...cameFrom, ...offered, part });
    }
    return null;
  }

  /**
   * What a mail provider reports. Its opens and clicks are counted nowhere: they say what it thinks of ours, and are kept
   * only where those are (docs/decisions/0010).
   */
  #notice(notice: Notice, origin: Origin, events: ReaderEvent[]): string | null {
    const { provider, event, kind, time, said = 'nothing' } = notice;
    const publication = notice.publication as PublicationId;
    const issue = this.#directory.issue(notice.issue);
    if (issue?.publication !== publication) return 'issue is not in the catalog';
    if (kind === undefined) return `${provider} reports "${event}", which is nothing that is known here`;
    const isFetch = kind === 'opened' || kind === 'clicked';
    if (isFetch && !(this.#directory.tracksReaders(publication) && this.#directory.tracks(publication, kind)))
      return null;
    const reader = this.#readerNamed(notice, publication);
    if (reader === null) return `${provider} reports on somebody whom the issue's recipients do not name`;
    const known = notice.link === undefined ? null : this.#directory.link(notice.link);
    const link = known?.issue === issue.id ? known.id : null;
    const sighting =
      isFetch && said !== 'nothing'
        ? { client: this.#clientOf(notice.agent), place: notice.place ?? 0, said }
        : undefined;
    if (isFetch && sighting === undefined) return null;
    if (sighting !== undefined) this.#sightings.note(issue.id, reader, { kind, time, link, sighting });
    events.push({
      origin,
      kind,
      time,
      publication,
      issue: issue.id,
      section: null,
      link,
      reader,
      segment: 'none',
      edition: 'none',
      source: 'webhook',
      verdict: 'none',
      reasons: NO_REASONS,
      ...(sighting === undefined ? undefined : { sighting }),
    });
    return null;
  }

  /** A reader whom nobody knows yet may be known by the next statement: money is counted all the same. */
  #statement(statement: Statement, statements: BillingStatement[]): string | null {
    const { system, time, subscription, customer, says } = statement;
    const publication = statement.publication as PublicationId;
    if (!this.#directory.hasPublication(publication)) return 'publication is not in the catalog';
    if (subscription === undefined && !isOfNoSubscription(says)) return `its ${says.what} is of no subscription`;
    const issue = statement.issue === undefined ? null : this.#directory.issue(statement.issue);
    statements.push({
      publication,
      system,
      time,
      subscription: subscription ?? null,
      customer: customer ?? null,
      reader: (statement.reader ?? this.#readerNamed(statement, publication)) as ReaderId | null,
      issue: issue?.publication === publication ? issue.id : null,
      offer: this.#offer(statement.offer, publication),
      says,
    });
    return null;
  }

  /** A page, or whoever began a subscription, may say what they like: another publication's offer is none. */
  #offer(id: string | undefined, publication: PublicationId): OfferId | null {
    const offer = id === undefined ? null : this.#directory.offer(id);
    return offer?.publication === publication ? offer.id : null;
  }

  /** By our token, or by the keyed hash of what the sender calls them. */
  #readerNamed({ token, reference }: Pick<Notice, 'token' | 'reference'>, publication: PublicationId): ReaderId | null {
    const verified = token === undefined ? null : this.#verify(token);
    if (verified?.ok && verified.publication === publication && checkOf(verified.reader) === null)
      return verified.reader;
    return reference === undefined ? null : (this.#directory.reader(publication, reference)?.id ?? null);
  }

  /** Adds to what happened whose it is, and what is thought of it. Written out: this is done for every hit. */
  #event(
    record: Pick<Hit, 'token' | 'visitor' | 'country' | 'network' | 'place' | 'shape' | 'agent'>,
    method: Hit['method'],
    { kind, time, publication, issue, section, link, source }: Happened,
    origin: Origin,
  ): ReaderEvent {
    const reader = this.#readerOf(record, publication);
    const refusal = this.#refusal;
    const client = this.#clientOf(record.agent);
    const { country, place = 0, shape = 0, network } = record;
    // A page's report is nothing that a mail provider could see.
    const said =
      this.#sightings.isEmpty || reader === null || (kind !== 'opened' && kind !== 'clicked')
        ? 'nothing'
        : this.#sightings.saidOf(issue, { kind, time, link, reader, fetch: { client, place } });
    const { verdict, reasons, confidence } = this.#classifier.look(
      {
        // What a page reports is as telling as a click: it takes a browser.
        kind: kind === 'opened' ? 'opened' : 'clicked',
        time,
        link: link ?? 0,
        method,
        client,
        network: network ?? 'unknown',
        place,
        shape,
        said,
      },
      this.#directory.rules(publication),
    );
    const seen = { client, method, place, shape, confidence };
    const fetch: EventFetch = said === 'nothing' ? seen : { ...seen, said };
    return {
      origin,
      kind,
      time,
      publication,
      issue,
      section,
      link,
      reader,
      segment: 'none',
      edition: 'none',
      source,
      // Nobody's fetch proves no reading, however human its client looks.
      verdict: refusal === null ? verdict : 'unclear',
      reasons: refusal === null ? reasons : [...reasons, `token_${refusal}`],
      // Empty and unknown are what the warehouse keeps where nobody knows: added later, they would cost each event more.
      country: country ?? '',
      network: network ?? 'unknown',
      fetch,
    };
  }

  #place(hit: Hit): Pick<ReaderEvent, 'publication' | 'issue' | 'section' | 'link'> | null {
    if (hit.kind === 'opened') {
      const issue = this.#directory.issue(hit.target);
      return issue && { publication: issue.publication, issue: issue.id, section: null, link: null };
    }
    const link = this.#directory.link(hit.target);
    return link && { publication: link.publication, issue: link.issue, section: link.section, link: link.id };
  }

  /** Whose a hit is: a reader's whose token holds, a visitor's, or nobody's: `#refusal` says why, if it was refused. */
  #readerOf({ visitor, token }: Pick<Hit, 'token' | 'visitor'>, publication: PublicationId): ReaderId | null {
    this.#refusal = null;
    if (visitor !== undefined) return visitorAsReader(visitor);
    const verified = this.#verify(token);
    // That of a check is nobody's.
    if (verified.ok && verified.publication === publication && checkOf(verified.reader) === null) {
      // The collector leaves the token out where readers are not to be recognised, but may learn of that a little late.
      return this.#directory.tracksReaders(publication) ? verified.reader : null;
    }
    this.#refusal = verified.ok ? 'foreign' : verified.refusal;
    return null;
  }

  #verify(token: string): VerifiedToken {
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    const verified = verifyToken(token, this.#directory.key);
    // What is refused today may hold tomorrow (a key not seen yet), and garbage must not push readers out.
    if (verified.ok) {
      if (this.#tokens.size >= MOST_TOKENS) this.#tokens.clear();
      this.#tokens.set(apart(token), verified);
    }
    return verified;
  }

  #clientOf(agent: string | undefined): Client {
    const known = this.#clients.get(agent);
    if (known !== undefined) return known;
    const client = this.#classifier.clientOf(agent);
    if (this.#clients.size >= MOST_AGENTS) this.#clients.clear();
    this.#clients.set(agent && apart(agent), client);
    return client;
  }
}

/** Whether it can be said without naming a subscription: that is found by the payment, or is all the customer's. */
function isOfNoSubscription(says: Statement['says']): boolean {
  return says.what === 'identity' || says.what === 'charge' || (says.what === 'refund' && says.charge !== undefined);
}

/** The same text in memory of its own: a part of a line of the log would keep the whole stretch that was read with it. */
function apart(part: string): string {
  return Buffer.from(part).toString();
}
