import type { IssueId, PublicationId, ReaderId, Segment } from '@readout/events';

/** As packages/engagement defines them. */
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

/** What one reader of a group did with the issues of the window. */
export interface GroupMember {
  readonly reader: ReaderId;
  readonly standing: Standing | null;
  readonly sent: number;
  readonly read: number;
  /** Of the window or lately: the last that they read; null: none. */
  readonly lastRead: IssueId | null;
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
}
