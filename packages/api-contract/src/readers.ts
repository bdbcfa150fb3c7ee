import { EVENT_KINDS } from '@readout/events';
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

const standing = z.enum(['free', 'trial', 'premium']);
const historyIssue = z.object({ id: z.string(), title: z.string(), sentAt: z.string() });

/** One reader by their number: who that is, Readout does not know. */
export const singleReader = z.object({
  /** Means nothing outside of this installation. */
  reader: z.int(),
  /** With which the last issue was sent to them. */
  standing: standing.nullable(),
  /** Null: no issue went out to them in the 30 days. */
  group: readerGroup.nullable(),
  /** Of the issues by which readers are in groups today. */
  sent: z.int(),
  read: z.int(),
  /** The last issue of 90 days that they read. */
  lastRead: historyIssue.nullable(),
});
export type SingleReader = z.infer<typeof singleReader>;
export const singleReaderList = z.object({ items: z.array(singleReader), next: z.string().nullable() });
export type SingleReaderList = z.infer<typeof singleReaderList>;

export const findReaderRequest = z.strictObject({
  /** What the sending system calls them, as in a list of recipients. Hashed, and neither kept nor logged. */
  reader: z.string().trim().min(1).max(320),
});
export const foundReader = z.object({ reader: z.int() });

/** What one reader did with the issues that went out, newest first. Moments are ISO 8601. */
export const readerHistory = singleReader.extend({
  items: z.array(
    z.object({
      issue: historyIssue,
      /** With which it was sent to them. */
      standing: standing.nullable(),
      sent: z.string().nullable(),
      bounced: z.boolean(),
      /** The first open that counts, and how many. */
      opened: z.string().nullable(),
      opens: z.int(),
      /** It was fetched ahead, so that opening it may not show. */
      fetchedAhead: z.boolean(),
      clicks: z.array(
        z.object({
          time: z.string(),
          link: z.object({ id: z.string(), text: z.string(), url: z.string() }).nullable(),
        }),
      ),
      paywall: z.string().nullable(),
      trial: z.string().nullable(),
      payment: z.string().nullable(),
    }),
  ),
  /** What happened to their subscription without an issue. */
  subscription: z.array(z.object({ kind: z.enum(EVENT_KINDS), time: z.string() })),
  next: z.string().nullable(),
});
export type ReaderHistory = z.infer<typeof readerHistory>;

export const readerTokensRequest = z.strictObject({
  /** Whatever the sending system calls each. Kept as a keyed hash only, never as it is. */
  readers: z
    .array(z.string().trim().min(1).max(320))
    .min(1, 'Give at least one reader.')
    .max(10_000, 'Give at most 10,000 readers at once; send the rest in further requests.'),
  /** Of those who are new. Who is known keeps theirs; an issue's recipients say what it is from then on. */
  segment: z.enum(['free', 'trial', 'premium']).default('free'),
});
export const readerTokens = z.object({
  /** In the order of the request. */
  tokens: z.array(z.object({ reader: z.string(), token: z.string() })),
});
