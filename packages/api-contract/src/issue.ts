import { LINK_KINDS } from '@readout/events';
import { z } from 'zod';
import { activityOfHour } from './activity.ts';
import { moment } from './moment.ts';
import { machineJump, readersEstimate, verdictCounts } from './verdicts.ts';

/** Figures of an issue. Rates are between 0 and 1, or null where their denominator is 0. */
export const issueFigures = z.object({
  sent: z.int(),
  bounced: z.int(),
  delivered: z.int(),
  readers: z.int(),
  opens: z.int(),
  opensByVerdict: verdictCounts,
  /** By people; `machineClicks` by prefetchers and scanners. Unclear ones are in neither. */
  clicks: z.int(),
  clickers: z.int(),
  machineClicks: z.int(),
  unclearClicks: z.int(),
  /** Opens and clicks whose verdict is the first look's and may still change. */
  settling: z.int(),
  paywallHits: z.int(),
  trialsStarted: z.int(),
  /** readers ÷ delivered */
  openRate: z.number().nullable(),
  /** clickers ÷ delivered (CTR) */
  clickRate: z.number().nullable(),
  /** clickers ÷ readers (CTOR) */
  clickToOpenRate: z.number().nullable(),
});
export type IssueFiguresView = z.infer<typeof issueFigures>;

export const issueView = z.object({
  id: z.string(),
  title: z.string(),
  subtitle: z.string(),
  /** ISO 8601, UTC */
  sentAt: z.string().nullable(),
  hasPaywall: z.boolean(),
  tags: z.array(z.string()),
  createdAt: z.string(),
});
export type IssueView = z.infer<typeof issueView>;

/** Who an issue went to: `paying` where nobody free is among its recipients. */
export const issueAudience = z.enum(['everyone', 'paying']);
export type IssueAudience = z.infer<typeof issueAudience>;

export const issueListItem = issueView.extend({
  /** Null: it has no recipients yet. */
  audience: issueAudience.nullable(),
  figures: issueFigures,
  /** New readers by hour over the first 48 hours since sending. */
  readersByHour: z.array(z.int()),
});
export type IssueListItem = z.infer<typeof issueListItem>;
export const issueList = z.object({
  items: z.array(issueListItem),
  next: z.string().nullable(),
  /** Issues that match. */
  total: z.int(),
  /** Issues that there are, matching or not. */
  of: z.int(),
});
export type IssueList = z.infer<typeof issueList>;

/** What a publication's issues can be narrowed down by: what occurs, and in how many of them. */
export const issueChoices = z.object({
  /** In alphabetical order; written as in the newest issue that has it. */
  tags: z.array(z.object({ tag: z.string(), issues: z.int() })),
  audiences: z.array(z.object({ audience: issueAudience, issues: z.int() })),
});
export type IssueChoices = z.infer<typeof issueChoices>;

export const sectionView = z.object({
  id: z.string(),
  title: z.string(),
  ordinal: z.int(),
  access: z.enum(['before', 'across', 'behind']),
});
export const linkView = z.object({
  id: z.string(),
  url: z.string(),
  text: z.string(),
  kind: z.enum(LINK_KINDS),
  section: z.string().nullable(),
  ordinal: z.int(),
});

export const notice = z.object({ code: z.string(), message: z.string() });
export const issueDetail = issueView.extend({
  sections: z.array(sectionView),
  links: z.array(linkView),
});
export type IssueDetail = z.infer<typeof issueDetail>;

/** The answer to creating an issue: with the tracked HTML, and what the author should know about it. */
export const createdIssue = issueDetail.extend({
  editions: z.array(z.object({ edition: z.enum(['whole', 'cut']), html: z.string() })),
  notices: z.array(notice),
});
export type CreatedIssue = z.infer<typeof createdIssue>;

/**
 * An edition to be looked at: nothing in its HTML runs, fetches anything or leads away. A link carries its id as
 * `data-readout-link`; empty elements stand where a section begins (`data-readout-section`: its id) and where the paywall
 * stands (`data-readout-paywall`). To be shown in a frame without scripts.
 */
export const editionPreview = z.object({ edition: z.enum(['whole', 'cut']), html: z.string() });
export type EditionPreview = z.infer<typeof editionPreview>;
/** Which editions of an issue are kept, the whole one first. */
export const editionList = z.object({ items: z.array(z.enum(['whole', 'cut'])) });
export type EditionList = z.infer<typeof editionList>;

