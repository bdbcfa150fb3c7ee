import type { ImportFormat } from '@readout/api-contract';
import type { IssueId, LinkId, PublicationId, PublicId, SectionId, Segment } from '@readout/events';
import type { Found, LookProgress } from '@readout/importers';
import type { IssueStructure } from '@readout/instrumenter';
import type { HeldImport } from '@readout/warehouse';
import type { GivenSource } from './open-source.ts';
import type { Heading, KnownPost } from './post-prints.ts';

/** What the thread that reads an import is to do. */
export type Task =
  | { readonly what: 'look'; readonly given: GivenSource; readonly known: readonly KnownPost[] }
  | { readonly what: 'import'; readonly given: GivenSource; readonly context: ImportContext };

/** What has to be known to make records of what is read. */
export interface ImportContext {
  readonly format: ImportFormat;
  readonly publication: PublicationId;
  readonly publicId: PublicId;
  /** What addresses are hashed with. */
  readonly referenceSecret: Uint8Array;
  /** So long before it an issue may have led to a subscription, milliseconds. */
  readonly windowMs: number;
  /** UTC, milliseconds. */
  readonly now: number;
  /** Whether it tells of deliveries alone, and not of sending beside them: then one event says both. */
  readonly deliveredIsSent: boolean;
  /** The latest event that there is in it, UTC milliseconds; null: none. */
  readonly latest: number | null;
}

/** What an issue is to be made of. */
export interface NewPost extends Heading {
  readonly key: string;
  /** UTC, milliseconds. */
  readonly sentAt: number | null;
  readonly tags: readonly string[];
  readonly isForPaying: boolean;
  /** Of nothing where a link is unsafe. */
  readonly structure: IssueStructure;
  readonly hasUnsafeLink: boolean;
  readonly prints: Omit<KnownPost, 'key'>;
}

/** A post of which the issue is wanted. */
export interface GivenPost {
  readonly key: string;
  /** Null: it is known. */
  readonly made: NewPost | null;
  /** Of a known one that is called otherwise now, and its fingerprint. */
  readonly heading: (Heading & { readonly print: string }) | null;
  readonly hasChangedText: boolean;
}

/** An issue that was made of a post, or had been before. */
export interface IssueOfPost {
  readonly id: IssueId;
  /** Whether the title of one that had been made before was changed to what its post is called now; `kept`: it has another. */
  readonly heading: 'same' | 'updated' | 'kept';
  readonly hasPaywall: boolean;
  readonly links: readonly { readonly id: LinkId; readonly section: SectionId | null; readonly url: string }[];
}

export interface SentIssue {
  readonly id: IssueId;
  readonly publicId: PublicId;
  /** UTC, milliseconds. */
  readonly sentAt: number;
}

/** Somebody by the keyed hash of their address. */
export interface Named {
  readonly reference: Uint8Array;
  readonly segment: Exclude<Segment, 'none'>;
}

/** How an imported subscription stands, as far as it is known already. */
export interface KnownSubscription {
  readonly name: number;
  readonly hasPaid: boolean;
  readonly hasEnded: boolean;
}

export type Step = 'issues' | 'readers' | 'events';

/** What is counted while an import runs. */
export interface Tally {
  issues: number;
  readers: number;
  events: number;
  statements: number;
  known: number;
  leftOut: number;
  /** Issues that are called otherwise now, as their posts are. */
  retitled: number;
  /** Issues whose posts have changed, and which stay as they are. */
  kept: number;
}

/** What the thread asks of the process that it belongs to, each answered in turn. */
export interface Home {
  /** Posts that are there as issues. */
  knownPosts(): Promise<readonly KnownPost[]>;
  /** Of these posts, in their order; made where there are none yet. */
  issues(posts: readonly GivenPost[]): Promise<readonly IssueOfPost[]>;
  /** All issues of the publication that went out, the earliest first. */
  sentIssues(): Promise<readonly SentIssue[]>;
  subscriptions(): Promise<readonly KnownSubscription[]>;
  /** Numbers of these people, in their order. @param areOnList Whether their segment is that of now: then it is kept. */
  readers(people: readonly Named[], areOnList: boolean): Promise<Uint32Array>;
  /** What was imported of an issue before; null: of what belongs to none. */
  held(issue: IssueId | null): Promise<readonly HeldImport[]>;
  /** Lines for the log, one after the other. Resolves when they are on disk, and the log may have more. */
  append(lines: string, records: number): Promise<void>;
}

/** From the thread. */
export type FromWorker =
  | { readonly type: 'ask'; readonly id: number; readonly method: keyof Home; readonly args: readonly unknown[] }
  | { readonly type: 'looking'; readonly progress: LookProgress }
  | { readonly type: 'progress'; readonly step: Step; readonly done: number; readonly tally: Tally }
  | { readonly type: 'found'; readonly found: Found }
  | { readonly type: 'imported'; readonly tally: Tally }
  | { readonly type: 'failed'; readonly code: string | null; readonly message: string; readonly stack: string };

/** To the thread; without `value`, what was asked could not be done and the thread is about to end. */
export interface ToWorker {
  readonly id: number;
  readonly value: unknown;
}
