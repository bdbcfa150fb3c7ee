import { z } from 'zod';

/** What readers are to a publication by what they did lately, in the order in which they are shown; see docs/figures.md. */
export const readerGroup = z.enum(['new', 'engaged', 'fading', 'dormant', 'hidden']);
export type ReaderGroup = z.infer<typeof readerGroup>;

/** Distinct readers of each group. */
export const readerGroupSizes = z.object({
  new: z.int(),
  engaged: z.int(),
  fading: z.int(),
  dormant: z.int(),
  hidden: z.int(),
});
export type ReaderGroupSizes = z.infer<typeof readerGroupSizes>;

/** Whether single readers may be looked at, or who has not allowed it. */
export const singleReaders = z.enum(['shown', 'operator_forbids', 'publication_forbids']);
export type SingleReaders = z.infer<typeof singleReaders>;

export const readerGroups = z.object({
  /** Null: told. Otherwise what the publication does not keep, so that nobody can be put into a group. */
  untold: z.enum(['readers_not_kept', 'opens_not_kept', 'clicks_not_kept']).nullable(),
  singleReaders,
  /** Week by week, today last; days are left out that come too early to tell who is new. */
  days: z.array(
    z.object({
      /** ISO 8601: when the day began, in the publication's time zone. */
      day: z.string(),
      /** Issues by which readers are put into groups. */
      issues: z.int(),
      all: readerGroupSizes,
      /** By the standing with which the last of these issues was sent to them. */
      byStanding: z.object({ free: readerGroupSizes, trial: readerGroupSizes, premium: readerGroupSizes }),
    }),
  ),
  /** ISO 8601: the first day that groups can be told of; null: no issue went out. */
  toldFrom: z.string().nullable(),
});
export type ReaderGroups = z.infer<typeof readerGroups>;
