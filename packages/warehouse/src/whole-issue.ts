import type { IssueId, PublicationId, SectionId } from '@readout/events';

/** How far a web page was read: people who read this place, and what became of those who came so far. */
export interface PlaceReading {
  /** Null: before the first section, where everybody begins. */
  readonly section: SectionId | null;
  /** Distinct people who had it in view; before the first section: all who were on the page. */
  readonly readers: number;
  /** Of these: who had no later section in view. */
  readonly deepest: number;
  /** People who hit the paywall when no later section than this one had been in their view. */
  readonly hits: number;
  /** Of these: who had a section behind the paywall in view afterwards. */
  readonly wentOn: number;
}

/** What came of an issue's paywall. People unless said otherwise; see docs/figures.md. */
export interface PaywallOutcome {
  readonly hits: number;
  /** Hits, repeats included. */
  readonly hitsInAll: number;
  readonly offersShown: number;
  readonly offersInAll: number;
  /** Of those who hit it: who was shown an offer, and who began a trial that is attributed to this issue. */
  readonly hitAndShown: number;
  readonly hitAndTrial: number;
  readonly trialsStarted: number;
  /** Of those: whose first payment came, before any later trial. */
  readonly converted: number;
  /** Of those: neither paid, nor cancelled, nor run out. */
  readonly running: number;
}

/** People of one sort. */
export interface PeopleOf {
  /** A country, a host, a client without its version (`Chrome / Windows`, `Gmail proxy`). */
  readonly key: string;
  readonly people: number;
}

/** Recipients by how long ago the first issue went out that they were sent. */
export interface Tenure {
  readonly delivered: number;
  readonly readers: number;
  readonly clickers: number;
}

export interface AudienceRows {
  /** By country, of opens, clicks and reports that a person's own program made. */
  readonly countries: readonly PeopleOf[];
  /** By the program that showed the mail: of opens by people and their proxies. */
  readonly clients: readonly PeopleOf[];
  /** By the program that a person used, of opens, clicks and reports: for what device it ran on. */
  readonly devices: readonly PeopleOf[];
  /** By the host that led them to the web page; who came from nowhere else every time is left out. */
  readonly referrers: readonly PeopleOf[];
  /** Distinct people with an open, click or report by themselves or their proxy. */
  readonly people: number;
  /** Of these: who had a view of the web page. */
  readonly viewers: number;
}

interface OfIssue {
  readonly publication: PublicationId;
  readonly issue: IssueId;
}

export interface ReadingQuery extends OfIssue {
  readonly sections: readonly SectionId[];
  readonly behind: readonly SectionId[];
}

/** Questions about one issue, beyond its report. */
export interface WholeIssue {
  /** @param query `sections`: the issue's, in their order; `behind`: those of them that stand behind the paywall. One row for each place that anybody came to, in the order of the issue. */
  sectionReading(query: ReadingQuery): Promise<readonly PlaceReading[]>;
  paywallOutcome(query: OfIssue): Promise<PaywallOutcome>;
  audience(query: OfIssue): Promise<AudienceRows>;
  /**
   * Recipients by their first issue, in the order of `before` and then the rest: those who were sent none of the first
   * list, those of the others who were sent none of the second, and so on.
   */
  tenure(query: OfIssue & { readonly before: readonly (readonly IssueId[])[] }): Promise<readonly Tenure[]>;
}
