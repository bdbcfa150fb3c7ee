import type { FetchVerdict, IssueId, PublicationId, ReaderEvent } from '@readout/events';

/** An open or a click of somebody, with what its verdict is made of and the one that it has. */
export type JudgedFetch = Pick<ReaderEvent, 'time' | 'link' | 'reader' | 'network' | 'reasons'> & {
  readonly kind: 'opened' | 'clicked';
  readonly fetch: NonNullable<ReaderEvent['fetch']>;
  readonly verdict: FetchVerdict;
  /** Names the event when its verdict is revised. */
  readonly key: string;
  /** Of the log. */
  readonly partition: number;
};

/** What verdicts on others hang on. */
export type FetchBeside = Pick<
  ReaderEvent,
  'kind' | 'time' | 'link' | 'reader' | 'network' | 'fetch' | 'sighting' | 'domain'
>;

/** Some readers' part of an issue. */
export interface IssueStretch {
  /** What can be judged again. */
  readonly fetches: readonly JudgedFetch[];
  /** Deliveries to these readers, what mail providers saw of them, and their fetches that are only among the arrivals so far. */
  readonly around: readonly FetchBeside[];
}

export interface IssueFetches {
  readonly issue: IssueId;
  /** Opens and clicks that can be judged again. */
  readonly fetches: number;
}

export interface Revision {
  readonly key: string;
  readonly partition: number;
  readonly verdict: JudgedFetch['verdict'];
  readonly reasons: readonly string[];
  readonly confidence: number;
}

/** Verdicts on what is among the events, for judging them anew. */
export interface VerdictHistory {
  /**
   * A publication's issues with opens or clicks that can be judged again, the last fetched first.
   * @param query.from UTC, milliseconds: only those with one since then.
   */
  issuesWithFetches(query: {
    readonly publication: PublicationId;
    readonly from?: number;
  }): Promise<readonly IssueFetches[]>;
  /** Of an issue what has to do with each `of`th reader, `remainder` from 0. */
  fetchesOf(query: {
    readonly publication: PublicationId;
    readonly issue: IssueId;
    readonly of: number;
    readonly remainder: number;
  }): Promise<IssueStretch>;
  /** All clicks of an issue from a known place, by whomever; one may come twice. */
  clicksOf(query: { readonly publication: PublicationId; readonly issue: IssueId }): Promise<readonly FetchBeside[]>;
  /**
   * Puts other verdicts in place of those that events of a publication have; the figures made of them stay as they are
   * until `rebuild`. May be broken off anywhere and done again: docs/decisions/0009.
   * @param revisions is asked once nothing of a former run is under way any more.
   */
  reviseVerdicts(publication: PublicationId, revisions: AsyncIterable<readonly Revision[]>): Promise<void>;
}
