import { z } from 'zod';
import { isPublicId } from './ids.ts';
import { KEPT_HOST } from './referrer.ts';
import {
  EDITIONS,
  EVENT_KINDS,
  MAIL_PROVIDERS,
  NETWORK_KINDS,
  PROVIDER_WORDS,
  SEGMENTS,
  SOURCES,
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
const from = {
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
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
export const PAGE_KINDS = ['viewed', 'section_read', 'paywall_hit', 'offer_shown'] as const;
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
    .array(z.strictObject({ kind: z.enum(PAGE_KINDS), ago: z.int().min(0), section: publicId.optional() }))
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

export const logRecordSchema = z.discriminatedUnion('type', [hitSchema, reportSchema, factSchema, noticeSchema]);

export type Hit = z.infer<typeof hitSchema>;
export type Report = z.infer<typeof reportSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type Fact = z.infer<typeof factSchema>;
export type LogRecord = z.infer<typeof logRecordSchema>;
