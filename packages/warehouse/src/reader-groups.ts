import type { IssueId, PublicationId, ReaderId, Segment } from '@readout/events';

/** As packages/engagement defines them. */
export type GroupName = 'new' | 'engaged' | 'fading' | 'dormant' | 'hidden';
export type Standing = Exclude<Segment, 'none'>;

/** By which issues readers are put into groups: who belongs to one is whoever one of `window` was sent to. */
export interface GroupQuery {
  readonly publication: PublicationId;
  /** In the order in which they went out. */
  readonly window: readonly IssueId[];
  /** All issues that went out before those, in that order. */
  readonly earlier: readonly IssueId[];
  /** How many of the last of `earlier` still count as lately. */
  readonly lately: number;
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
   * How many readers each group has.
   * @param query.mayBeOld Where it was counted within the last hour, that will do: of a day long past nothing changes but
   *   by somebody who reads an old issue late.
   */
  readerGroups(query: GroupQuery & { readonly mayBeOld?: boolean }): Promise<GroupCounts>;
}
