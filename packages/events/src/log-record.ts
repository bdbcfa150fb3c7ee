import { z } from 'zod';
import { isPublicId } from './ids.ts';
import { KEPT_HOST } from './referrer.ts';
import {
  BILLING_SYSTEMS,
  EDITIONS,
  EVENT_KINDS,
  MAIL_PROVIDERS,
  NETWORK_KINDS,
  PROVIDER_WORDS,
  SEGMENTS,
  SOURCES,
  SUBSCRIPTION_STATUSES,
} from './vocabulary.ts';

const id = z.int().min(1).max(0xffff_ffff);
/** UTC, milliseconds since 1970. Up to the year 2100, which is what the warehouse's time type holds. */
const time = z.int().min(0).max(4_102_444_799_999);

/** Ten bits. */
export const MOST_SHAPE = 1023;

const publicId = z.custom<string>((value) => typeof value === 'string' && isPublicId(value), 'not a public id');

/**
 * Where a request came from: country and kind of network, `place` (a keyed hash of the network, which says only that two
 * came from the same one), and `shape` (which headers it had, see HEADER_SHAPE).
 */
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .optional();
const from = {
  country,
  network: z.enum(NETWORK_KINDS).optional(),
  place: id.optional(),
  shape: z.int().min(0).max(MOST_SHAPE).optional(),
  address: z.string().max(45).optional(),
  agent: z.string().max(512).optional(),
};
const visitor = z.int().min(1).max(0x7fff_ffff).optional();

/**
 * What a collector saw: a fetch, not yet understood. `target` is the public id of an issue (pixel) or a link
 * (redirect); `token` is whatever stood in the token's place. The ingester makes an event of it. `issue` is the
 * link's issue, where the collector knew it. `visitor` stands in place of a token where nobody is to be recognised.
 * `address` (truncated, or left out) and `agent` serve classification only and never reach the warehouse.
 */
export const hitSchema = z.strictObject({
  type: z.literal('hit'),
  version: z.literal(1),
  kind: z.enum(['opened', 'clicked']),
  time,
  target: z.string().max(64),
  issue: publicId.optional(),
  token: z.string().max(64),
  visitor,
  method: z.enum(['GET', 'HEAD']),
  source: z.enum(SOURCES),
  ...from,
});

/** Host of the page that led to the one that was viewed, as `referrerHost` gives it. */
const referrer = z.string().regex(KEPT_HOST).optional();