/** What mail systems replace, by its delimiters: a plain word would go out to every reader as it stands. */
const MERGE_TAG =
  /^(?:\{\{[\w .$@#:|=+-]{1,60}\}\}|\{[\w .$:-]{1,60}\}|[$#]\{[\w .:-]{1,60}\}|\*\|[\w .:-]{1,60}\|\*|%%[\w .:=@-]{1,60}%%|%[\w.-]{1,60}%|\[\[[\w .:-]{1,60}\]\]|\[[\w .:-]{1,60}\])$/;
const title = z.string().trim().min(1).max(500);
const tags = z
  .array(
    z
      .string()
      .trim()
      .normalize()
      .min(1, 'A tag has at least one character.')
      .max(50, 'A tag has at most 50 characters.'),
  )
  .max(20, 'An issue has at most 20 tags.')
  .refine((all) => new Set(all.map((tag) => tag.toLowerCase())).size === all.length, 'Each tag may be given once.');

export const createIssueRequest = z.strictObject({
  /** Left out: taken from the HTML's title or first heading. */
  title: title.optional(),
  subtitle: z.string().trim().max(1000).default(''),
  sentAt: moment.nullable().default(null),
  tags: tags.default([]),
  editions: z
    .array(z.strictObject({ edition: z.enum(['whole', 'cut']), html: z.string().min(1).max(5_000_000) }))
    .min(1, 'Give the HTML of at least one edition.')
    .max(2, 'There are two editions at most: whole and cut.')
    .refine((all) => new Set(all.map((one) => one.edition)).size === all.length, 'Each edition may be given once.'),
  /** What the sending system replaces with the reader's token. */
  mergeTag: z
    .string()
    .regex(
      MERGE_TAG,
      'Not a merge tag: a sender would not replace it. Examples: {{ token }}, *|TOKEN|*, %%token%%, %TOKEN%, [[token]].',
    )
    .default('{{ readout_token }}'),
});
export type CreateIssueRequest = z.input<typeof createIssueRequest>;

export const updateIssueRequest = z.strictObject({
  title: title.optional(),
  subtitle: z.string().trim().max(1000).optional(),
  sentAt: moment.nullable().optional(),
  /** In place of all that it has. */
  tags: tags.optional(),
});

export const recipientsRequest = z.strictObject({
  /** When it was sent to them; left out: now. Sets the issue's sentAt where that is unknown. */
  sentAt: moment.optional(),
  recipients: z
    .array(
      z.strictObject({
        /** Whatever the sender knows this reader by. Kept as a keyed hash only, never as it is. */
        reader: z.string().trim().min(1).max(320),
        segment: z.enum(['free', 'trial', 'premium']),
        edition: z.enum(['whole', 'cut']).optional(),
        /** Of the address that it goes to. Left out: what comes after the @, where `reader` is an address. */
        domain: z.string().trim().min(1).max(253).optional(),
      }),
    )
    .min(1, 'Give at least one recipient.')
    .max(10_000, 'Give at most 10,000 recipients at once; send the rest in further requests.'),
});
export const recipientsResponse = z.object({
  recorded: z.int(),
  /** In the order of the request. */
  tokens: z.array(z.object({ reader: z.string(), token: z.string() })),
});

export const issueReport = z.object({
  issue: issueDetail,
  /** ISO 8601: when these figures were read. */
  asOf: z.string(),
  figures: issueFigures,
  estimate: readersEstimate,
  /** Null: machines did not come more often than usual, or too few issues went out before to say. */
  jump: machineJump.nullable(),
  segments: z.array(
    z.object({
      segment: z.enum(['free', 'trial', 'premium']),
      delivered: z.int(),
      readers: z.int(),
      clickers: z.int(),
    }),
  ),
  /** By hour since sending (by hour since the first event where sentAt is unknown); hours without activity are there, with zeros. */
  activity: z.array(activityOfHour),
  /** Every link of the issue, most clickers first. */
  links: z.array(
    linkView.extend({ clicks: z.int(), clickers: z.int(), machineClicks: z.int(), unclearClicks: z.int() }),
  ),
  /** Every section of the issue, in its order. */
  sections: z.array(sectionView.extend({ clicks: z.int(), clickers: z.int() })),
});
export type IssueReport = z.infer<typeof issueReport>;

/** By what the list of issues can be sorted. */
const ISSUE_ORDERS = [
  'sentAt',
  'title',
  'delivered',
  'readers',
  'openRate',
  'clickers',
  'clickRate',
  'clickToOpenRate',
  'paywallHits',
  'trialsStarted',
] as const;
export type IssueOrder = (typeof ISSUE_ORDERS)[number];
/** A minus: the largest first. */
export type IssueSort = IssueOrder | `-${IssueOrder}`;
export const issueSort = z.enum(ISSUE_ORDERS.flatMap((order): IssueSort[] => [order, `-${order}`]));
