import type { PublicationId, PublicId } from '@readout/events';

/** A publication as its views tell of it: what is in the catalog, and by which key readers are called there. */
export interface PublicationInViews {
  readonly publication: PublicationId;
  readonly publicId: PublicId;
  /** IANA name: of the months of cohorts. */
  readonly timeZone: string;
  /** 16 bytes by which readers' numbers are hashed, as in exports. */
  readonly readerKey: Uint8Array;
  readonly issues: readonly NamedThing[];
  readonly sections: readonly NamedThing[];
  readonly links: readonly NamedThing[];
  readonly offers: readonly NamedThing[];
}

/** What the catalog knows of an issue, a section, a link or an offer; what is left out does not apply. */
export interface NamedThing {
  readonly number: number;
  readonly id: PublicId;
  /** Title, address of a link, name of an offer. */
  readonly name: string;
  readonly issue?: number;
  readonly section?: number | null;
  readonly ordinal?: number;
  /** Subtitle of an issue, words of a link. */
  readonly text?: string;
  /** Kind of a link, access of a section. */
  readonly word?: string;
  readonly tags?: string;
  readonly hasPaywall?: boolean;
  /** UTC, milliseconds. */
  readonly sentAt?: number | null;
}

export type SqlFormat = 'csv' | 'ndjson' | 'parquet';

export interface Views {
  /**
   * Makes the views of a publication, and tells them what the catalog calls things now. Does nothing where both are as
   * they should be.
   * @returns the name of the database that they are in
   * @throws {ViewsNotAllowedError} where whoever writes may not make them
   */
  offerViews(of: PublicationInViews): Promise<string>;
  /** Removes the views of a publication, and what the catalog called things. */
  withdrawViews(publication: PublicationId, publicId: PublicId): Promise<void>;
  /**
   * What a statement of somebody's own gives, asked of the views of one publication alone: it may read nothing else, write
   * nothing and change no setting, and it is limited in time, memory and rows.
   * @throws {SqlRefusedError} naming what is not allowed in it, or what the engine says is wrong with it
   */
  askViews(publicId: PublicId, sql: string, format: SqlFormat): Promise<AsyncIterable<Uint8Array>>;
}