/** What a page can report. */
export const PAGE_KINDS = ['viewed', 'section_read', 'paywall_hit', 'offer_shown', 'call_to_action'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** Most events in one report. */
export const MOST_PAGE_EVENTS = 32;

/**
 * What a page said of its reader, several events at once: one record, whose events are counted together or not at
 * all. `target` is the public id of the issue, `ago` how many milliseconds before `time` an event was.
 */
const reportSchema = z.strictObject({
  type: z.literal('report'),
  version: z.literal(1),
  time,
  target: publicId,
  token: z.string().max(64),
  visitor,
  ...from,
  referrer,
  events: z
    .array(
      z.strictObject({
        kind: z.enum(PAGE_KINDS),
        ago: z.int().min(0),
        section: publicId.optional(),
        offer: publicId.optional(),
      }),
    )
    .min(1)
    .max(MOST_PAGE_EVENTS),
});

/** What a trusted part of the system knows (the api, an import, the sample): already in the catalog's numbers. */
export const factSchema = z.strictObject({
  type: z.literal('fact'),
  version: z.literal(1),
  kind: z.enum(EVENT_KINDS),
  time,
  publication: id,
  issue: id.optional(),
  section: id.optional(),
  link: id.optional(),
  reader: id.optional(),
  segment: z.enum(SEGMENTS).optional(),
  edition: z.enum(EDITIONS).optional(),
  /** Of the address that it was sent to: what stands after the @, in lower case. */
  domain: z.string().regex(KEPT_HOST).optional(),
  referrer,
  /**
   * Of an open or a click that somebody else saw, the user agent as they wrote it down, empty where none was sent: it is
   * then judged as one of our own, and the agent goes no further. Left out of what is imported, its source keeps no agents:
   * that is judged by what else there is.
   */
  agent: z.string().max(512).optional(),
  /** From where it was fetched: of what was seen elsewhere only. */
  country,
  source: z.enum(SOURCES),
});

/** What a mail provider can report. */
export const NOTICE_KINDS = [
  'sent',
  'delivered',
  'bounced',
  'complained',
  'unsubscribed',
  'opened',
  'clicked',
] as const satisfies readonly (typeof EVENT_KINDS)[number][];
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * What a mail provider reported, once its signature held. Never with the address that the message went to: whose it is
 * is said by our token, or by the keyed hash that stands for that address (`reference`, hexadecimal). Of an open or a
 * click, what the provider says of it (`said`) and where it came from; see docs/decisions/0010.
 */
const noticeSchema = z.strictObject({
  type: z.literal('notice'),
  version: z.literal(1),
  provider: z.enum(MAIL_PROVIDERS),
  /** 53 bits of a hash of the provider's own id for it: a provider that gets no answer sends it again. */
  id: z.int().min(0),
  /** In the provider's words. */
  event: z.string().max(64),
  /** Left out: it is none that we know. */
  kind: z.enum(NOTICE_KINDS).optional(),
  time,
  publication: id,
  issue: publicId,
  link: publicId.optional(),
  token: z.string().max(64).optional(),
  reference: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  said: z.enum(PROVIDER_WORDS).optional(),
  ...from,
});

/** 53 bits of a hash of a name that a billing system gives: see `hashedName` in packages/tokens. */
const hashed = z.int().min(1);
/** In the currency's smallest unit, as billing systems count: cents, or whole yen. */
const amount = z.int().min(0);
/** ISO 4217, in capitals. */
const currency = z.string().regex(/^[A-Z]{3}$/);

/** How a subscription stood at the statement's time. What is left out is not said, and null is none. */
const standing = z.strictObject({
  what: z.literal('standing'),
  status: z.enum(SUBSCRIPTION_STATUSES),
  startedAt: time,
  trialFrom: time.nullable(),
  trialTo: time.nullable(),
  /** When the reader said that it is not to go on, though it still does; null: it is to go on. */
  cancelledAt: time.nullable(),
  /** When it came to its end. */
  endedAt: time.nullable(),
  /** As the billing system calls it. */
  plan: z.string().max(200),
  /** What is to be paid for `months`, discounts off as far as they are known. */
  price: amount.nullable(),
  currency: currency.nullable(),
  /** 1, 12, …; of weeks and days the part of a month that they are. */
  months: z.number().positive().max(1_200).nullable(),
});

/** `id` is the payment's own, the same whenever it is stated again; so with the others. */
const payment = z.strictObject({ what: z.literal('payment'), id: hashed, amount, currency });
const failure = z.strictObject({ what: z.literal('failure'), id: hashed, amount, currency });
/**
 * Money given back, or taken back in a dispute: of the statement's subscription, or of that of the payment which `charge`
 * was for. That it failed, or that the dispute was won, says a later one of the same id with the amount 0.
 */
const refund = z.strictObject({
  what: z.literal('refund'),
  id: hashed,
  amount,
  currency,
  disputed: z.boolean(),
  charge: hashed.optional(),
});
/** By which charge a payment was made, under a name of its own: some systems name that alone when they give money back. */
const charge = z.strictObject({ what: z.literal('charge'), id: hashed, payment: hashed });
/** Nothing but whose the customer, or the subscription, is, and what led there. */
const identity = z.strictObject({ what: z.literal('identity') });

/**
 * What a billing system states of a subscription, once its signature held: true whenever it comes, and however often.
 * What it comes to is made of all statements together, in whatever order they came: docs/decisions/0011. Without names
 * or addresses: whose it is says our token, or the keyed hash that stands for an address (`reference`, hexadecimal).
 */
const statementSchema = z.strictObject({
  type: z.literal('statement'),
  version: z.literal(1),
  system: z.enum(BILLING_SYSTEMS),
  /** When it was so, by the billing system's clock: of a payment when it was made. */
  time,
  publication: id,
  subscription: hashed.optional(),
  /** Who pays, where the system has a name for that which it uses for all of their subscriptions. */
  customer: hashed.optional(),
  reader: id.optional(),
  token: z.string().max(64).optional(),
  reference: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** What led to the subscription, where whoever began it wrote that down. */
  issue: publicId.optional(),
  offer: publicId.optional(),
  says: z.discriminatedUnion('what', [standing, payment, failure, refund, identity, charge]),
});

export const logRecordSchema = z.discriminatedUnion('type', [
  hitSchema,
  reportSchema,
  factSchema,
  noticeSchema,
  statementSchema,
]);

export type Hit = z.infer<typeof hitSchema>;
export type Report = z.infer<typeof reportSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Fact = z.infer<typeof factSchema>;
export type LogRecord = z.infer<typeof logRecordSchema>;
