import type {
  FetchVerdict,
  IssueId,
  LinkId,
  MailProvider,
  NetworkKind,
  Origin,
  PublicationId,
  ReaderEvent,
  ReaderId,
  SectionId,
  Segment,
} from '@readout/events';
import type { AtAGlance } from './at-a-glance.ts';
import type { Connections } from './connections.ts';
import type { ExperimentArms } from './experiment-arms.ts';
import type { Exports } from './exports.ts';
import type { Funnels } from './funnels.ts';
import type { ImportLedger } from './imported.ts';
import type { ReaderGroups } from './reader-groups.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { FetchBeside, VerdictHistory } from './verdict-history.ts';
import type { Views } from './views.ts';
import type { WholeIssue } from './whole-issue.ts';
import type { LoggedNotice } from './writing/notices.ts';
import type { LoggedReplay } from './writing/replays.ts';

/** Where the ClickHouse is: in this process over a directory, or a server. */
export type WarehouseConfig = { readonly kind: 'embedded'; readonly path: string } | ServerConfig;

export interface ServerConfig {
  readonly kind: 'server';
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Made where it is missing. */
  readonly database: string;
  /** Who asks questions, where that is somebody who may only read; null: the same as who writes. */
  readonly reader: { readonly username: string; readonly password: string } | null;
  /** Name of the cluster that the server is part of; null: it stands alone. */
  readonly cluster: string | null;
  /** File with the authority that signed the server's certificate, in PEM; null: one of the usual ones. */
  readonly caFile: string | null;
}

/** A record of the log that could not be made an event. */
export interface QuarantinedRecord {
  readonly origin: Origin;
  readonly reason: string;
  readonly line: string;
  /** UTC, milliseconds: when it was put aside. */
  readonly time: number;
}

/** Counts of fetches by who caused them. */
export interface OpensByVerdict {
  readonly human: number;
  readonly proxied: number;
  readonly prefetched: number;
  readonly scanner: number;
  readonly unclear: number;
}

/** Figures of one issue. `readers`, `clickers`, `delivered`, … are distinct readers; see docs/figures.md. */
export interface IssueFigures {
  readonly issue: IssueId;
  readonly sent: number;
  /** Of these by their standing, as far as it was said. */
  readonly sentTo: Readonly<Record<'free' | 'trial' | 'premium', number>>;
  readonly bounced: number;
  /** Distinct readers with a `delivered`, where the provider reports it; otherwise sent less bounced. */
  readonly delivered: number;
  /** Distinct readers with a human or proxied open, or a human or proxied click. */
  readonly readers: number;
  /** Human and proxied opens, repeats included. */
  readonly opens: number;
  readonly opensByVerdict: OpensByVerdict;
  /** Human and proxied clicks, repeats included. */
  readonly clicks: number;
  readonly clickers: number;
  /** Clicks by prefetchers and scanners. */
  readonly machineClicks: number;
  /** Clicks of which nobody can say who made them: neither in `clicks` nor in `machineClicks`. */
  readonly unclearClicks: number;
  /** Of all these opens and clicks: those whose verdict is the first look's and may still change. */
  readonly settling: number;
  readonly readership: Readership;
  readonly paywallHits: number;
  readonly trialsStarted: number;
}

/** Distinct people by whether their opens can be seen; a group holds nobody of the other: docs/estimated-readers.md. */
export interface Readership {
  /** Recipients and readers who are not hidden. */
  readonly seen: { readonly recipients: number; readonly readers: number; readonly clickers: number };
  /** Whose message was prefetched and, clicks apart, fetched by no person. */
  readonly hidden: { readonly recipients: number; readonly clickers: number };
}

export interface SegmentFigures {
  readonly segment: Segment;
  readonly delivered: number;
  readonly readers: number;
  readonly clickers: number;
}

