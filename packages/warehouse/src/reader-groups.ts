import type { EventKind, IssueId, LinkId, PublicationId, ReaderId, Segment, Verdict } from '@readout/events';

/** What they are says docs/figures.md. */
export type GroupName = 'new' | 'engaged' | 'fading' | 'dormant' | 'hidden';
export type Standing = Exclude<Segment, 'none'>;

/** Stretches of a publication's issues by which readers are in groups on a day, as places in `GroupQuery.issues`. */
export interface GroupDay {
  /** Who belongs to a group is whoever an issue from here, before `to`, was sent to; who was sent an earlier one is not new. */
  readonly from: number;
  readonly to: number;
  /** Issues from here on, before `to`, count as lately; not after `from`. */
  readonly lately: number;
}

export interface GroupQuery {
  readonly publication: PublicationId;
  /** All that went out, in that order. */
  readonly issues: readonly IssueId[];
  /** Engaged is who read one of so many: a power of two. */
  readonly readsOneIn: number;
}

export type GroupSizes = Readonly<Record<GroupName, number>>;

/** Distinct readers of each group: all, and of each standing, which is that with which the last issue was sent to them. */
export interface GroupCounts {
  readonly all: GroupSizes;
  readonly byStanding: Readonly<Record<Standing, GroupSizes>>;
}

/** What one reader did with the issues of the window. */
export interface GroupMember {
  readonly reader: ReaderId;
  readonly group: GroupName;
  readonly standing: Standing | null;
  readonly sent: number;
  readonly read: number;
  /** Of the window or lately: the last that they read; null: none. */
  readonly lastRead: IssueId | null;
}

export type MemberPick =
  | { readonly reader: ReaderId }
  | { readonly group: GroupName | null; readonly after: ReaderId | 0; readonly limit: number };

/** Something that a reader did, or that happened to them. */
export interface ReaderHistoryEvent {
  readonly issue: IssueId | null;
  readonly kind: EventKind;
  /** UTC, milliseconds. */
  readonly time: number;
  readonly link: LinkId | null;
  readonly verdict: Verdict;
  readonly segment: Segment;
}

/** Readers by what they did lately: docs/figures.md. */
export interface ReaderGroups {
  /**
   * How many readers each group has on each of these days, in the order given. `mayBeOld`: where it was counted within the
   * last hour, that will do. Of a day long past nothing changes but by somebody who reads an old issue late.
   */
  readerGroups(
    query: GroupQuery & { readonly days: readonly (GroupDay & { readonly mayBeOld?: boolean })[] },
  ): Promise<readonly GroupCounts[]>;
  /** Readers one by one, by their numbers: of a group or of all, after one of them, at most so many; or the one that is named. */
  groupMembers(
    query: GroupQuery & { readonly day: GroupDay; readonly pick: MemberPick },
  ): Promise<readonly GroupMember[]>;
  /** What the events say that one reader did with some issues, and events of theirs that belong to no issue; in order of time. */
  readerHistory(query: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
    readonly reader: ReaderId;
  }): Promise<readonly ReaderHistoryEvent[]>;
}
