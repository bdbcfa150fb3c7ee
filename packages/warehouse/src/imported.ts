import type { EventKind, IssueId, PublicationId } from '@readout/events';

/** What of an import is asked for. */
export interface Imported {
  readonly publication: PublicationId;
  /** Null: of all issues, and of none. */
  readonly issue: IssueId | null;
  readonly kinds: readonly EventKind[];
}

/** An event that was imported: enough to tell that it is the same. */
export interface HeldImport {
  readonly kind: EventKind;
  readonly reader: number;
  /** UTC, milliseconds. */
  readonly time: number;
}

/** The ledger of imports: docs/decisions/0012. Asked after the ingester has written all that was imported before. */
export interface ImportLedger {
  /** Which issues hold anything that was imported; 0: what belongs to no issue. */
  issuesImported(publication: PublicationId): Promise<ReadonlySet<IssueId | 0>>;
  importedEvents(query: Imported): Promise<readonly HeldImport[]>;
}
