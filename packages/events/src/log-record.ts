import { z } from 'zod';
import { EDITIONS, EVENT_KINDS, SEGMENTS, SOURCES } from './vocabulary.ts';

const id = z.int().min(1).max(0xffff_ffff);
/** UTC, milliseconds since 1970. Up to the year 2100, which is what the warehouse's time type holds. */
const time = z.int().min(0).max(4_102_444_799_999);

/**
 * What a collector saw: a fetch, not yet understood. `target` is the public id of an issue (pixel) or a
 * link (redirect); `token` is whatever stood in the token's place. The ingester makes an event of it.
 * `address` and `agent` serve classification only and never reach the warehouse.
 */
export const hitSchema = z.strictObject({
  type: z.literal('hit'),
  version: z.literal(1),
  kind: z.enum(['opened', 'clicked']),
  time,
  target: z.string().max(64),
  token: z.string().max(64),
  method: z.enum(['GET', 'HEAD']),
  source: z.enum(SOURCES),
  address: z.string().max(45).optional(),
  agent: z.string().max(512).optional(),
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
  source: z.enum(SOURCES),
});

export const logRecordSchema = z.discriminatedUnion('type', [hitSchema, factSchema]);

export type Hit = z.infer<typeof hitSchema>;
export type Fact = z.infer<typeof factSchema>;
export type LogRecord = z.infer<typeof logRecordSchema>;