export interface LinkFigures {
  readonly link: LinkId;
  readonly clicks: number;
  readonly clickers: number;
  readonly machineClicks: number;
  readonly unclearClicks: number;
}

export interface SectionFigures {
  readonly section: SectionId;
  readonly clicks: number;
  readonly clickers: number;
}

/** A stretch of time on an issue's curve. */
export interface ActivityBucket {
  /** Start, UTC milliseconds. */
  readonly start: number;
  /** Human and proxied opens in it. */
  readonly opens: number;
  /** Opens that count as nobody's reading: prefetched, by scanners, and unclear ones. */
  readonly machineOpens: number;
  readonly clicks: number;
  /** Distinct readers since the beginning, up to this bucket's end. */
  readonly readersSoFar: number;
}

/** Which section each link stands in: the catalog's knowledge, needed to count clickers by section. */
export type LinkSections = ReadonlyMap<LinkId, SectionId>;

export interface IssueReportRows {
  readonly figures: IssueFigures;
  readonly segments: readonly SegmentFigures[];
  readonly links: readonly LinkFigures[];
  readonly sections: readonly SectionFigures[];
  /** Buckets of 15 minutes in order of time; those without any activity are left out. */
  readonly activity: readonly ActivityBucket[];
}

/** An issue's figures for the list, with what its sparkline needs. */
export interface IssueSummaryRow extends IssueFigures {
  /** New readers (first human open or click) by hour for the first 48 hours after `since`. */
  readonly readersByHour: readonly number[];
}

/** Milliseconds between the moments at which an issue's growth is known. */
export const GROWTH_STEP_MS = 900_000;
/** Steps of an issue's growth: a week. */
export const GROWTH_STEPS = 672;

/**
 * People of an issue so far, each counted once as in its figures, at the end of each quarter of an hour by the clock. The
 * first is the quarter in which the issue went out.
 */
export interface IssueGrowth {
  readonly issue: IssueId;
  readonly readers: Uint32Array;
  readonly clickers: Uint32Array;
  readonly paywallHits: Uint32Array;
  readonly trialsStarted: Uint32Array;
}

export interface VerdictQuery {
  readonly publication: PublicationId;
  readonly issue: IssueId;
  readonly kind: 'opened' | 'clicked';
  /** Clicks on this link alone. */
  readonly link?: LinkId;
}

/** An issue's opens or clicks by verdict. */
export interface VerdictRows {
  readonly events: number;
  /** Distinct readers, whatever the verdict. */
  readonly readers: number;
  /** Of the events: those whose verdict may still change. */
  readonly settling: number;
  /** Those that there are any of. */
  readonly verdicts: readonly {
    readonly verdict: FetchVerdict;
    readonly events: number;
    readonly readers: number;
    readonly settling: number;
    /** Names of rules, most events first; an event with several reasons counts for each. */
    readonly reasons: readonly { readonly name: string; readonly events: number }[];
  }[];
}

/** An open or click as it was judged. */
export interface JudgedEvent {
  readonly origin: Origin;
  /** UTC, milliseconds. */
  readonly time: number;
  readonly kind: 'opened' | 'clicked';
  readonly verdict: FetchVerdict;
  readonly reasons: readonly string[];
  /** 0 to 1; null: no fetch was seen, as with an import. */
  readonly confidence: number | null;
  /** See `clientOf` in packages/engagement. */
  readonly client: string;
  readonly network: NetworkKind;
  /** Empty: unknown. */
  readonly country: string;
  readonly link: LinkId | null;
  /** Of the reader, when the issue was sent. */
  readonly segment: Segment;
  readonly isSettled: boolean;
  /** UTC, milliseconds: when the issue was sent to this reader and delivered; null: unknown. */
  readonly sentAt: number | null;
  readonly deliveredAt: number | null;
}

