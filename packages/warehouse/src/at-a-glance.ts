import type { IssueId, PublicationId } from '@readout/events';

/** A stretch of days, and one as long before it. All UTC milliseconds, whole quarters of an hour. */
export interface OverDays {
  /** When each day begins, in order: days of somebody's time zone, so that one may have 23 or 25 hours. */
  readonly days: readonly number[];
  /** End of the last day, or where it has come to; not included. */
  readonly to: number;
  readonly before: { readonly days: readonly number[]; readonly to: number };
}

/** Different people, over a stretch and over the one before it. */
export interface PeopleOverDays {
  readonly now: number;
  readonly before: number;
  /** Of these: who were there in both. */
  readonly both: number;
  /** In each of the days; who comes on several counts on each. */
  readonly byDay: readonly number[];
}

/** What people did over a stretch of days and over the one before; see docs/figures.md. */
export interface StepsOverDays {
  /** Human and proxied clicks, repeats included. */
  readonly clicks: { readonly beforeByDay: readonly number[]; readonly byDay: readonly number[] };
  readonly clickers: PeopleOverDays;
  /** A person counts once for each issue. */
  readonly paywallHits: PeopleOverDays;
  readonly trialsStarted: PeopleOverDays;
  readonly converted: PeopleOverDays;
}

export interface PayingReaders {
  /** At each of the moments: who pays by what their subscriptions did, and by being premium in the last issue alone. */
  readonly at: readonly { readonly byEvents: number; readonly byRecipients: number }[];
  /** Who pays at the first and at the last of them. */
  readonly both: number;
}

/** Deliveries to a domain, and how many of them were read; everybody counts once for each issue. */
export interface DomainOpenings {
  readonly domain: string;
  readonly latestDelivered: number;
  readonly latestReaders: number;
  readonly beforeDelivered: number;
  readonly beforeReaders: number;
}

export interface PayingReadersQuery {
  readonly publication: PublicationId;
  /** In order; what happened before each counts. Like all times in UTC milliseconds. */
  readonly moments: readonly number[];
  /** The last of them before a moment that went to premium readers says who is one. */
  readonly issues: readonly { readonly id: IssueId; readonly sentAt: number }[];
}

export interface DomainOpeningsQuery {
  readonly publication: PublicationId;
  /** The newest issues, and those before them that say what is usual. */
  readonly latest: readonly IssueId[];
  readonly before: readonly IssueId[];
  /** How many recipients a domain must have had, over the latest issues together. */
  readonly fewest: number;
  /** How many domains at most, those with the most recipients. */
  readonly most: number;
}

/** What a publication's home asks. */
export interface AtAGlance {
  /** Different readers by when they opened or clicked. */
  readersByDay(publication: PublicationId, over: OverDays): Promise<PeopleOverDays>;
  /** What readers did after reading, by when they did it. */
  stepsByDay(publication: PublicationId, over: OverDays): Promise<StepsOverDays>;
  /** How many pay, at some moments in order of time. */
  payingReaders(query: PayingReadersQuery): Promise<PayingReaders>;
  /** Whether the domains with the most recipients still open: the newest issues beside those before. */
  domainOpenings(query: DomainOpeningsQuery): Promise<readonly DomainOpenings[]>;
}
