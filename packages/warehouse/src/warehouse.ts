import type { IssueId, LinkId, Origin, PublicationId, ReaderEvent, SectionId, Segment } from '@readout/events';
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
  readonly paywallHits: number;
  readonly trialsStarted: number;
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

/** People, each counted once, however many issues they had to do with. */
export interface Funnel {
  readonly delivered: number;
  readonly readers: number;
  readonly paywallHits: number;
  /** Of those: who started a trial after their hit, within the window. */
  readonly trialsStarted: number;
  /** Of those: who paid after that, within the window of the hit. */
  readonly converted: number;
}

export interface Warehouse {
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
  /** Same guarantee, for what is put aside. */
  insertQuarantine(records: readonly QuarantinedRecord[]): Promise<void>;
  /**
   * Of quarantined records that stand in the log once more, says which are to be counted now: however often a record
   * is replayed, one replay is, and the same one when it is asked again. From then on the record is not in quarantine.
   */
  acceptReplays(replays: readonly LoggedReplay[]): Promise<readonly boolean[]>;
  /** What can be replayed, in the order of its origins, after the given one: what is in quarantine and is not empty. */
  replayable(query: { readonly limit: number; readonly after?: Origin }): Promise<readonly QuarantinedRecord[]>;

  issueReport(query: {
    readonly publication: PublicationId;
    readonly issue: IssueId;
    readonly linkSections: LinkSections;
  }): Promise<IssueReportRows>;

  /**
   * Figures for many issues at once: a row for each, in the order asked, with zeros where nothing is known.
   * `since`: when each went out (UTC ms), the zero of its sparkline.
   */
  issueSummaries(query: {
    readonly publication: PublicationId;
    readonly issues: readonly { readonly id: IssueId; readonly since: number | null }[];
  }): Promise<readonly IssueSummaryRow[]>;

  /**
   * From delivered to paid, over some issues. `from`: nobody's subscription before this counts (UTC ms), as when the
   * first of the issues went out. `windowSeconds`: how long after hitting the paywall a trial and a payment count.
   */
  funnel(query: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
    readonly from: number;
    readonly windowSeconds: number;
  }): Promise<Funnel>;

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