export interface JudgedEventsQuery {
  readonly publication: PublicationId;
  readonly issue: IssueId;
  /** Left out: both. */
  readonly kind?: 'opened' | 'clicked';
  readonly verdict?: FetchVerdict;
  /** The name of a rule that is among the reasons. */
  readonly reason?: string;
  readonly link?: LinkId;
  readonly limit: number;
  /** What comes after this one. */
  readonly after?: Pick<JudgedEvent, 'time' | 'origin'>;
}

/** What came of some fetches. */
export interface FetchCounts {
  readonly opensByVerdict: OpensByVerdict;
  readonly clicks: number;
  readonly machineClicks: number;
  readonly unclearClicks: number;
  /** Distinct readers with a human or proxied open or click. */
  readonly readers: number;
}

export interface ClientFigures extends FetchCounts {
  /** A client's label without version and system; null: all others together. */
  readonly family: string | null;
  /** One of the labels that it stands for. */
  readonly label: string;
}

export interface DomainsQuery {
  readonly publication: PublicationId;
  readonly issue: IssueId;
  /** How many recipients a domain must have to be a row of its own. */
  readonly fewest: number;
  /** How many domains are rows of their own at most. */
  readonly most: number;
}

export interface DomainFigures extends FetchCounts {
  /** Null: all that are no row of their own. */
  readonly domain: string | null;
  readonly recipients: number;
  /** Of these: those whose domain is known. */
  readonly known: number;
  readonly delivered: number;
  readonly bounced: number;
}

/** What is kept of a fetch or a delivery, as far as verdicts on others hang on it. */
export type EarlierEvent = FetchBeside & Pick<ReaderEvent, 'issue'>;

