import type { BillingSystem, IssueId, OfferId, PublicationId, ReaderId, Statement } from '@readout/events';

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

export interface Subscriptions {
  /** Writes statements down. Whether they are there already makes no difference to anything that is asked. */
  insertStatements(statements: readonly BillingStatement[]): Promise<void>;
  /** Of when the last thing is that each billing system stated of a publication (UTC, milliseconds). */
  lastStatements(publication: PublicationId): Promise<ReadonlyMap<BillingSystem, number>>;
}
