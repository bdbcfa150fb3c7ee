import { z } from 'zod';
import { activityOfHour } from './activity.ts';
import { moment } from './moment.ts';
import { month } from './month.ts';
import { overDays } from './over-days.ts';
import { LINK_MATCHES, REPORT_LANGUAGES, reportView } from './reports.ts';
import { sites } from './site.ts';

const id = z.string().min(1).max(40);
const language = z.enum(REPORT_LANGUAGES);

/** What a link without sign-in shows. Null in place of an issue or a month: the newest, whichever that is when it is opened. */
export const sharedSubject = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal('issue_report'), language, issue: id.nullable() }),
  z.strictObject({ show: z.literal('month_report'), language, month: month.nullable() }),
  z.strictObject({ show: z.literal('growth_report'), language, days: z.int().min(1).max(3_660) }),
  z.strictObject({ show: z.literal('sponsor_report'), language, link: id, match: z.enum(LINK_MATCHES) }),
  /** An issue's figures, and how its readers came. */
  z.strictObject({ show: z.literal('issue'), issue: id.nullable() }),
  /** What the last days brought. */
  z.strictObject({ show: z.literal('overview'), days: z.int().min(7).max(365) }),
]);
export type SharedSubject = z.infer<typeof sharedSubject>;

export const createShareRequest = z.strictObject({
  /** For whom it is, say: shown in the list of links, and to nobody who opens one. */
  label: z.string().trim().min(1, 'Give the link a name.').max(100),
  subject: sharedSubject,
  /** When it stops working; null: not by itself. */
  expiresAt: moment.nullable(),
  /** Whether a report can be taken along as a PDF and a workbook. */
  files: z.boolean().default(false),
  /** Web sites that may show it within a page of theirs; none: nobody may. */
  sites: sites.default([]),
});
export type CreateShareRequest = z.input<typeof createShareRequest>;

export const shareLink = z.object({
  id: z.string(),
  label: z.string(),
  subject: sharedSubject,
  /** Title of the issue, or where the sponsor's link leads; null: there is nothing to name, or it is not there any more. */
  title: z.string().nullable(),
  /** `expired` and `revoked` ones open nothing. */
  state: z.enum(['open', 'expired', 'revoked']),
  /** Who made it; of a key what it was called. */
  actor: z.enum(['owner', 'operator_key', 'key']),
  key: z.string().nullable(),
  files: z.boolean(),
  /** Origins, such as `https://letters.example`. */
  sites: z.array(z.string()),
  /** ISO 8601, UTC, as are the others. */
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  /** How often it has been opened, and when last. */
  opened: z.int(),
  lastOpenedAt: z.string().nullable(),
});
export type ShareLinkView = z.infer<typeof shareLink>;

export const shareLinks = z.object({ items: z.array(shareLink), next: z.string().nullable() });
export type ShareLinks = z.infer<typeof shareLinks>;

/** The only time that the secret of a link is told. */
export const createdShare = z.object({ link: shareLink, token: z.string(), address: z.string() });
export type CreatedShare = z.infer<typeof createdShare>;

const count = z.object({ now: z.int() });
const shown = { publication: z.object({ name: z.string(), timeZone: z.string() }) };

/** What a link shows: all that its page has, and nothing else. No ids. */
export const sharedView = z.discriminatedUnion('show', [
  z.object({
    show: z.literal('report'),
    ...shown,
    /** Whether it can be taken along as a PDF and a workbook. */
    files: z.boolean(),
    report: reportView
      .omit({ publication: true, kind: true, period: true, madeAt: true, timeZone: true })
      .extend({ publication: z.object({ name: z.string() }) }),
  }),
  z.object({
    show: z.literal('issue'),
    ...shown,
    /** ISO 8601: when these figures were read. */
    asOf: z.string(),
    issue: z.object({
      title: z.string(),
      subtitle: z.string(),
      sentAt: z.string().nullable(),
      hasPaywall: z.boolean(),
    }),
    figures: z.object({
      delivered: z.int(),
      readers: z.int(),
      openRate: z.number().nullable(),
      clickers: z.int(),
      clicks: z.int(),
      clickRate: z.number().nullable(),
      clickToOpenRate: z.number().nullable(),
      /** Null: the issue has no paywall. */
      paywallHits: z.int().nullable(),
      trialsStarted: z.int().nullable(),
    }),
    activity: z.array(activityOfHour),
  }),
  z.object({
    show: z.literal('overview'),
    ...shown,
    asOf: z.string(),
    days: z.array(z.string()),
    /** Where it is false, `before` is 0 throughout and there are no changes. */
    isComparable: z.boolean(),
    readers: overDays,
    clickers: overDays,
    clicks: count,
    paywallHits: overDays,
    trialsStarted: overDays,
    converted: overDays,
    paying: overDays.extend({ byEvents: z.int(), byRecipients: z.int() }),
    issues: overDays,
    delivered: count,
  }),
]);
export type SharedView = z.infer<typeof sharedView>;
