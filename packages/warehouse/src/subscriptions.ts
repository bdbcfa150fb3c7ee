import type {
  BillingSystem,
  IssueId,
  LinkId,
  OfferId,
  PublicationId,
  ReaderId,
  SectionId,
  Statement,
  SubscriptionStatus,
} from '@readout/events';

/** What a billing system states, in the catalog's numbers. */
export interface BillingStatement {
  readonly publication: PublicationId;
  readonly system: BillingSystem;
  /** UTC, milliseconds: when it was so. */
  readonly time: number;
  /** Null where it is of a customer, whatever they subscribe to. */
  readonly subscription: number | null;
  readonly customer: number | null;
  /** Null: the statement does not say whose it is, or the reader is none that is known. */
  readonly reader: ReaderId | null;
  /** What led there, as whoever began the subscription wrote down. */
  readonly issue: IssueId | null;
  readonly offer: OfferId | null;
  readonly says: Statement['says'];
}

/**
 * So long after its end a trial may still be paid for: its invoice is paid an hour later, and tried again where that fails.
 */
export const TRIAL_GRACE_DAYS = 3;

/** What counts as having led to a subscription. */
export interface Attribution {
  /** How long before it, milliseconds. */
  readonly windowMs: number;
  /** Links in the mail that ask to subscribe. */
  readonly callsToAction: readonly LinkId[];
}

/** What an author chose for a publication. Asked often: to be answered from memory. */
export type AttributionOf = (publication: PublicationId) => Promise<Attribution>;

/** What came last before a subscription: something that the reader did, what whoever began it wrote down, or nothing that is known. */
export type Touch = 'paywall_hit' | 'call_to_action' | 'clicked' | 'viewed' | 'told' | 'none';

/** In the currency's smallest unit. */
export interface Money {
  /** UTC, milliseconds. */
  readonly at: number;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** A subscription as all statements together have it. Moments are UTC, milliseconds. */
export interface Subscription {
  readonly system: BillingSystem;
  readonly subscription: number;
  /** Whose it is: a number of its own, beyond those of readers, where nobody knows. */
  readonly person: ReaderId;
  readonly isKnown: boolean;
  /** What it is attributed to: the last touch before it began; null: nothing. */
  readonly issue: IssueId | null;
  readonly section: SectionId | null;
  readonly link: LinkId | null;
  readonly touch: Touch;
  /** The last offer that was seen before it began, or was written down. */
  readonly offer: OfferId | null;
  /** Of the first touch within the window. */
  readonly firstIssue: IssueId | null;
  /** When its trial began, or itself where it has none. */
  readonly begun: number;
  readonly trialFrom: number | null;
  readonly trialTo: number | null;
  /** When the reader said that it is not to go on, though it still may. */
  readonly cancelled: number | null;
  readonly ended: number | null;
  /** Null: only payments are known. */
  readonly status: SubscriptionStatus | null;
  /**
   * Of more than nothing, in the order of time; so are the others. Where nobody knows how much it was, its currency is
   * UNKNOWN_CURRENCY.
   */
  readonly payments: readonly Money[];
  readonly failures: readonly Money[];
  readonly refunds: readonly (Money & { readonly isDisputed: boolean })[];
  /** How it stood, whenever that was said. */
  readonly standings: readonly {
    readonly at: number;
    readonly status: SubscriptionStatus | null;
    /** What \`months\` of it cost; null: nobody said. */
    readonly price: { readonly amount: number; readonly currency: string; readonly months: number } | null;
    readonly plan: string;
  }[];
}

export interface Subscriptions {
  /** All of a publication, in the order in which they began. */
  subscriptions(publication: PublicationId): Promise<readonly Subscription[]>;
  /** Writes statements down. Whether they are there already makes no difference to anything that is asked. */
  insertStatements(statements: readonly BillingStatement[]): Promise<void>;
  /** Of when the last thing is that each billing system stated of a publication (UTC, milliseconds). */
  lastStatements(publication: PublicationId): Promise<ReadonlyMap<BillingSystem, number>>;
}
