import { z } from 'zod';
import { overDays } from './over-days.ts';

export type { OverDays } from './over-days.ts';

/** A publication's last days, today among them, and as many before, up to the same time of day. */
export const publicationOverview = z.object({
  /** ISO 8601. */
  asOf: z.string(),
  /** When each day began in the publication's time zone, oldest first; ISO 8601, UTC. */
  days: z.array(z.string()),
  before: z.object({ from: z.string(), to: z.string() }),
  /** Whether issues had gone out from the beginning of the days before on; otherwise nothing is compared. */
  isComparable: z.boolean(),
  /** Issues that went out, and deliveries of these. */
  issues: overDays,
  delivered: overDays,
  /** Different readers, by when they opened or clicked, whichever issue it was. */
  readers: overDays,
  clickers: overDays,
  /** By people, repeats included. */
  clicks: overDays,
  /** Everybody counts once for each issue. */
  paywallHits: overDays,
  trialsStarted: overDays,
  converted: overDays,
  /** At the end of each of the days, and of the days before. */
  paying: overDays.extend({
    /** Of `now`: by what their subscriptions did, and by having been premium readers of the last issue alone. */
    byEvents: z.int(),
    byRecipients: z.int(),
  }),
});
export type PublicationOverview = z.infer<typeof publicationOverview>;

/** What came after some days, in the open rate of the next issue. */
export const followingEffect = z.object({
  /** How often it happened, with a next issue old enough to count. */
  times: z.int(),
  /** Points of open rate between that issue and what was to be expected of its weekday at the time, from 0 to 1; null: too few to say. */
  effect: z.object({ difference: z.number(), low: z.number(), high: z.number(), isChance: z.boolean() }).nullable(),
});
export type FollowingEffect = z.infer<typeof followingEffect>;

/** The days of the last months on which something went out, or was missing. Days are of the publication's time zone, as `2026-03-02`. */
export const publicationCalendar = z.object({
  from: z.string(),
  to: z.string(),
  issues: z.array(
    z.object({
      day: z.string(),
      id: z.string(),
      title: z.string(),
      /** ISO 8601, UTC. */
      sentAt: z.string(),
      delivered: z.int(),
      readers: z.int(),
      openRate: z.number().nullable(),
    }),
  ),
  /** Days on which the publication usually sends, by its last eight weeks, and did not. */
  skipped: z.array(z.string()),
  afterSkipped: followingEffect,
  afterSecond: followingEffect,
});
export type PublicationCalendar = z.infer<typeof publicationCalendar>;

const ofIssue = { issue: z.object({ id: z.string(), title: z.string() }) };

/** Something that should be looked into. */
export const attentionItem = z.discriminatedUnion('kind', [
  /** The newest issue has fewer readers than nine of ten before it had at its age. */
  z.object({
    kind: z.literal('few_readers'),
    ...ofIssue,
    readers: z.int(),
    /** Readers to be expected by the issues before, for as many delivered: their 10th percentile and median. */
    low: z.int(),
    median: z.int(),
    hours: z.int(),
    issues: z.int(),
  }),
  /** Over the last 30 days fewer of the delivered were read than in the 30 before. */
  z.object({
    kind: z.literal('open_rate_fell'),
    now: z.number(),
    before: z.number(),
    /** Of the mean difference between issues, at 90 %. */
    low: z.number(),
    high: z.number(),
    issues: z.int(),
  }),
  /** Hardly anybody at a domain reads any more. */
  z.object({
    kind: z.literal('domain_stopped'),
    ...ofIssue,
    domain: z.string(),
    delivered: z.int(),
    readers: z.int(),
    /** Readers of as many deliveries before. */
    usual: z.int(),
    /** Newest issues together. */
    issues: z.int(),
  }),
  z.object({
    kind: z.literal('bounces_up'),
    ...ofIssue,
    bounced: z.int(),
    /** Of the sent: now, and the median before. */
    share: z.number(),
    usual: z.number(),
  }),
  z.object({
    kind: z.literal('scanners_up'),
    ...ofIssue,
    of: z.enum(['machine_clicks', 'scanner_opens']),
    share: z.number(),
    usual: z.number(),
    times: z.number().nullable(),
  }),
  /** Of the installation: only the owner is told. */
  z.object({ kind: z.literal('quarantine'), events: z.int() }),
  z.object({
    kind: z.literal('spool'),
    state: z.enum(['filling', 'full']),
    bytes: z.int(),
    maxBytes: z.int(),
    whenFull: z.enum(['refuse', 'drop']),
  }),
]);
export type AttentionItem = z.infer<typeof attentionItem>;

/** The most urgent first. Empty: nothing needs attention, as far as there is enough to say so. */
export const attention = z.object({ asOf: z.string(), items: z.array(attentionItem) });
export type Attention = z.infer<typeof attention>;
