import type {
  EventKind,
  FetchVerdict,
  IssueId,
  LinkId,
  OfferId,
  PublicationId,
  SectionId,
  Segment,
} from '@readout/events';

/** Formats that ClickHouse writes itself; `rows` is a JSON array a line, for whoever makes something else of it. */
export type ExportFormat = 'csv' | 'ndjson' | 'parquet' | 'arrow' | 'rows';

/**
 * What a column holds. `word`: text of ours, which no spreadsheet takes for a formula; `text`: anything. `reader`: the
 * number of a reader, told as a keyed hash. `moment`: UTC milliseconds. A `day` is written as `2026-03-02`.
 */
export type ExportType = 'word' | 'text' | 'reader' | 'whole' | 'number' | 'flag' | 'moment' | 'day';

export interface ExportColumn {
  readonly name: string;
  readonly type: ExportType;
}

/** What stands in a cell of rows that are given; null: nothing. */
export type ExportCell = string | number | boolean | null;

/** How an export is written, whatever is in it. */
export interface ExportTerms {
  readonly format: ExportFormat;
  /** IANA name: of dates in text, and of the serial numbers in `rows`. */
  readonly timeZone: string;
  /** 16 bytes by which readers' numbers are hashed. */
  readonly readerKey: Uint8Array;
}

/** What the catalog calls things; of what is not in here, nothing is told but that it is. */
export interface CatalogNames {
  readonly issues: readonly (readonly [IssueId, id: string, title: string])[];
  readonly sections: readonly (readonly [SectionId, id: string, title: string])[];
  readonly links: readonly (readonly [LinkId, id: string, url: string])[];
  readonly offers: readonly (readonly [OfferId, id: string, name: string])[];
}

/** Issues by their numbers, both ends included; 0 is what belongs to none. */
export interface IssueRange {
  readonly from: number;
  readonly to: number;
}

/** Which events; what is left out does not narrow. */
export interface ExportFilter {
  /** UTC, milliseconds; `from` is included, `to` is not. */
  readonly from?: number;
  readonly to?: number;
  readonly issues?: readonly IssueId[];
  readonly range?: IssueRange;
  readonly kinds?: readonly EventKind[];
  /** Of readers, as the issue was sent to them. */
  readonly segments?: readonly Exclude<Segment, 'none'>[];
  readonly verdicts?: readonly FetchVerdict[];
}

export interface EventsExport {
  readonly publication: PublicationId;
  readonly filter: ExportFilter;
  readonly names: CatalogNames;
  /** Whether they come in the order of time: for what is small enough to be sorted. */
  readonly inOrder: boolean;
}

export interface ReadersExport {
  readonly publication: PublicationId;
  readonly filter: Pick<ExportFilter, 'from' | 'to' | 'issues' | 'segments'>;
}

/** Rows that were counted already, to be written in a format. */
export interface RowsExport {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
}

/** What is being written. Whoever does not read it to its end lets go of it with `return`, as `for await` does. */
export interface WrittenExport {
  readonly columns: readonly ExportColumn[];
  /** Throws where the export failed half-way; one that ends was written whole. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A stretch of issues that is exported by itself, and how many events it had when that was asked. */
export interface ExportPart extends IssueRange {
  readonly events: number;
}

export interface Exports {
  exportEvents(query: EventsExport, terms: ExportTerms): Promise<WrittenExport>;
  exportReaders(query: ReadersExport, terms: ExportTerms): Promise<WrittenExport>;
  exportRows(query: RowsExport, terms: ExportTerms): WrittenExport;
  /** Cuts events into parts of about so many, by issue; a part has all of an issue. */
  exportParts(query: Omit<EventsExport, 'names' | 'inOrder'>, about: number): Promise<readonly ExportPart[]>;
}
