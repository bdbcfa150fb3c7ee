import { classify, type Fetch, type Judgement } from '@readout/engagement';
import type {
  Fact,
  Hit,
  IssueId,
  LinkId,
  LogRecord,
  Origin,
  PublicationId,
  ReaderEvent,
  ReaderId,
  Report,
  SectionId,
} from '@readout/events';
import { isPublicId, visitorAsReader } from '@readout/events';
import { type VerifiedToken, verifyToken } from '@readout/tokens';
import { LRUCache } from 'lru-cache';
import type { Directory } from './directory.ts';

export type Interpretation =
  | { readonly ok: true; readonly events: readonly ReaderEvent[] }
  | { readonly ok: false; readonly reason: string };

/** Makes events of records: whose they are, what they belong to, human or machine. */
export class Interpreter {
  readonly #directory: Directory;
  /** A reader's token comes again and again; verifying costs two HMACs. */
  readonly #tokens = new LRUCache<string, VerifiedToken>({ max: 200_000 });
  /** There are few different agents, and some rules are slow. */
  readonly #judgements = new LRUCache<string, Judgement>({ max: 20_000 });

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** What the record says, by what the directory has learnt. All events of one record have its origin. */
  interpret(record: LogRecord, origin: Origin): Interpretation {
    if (record.type === 'fact') return this.#fact(record, origin);
    return record.type === 'hit' ? this.#hit(record, origin) : this.#report(record, origin);
  }

  #fact(fact: Fact, origin: Origin): Interpretation {
    const publication = fact.publication as PublicationId;
    if (!this.#directory.hasPublication(publication)) return { ok: false, reason: 'publication is not in the catalog' };
    const event: ReaderEvent = {
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
      reasons: [],
    };
    return { ok: true, events: [event] };
  }

  #hit(hit: Hit, origin: Origin): Interpretation {
    const place = this.#place(hit);
    if (place === null) {
      return { ok: false, reason: `${hit.kind === 'clicked' ? 'link' : 'issue'} is not in the catalog` };
    }
    const event: ReaderEvent = {
      origin,
      kind: hit.kind,
      time: hit.time,
      ...place,
      ...this.#about(hit, place.publication, this.#judge(hit.kind, hit.method, hit.agent)),
      source: hit.source,
    };
    return { ok: true, events: [event] };
  }

  #report(report: Report, origin: Origin): Interpretation {
    const issue = isPublicId(report.target) ? this.#directory.issue(report.target) : null;
    if (issue === null) return { ok: false, reason: 'issue is not in the catalog' };
    const { publication } = issue;
    const events = report.events.map(({ kind, ago, section }, part): ReaderEvent => {
      const known = section !== undefined && isPublicId(section) ? this.#directory.section(section) : null;
      return {
        origin,
        part,
        kind,
        time: Math.max(0, report.time - ago),
        publication,
        issue: issue.id,
        // A page may say what it likes: a section of another issue is none.
        section: known?.issue === issue.id ? known.id : null,
        link: null,
        ...this.#about(report, publication, this.#judge(kind, 'GET', report.agent)),
        source: 'beacon',
      };
    });
    return { ok: true, events };
  }

  /** Whose it is, and what is thought of it. */
  #about(
    record: Pick<Hit, 'token' | 'visitor' | 'country' | 'network'>,
    publication: PublicationId,
    judgement: Judgement,
  ): Pick<ReaderEvent, 'reader' | 'segment' | 'edition' | 'verdict' | 'reasons' | 'country' | 'network'> {
    const { reader, refusal } = this.#whose(record, publication);
    return {
      reader,
      segment: 'none',
      edition: 'none',
      // Nobody's fetch proves no reading, however human its client looks.
      verdict: refusal === null ? judgement.verdict : 'unclear',
      reasons: refusal === null ? judgement.reasons : [...judgement.reasons, `token_${refusal}`],
      ...(record.country === undefined ? undefined : { country: record.country }),
      ...(record.network === undefined ? undefined : { network: record.network }),
    };
  }

  #place(hit: Hit): Pick<ReaderEvent, 'publication' | 'issue' | 'section' | 'link'> | null {
    if (!isPublicId(hit.target)) return null;
    if (hit.kind === 'opened') {
      const issue = this.#directory.issue(hit.target);
      return issue && { publication: issue.publication, issue: issue.id, section: null, link: null };
    }
    const link = this.#directory.link(hit.target);
    return link && { publication: link.publication, issue: link.issue, section: link.section, link: link.id };
  }

  /** Whose a hit is: a reader's whose token holds, a visitor's, or nobody's and why. */
  #whose(
    hit: Pick<Hit, 'token' | 'visitor'>,
    publication: PublicationId,
  ): { reader: ReaderId | null; refusal: string | null } {
    if (hit.visitor !== undefined) return { reader: visitorAsReader(hit.visitor), refusal: null };
    const token = this.#verify(hit.token);
    if (!token.ok) return { reader: null, refusal: token.refusal };
    if (token.publication !== publication) return { reader: null, refusal: 'foreign' };
    // The collector leaves the token out where readers are not to be recognised, but may learn of that a little late.
    return { reader: this.#directory.tracksReaders(publication) ? token.reader : null, refusal: null };
  }

  #verify(token: string): VerifiedToken {
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    const verified = verifyToken(token, this.#directory.key);
    // What is refused today may hold tomorrow (a key not seen yet), and garbage must not push readers out.
    if (verified.ok) this.#tokens.set(token, verified);
    return verified;
  }

  #judge(kind: Fetch['kind'], method: Fetch['method'], agent: string | undefined): Judgement {
    const key = `${kind} ${method} ${agent ?? '\0'}`;
    const known = this.#judgements.get(key);
    if (known !== undefined) return known;
    const judgement = classify({ kind, method, agent });
    this.#judgements.set(key, judgement);
    return judgement;
  }
}
