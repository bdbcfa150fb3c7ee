import type { CheckId, PublicationId, Source } from '@readout/events';

/** A fetch that somebody made to try out whether it arrives. */
export interface SeenCheck {
  readonly publication: PublicationId;
  readonly check: CheckId;
  /** When the collector took it; UTC, milliseconds. */
  readonly time: number;
}

/** How far a check has come; UTC, milliseconds. */
export interface ArrivedCheck {
  /** When a collector took it first. */
  readonly taken: number;
  /** When it was first written where reports read. */
  readonly written: number;
}

/** What is asked to see whether what a publication is connected with arrives. */
export interface Connections {
  /** Writes checks down, as often as they come. */
  insertChecks(checks: readonly SeenCheck[]): Promise<void>;
  /** Null: it has not arrived. */
  arrivedCheck(publication: PublicationId, check: CheckId): Promise<ArrivedCheck | null>;
  /**
   * When the newest event of each source happened, UTC milliseconds; of sources that there is anything from. What has just
   * arrived is in it at once; what is older may be up to a minute late.
   */
  lastOfSources(publication: PublicationId): Promise<ReadonlyMap<Source, number>>;
}
