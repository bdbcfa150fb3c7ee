import type { Segment } from '@readout/events';

/**
 * What an author already has, whatever wrote it: read one part after the other, each as a stream, so that no file has
 * to fit into memory. Addresses go no further than whoever reads this: they become keyed hashes there.
 */
export interface ImportSource {
  /** Looks through all of it without giving anything away: for the preview, and for how much there is to come. */
  look(signal: AbortSignal, onProgress: (progress: LookProgress) => void): Promise<Found>;
  posts(signal: AbortSignal): AsyncIterable<ImportedPost>;
  /** In chunks. */
  people(signal: AbortSignal): AsyncIterable<readonly ImportedPerson[]>;
  /** In chunks, all of one post and one kind each; a post's and kind's chunks follow one another. */
  events(signal: AbortSignal): AsyncIterable<ImportedEvents>;
  close(): Promise<void>;
}

/** In bytes of the files as they lie there; `total` is null where nobody knows. */
export interface LookProgress {
  readonly done: number;
  readonly total: number | null;
}

/** What there is, and what is odd about it. */
export interface Found {
  /** What the files call the publication; null: nothing. */
  readonly name: string | null;
  readonly posts: number;
  readonly people: number;
  /** Rows by kind, as many as there are before repeats are told. */
  readonly events: Readonly<Partial<Record<ImportedKind, number>>>;
  /** Of the earliest and latest event, UTC in milliseconds; null: there is none. */
  readonly from: number | null;
  readonly to: number | null;
  readonly oddities: readonly Oddity[];
  /** Of a table whose columns nobody has said the meaning of. */
  readonly columns?: TableColumns;
}

/** Which column is what; `everyKind` where every row is of one kind. The same as the API's `importMapping`. */
export interface TableMapping {
  readonly address: string;
  readonly time: string;
  readonly kind?: string | undefined;
  readonly everyKind?: string | undefined;
  /** What tells one issue from another; without it the title does. */
  readonly post?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly country?: string | undefined;
  readonly agent?: string | undefined;
}

/** What a table looks like, before anybody has said which column is what. */
export interface TableColumns {
  readonly columns: readonly string[];
  /** The first ten; addresses are hidden. */
  readonly rows: readonly (readonly string[])[];
  /** By the columns' names and contents, and by the file's name; what cannot be told is left out. */
  readonly guess: Partial<TableMapping>;
}

/** Something that an author would want to know before it is imported: which, where, how often, and what is done about it. */
export interface Oddity {
  readonly kind: OddityKind;
  /** The file it stands in, as the archive names it; empty: no single one. */
  readonly file: string;
  readonly count: number;
  /** Up to five examples: a line's number, a column's name, a post's id. Never an address. */
  readonly examples: readonly string[];
}

export const ODDITY_KINDS = [
  /** Left out: never sent, never published. */
  'draft',
  /** A post without its text: it becomes an issue without sections and links. */
  'missing_text',
  /** A post without its rows of opens or deliveries. */
  'missing_file',
  /** Issues of which the source keeps only to how many they went, not to whom: they have no rates. */
  'recipients_not_kept',
  /** A file that is not of the format: passed over. */
  'unknown_file',
  'unknown_column',
  'missing_column',
  /** Read as UTC. */
  'time_without_zone',
  /** These rows are left out, and the others read. */
  'unreadable_row',
  'unreadable_time',
  'unreadable_address',
  'future_time',
  'repeated_row',
  /** The first counts. */
  'repeated_id',
  /** Of a post that the archive does not have: left out. */
  'unknown_post',
  /** Of a kind of event that is none. */
  'unknown_kind',
  /** Not in UTF-8: read as Windows-1252. */
  'other_encoding',
  /** Opens and clicks without a user agent, as the source keeps none: they are judged by their time alone. */
  'agent_not_kept',
  /** Of posts that were imported before: the issue takes the new title, and keeps its text. */
  'changed_title',
  'changed_text',
] as const;
export type OddityKind = (typeof ODDITY_KINDS)[number];

export interface ImportedPost {
  /** What the source calls it, the same in every later export. */
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  /** UTC, milliseconds; null: nobody knows. */
  readonly sentAt: number | null;
  /** As whoever may read all of it gets it; null: missing. */
  readonly html: string | null;
  /** Who may read all of it. */
  readonly audience: 'everyone' | 'paying';
  readonly tags: readonly string[];
}

export interface ImportedPerson {
  readonly address: string;
  readonly segment: Exclude<Segment, 'none'>;
  /** UTC in milliseconds; null: nobody knows, or it never came to it. */
  readonly subscribedAt: number | null;
  readonly firstPaymentAt: number | null;
  /** When what is paid for ends, or ended. */
  readonly paidUntil: number | null;
  /** As the source calls it; empty: none. */
  readonly plan: string;
}

/** What can be brought from elsewhere. */
export const IMPORTED_KINDS = [
  'sent',
  'delivered',
  'bounced',
  'complained',
  'unsubscribed',
  'opened',
  'clicked',
  'subscribed',
] as const;
export type ImportedKind = (typeof IMPORTED_KINDS)[number];

export interface ImportedEvents {
  /** The post's key; null: of none (`subscribed`, `unsubscribed`). */
  readonly post: string | null;
  readonly kind: ImportedKind;
  readonly rows: readonly ImportedEvent[];
}

export interface ImportedEvent {
  readonly address: string;
  /** UTC, milliseconds. */
  readonly time: number;
  /** The reader's standing then; left out: nobody said. */
  readonly segment?: Exclude<Segment, 'none'>;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Of an open or a click, the user agent as it was, empty where none was sent; left out: the source keeps none. */
  readonly agent?: string;
  /** Where a click went. */
  readonly url?: string;
}

/** What is given cannot be read as what it is said to be; the message says what is wrong and what to do. */
export class UnreadableImportError extends Error {
  readonly code = 'UNREADABLE_IMPORT';
}