export interface Warehouse
  extends VerdictHistory,
    AtAGlance,
    ReaderGroups,
    ImportLedger,
    WholeIssue,
    Subscriptions,
    Connections,
    Funnels,
    ExperimentArms,
    Exports,
    Views {
  /**
   * Makes a partition's events this process's to write: everybody else's writes to it are refused from now on, and
   * what they had begun has ended. Needed before the first write to it.
   */
  claim(partition: number): Promise<void>;
  /** Gives a claim back; what was written stays. */
  release(partition: number): Promise<void>;

  /**
   * Writes events, each exactly once whatever was written before and wherever a former process died:
   * what a table already holds, by the origin of its rows, is not written to it again.
   * Events of one (partition, collector) must come in rising position, save for repeats.
   * One call at a time; further ones queue.
   * @throws {FencedError} where a partition has been claimed by another process since: nothing was written.
   */
  insertEvents(events: readonly ReaderEvent[]): Promise<void>;
  /**
   * Makes events visible at once, by a verdict that may still change: they count until they are among the events,
   * each once as with `insertEvents`.
   * @param arrived UTC, milliseconds: when they were read.
   */
  insertArrivals(events: readonly ReaderEvent[], arrived: number): Promise<void>;
  /** Lets go of arrivals of a partition that are among the events by now. */
  dropSettled(partition: number): Promise<void>;
  /** What is among the events of some messages, by issue and reader, for the settled verdict on their next fetches. */
  earlierFetches(query: {
    readonly publication: PublicationId;
    readonly messages: ReadonlyMap<IssueId, ReadonlySet<ReaderId>>;
    /** Whether it matters where the issues were sent to; what was merely sent is left out otherwise. */
    readonly domains: boolean;
  }): Promise<readonly EarlierEvent[]>;
  /** Same guarantee, for what is put aside. */
  insertQuarantine(records: readonly QuarantinedRecord[]): Promise<void>;
  /**
   * Of quarantined records that stand in the log once more, says which are to be counted now: however often a record
   * is replayed, one replay is, and the same one when it is asked again. From then on the record is not in quarantine.
   */
  acceptReplays(replays: readonly LoggedReplay[]): Promise<readonly boolean[]>;
  /**
   * Of mail providers' reports, says which are to be counted now: one that a provider sends again counts once, however
   * much later it comes, and the same one when it is asked again.
   */
  acceptNotices(notices: readonly LoggedNotice[]): Promise<readonly boolean[]>;
  /** When what a publication's mail providers reported last happened, UTC milliseconds; of those that reported anything. */
  lastNotices(publication: PublicationId): Promise<ReadonlyMap<MailProvider, number>>;
  /** What can be replayed, in the order of its origins, after the given one: what is in quarantine and is not empty. */
  replayable(query: { readonly limit: number; readonly after?: Origin }): Promise<readonly QuarantinedRecord[]>;

  issueReport(query: {
    readonly publication: PublicationId;
    readonly issue: IssueId;
    readonly linkSections: LinkSections;
  }): Promise<IssueReportRows>;

  /** Of many issues at once, as each one's own figures have it. */
  linksAndSections(query: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
    readonly linkSections: LinkSections;
  }): Promise<{ readonly links: readonly LinkFigures[]; readonly sections: readonly SectionFigures[] }>;

  /**
   * Figures for many issues at once: a row for each, in the order asked, with zeros where nothing is known.
   * `since`: when each went out (UTC ms), the zero of its sparkline. `oldMs`: see `figures`.
   */
  issueSummaries(query: {
    readonly publication: PublicationId;
    readonly issues: readonly { readonly id: IssueId; readonly since: number | null }[];
    readonly oldMs?: number;
  }): Promise<readonly IssueSummaryRow[]>;

  /**
   * Figures alone, a row for each issue in the order asked. `oldMs`: how old they may be where they were asked for
   * before; left out: not at all.
   */
  figures(query: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
    readonly oldMs?: number;
  }): Promise<readonly IssueFigures[]>;

  /**
   * How issues grew since they went out (`since`, UTC ms), a row for each in the order asked, `GROWTH_STEPS` long whatever
   * their age; what came before belongs to the first step. `oldMs` as with `figures`.
   */
  growth(query: {
    readonly publication: PublicationId;
    readonly issues: readonly { readonly id: IssueId; readonly since: number }[];
    readonly oldMs?: number;
  }): Promise<readonly IssueGrowth[]>;

  /** An issue's opens or clicks by verdict and reason. */
  verdicts(query: VerdictQuery): Promise<VerdictRows>;
  /** Opens and clicks of an issue one by one, newest first. */
  judgedEvents(query: JudgedEventsQuery): Promise<readonly JudgedEvent[]>;
  /** By the program that fetched, most first; after `most` of them all others together. */
  clients(query: {
    readonly publication: PublicationId;
    readonly issue: IssueId;
    readonly most: number;
  }): Promise<readonly ClientFigures[]>;
  /** By the domain that the issue was sent to, most recipients first, then what is no row of its own. */
  domains(query: DomainsQuery): Promise<readonly DomainFigures[]>;

  /** A number for each issue of a publication that changes whenever its figures do. Cheap: made for polling. */
  versions(publication: PublicationId): Promise<ReadonlyMap<IssueId, number>>;

  /**
   * How many of a collector's records with positions from `from` to before `to` were written, as events or as
   * quarantined; those of removed publications are not found any more.
   */
  recordsHeld(collector: number, from: number, to: number): Promise<number>;

  /** Newest first. `publication` is unknown for most of what is put aside, so the list is the installation's. */
  quarantine(query: { readonly limit: number; readonly before?: Origin }): Promise<{
    readonly total: number;
    readonly records: readonly QuarantinedRecord[];
  }>;

  /** Removes all events and aggregates of a publication; what was counted for others stays, and nothing comes back. */
  deletePublication(publication: PublicationId): Promise<void>;

  /**
   * Makes all figures anew from the events, beside those in use, and exchanges them. Everything else goes on meanwhile.
   * @param progress hears the share that is done, from 0 to 1.
   */
  rebuild(progress: (share: number) => void): Promise<void>;

  /** Throws when ClickHouse does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
