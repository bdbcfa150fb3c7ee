import { EVENT_KINDS, FETCH_VERDICTS } from '@readout/events';
import { z } from 'zod';

const STANDINGS = ['free', 'trial', 'premium'] as const;

/** Several words, separated by commas. */
const listOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .string()
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(z.array(z.enum(words, { error: `Not one of: ${words.join(', ')}.` })).min(1));

const day = z.iso.date({ error: 'Not a day. Example: 2026-03-02.' });
const dayOrMoment = z.union([day, z.iso.datetime({ offset: true })], {
  error: 'Neither a day nor a moment with its zone. Examples: 2026-03-02, 2026-03-02T06:30:00+01:00.',
});

export const exportFilter = z.strictObject({
  /** Included. A day begins and ends by the publication's clock. */
  from: dayOrMoment.optional(),
  /** A day is included, a moment is not. */
  to: dayOrMoment.optional(),
  /** Public id of an issue. */
  issue: z.string().min(1).max(20).optional(),
  kinds: listOf(EVENT_KINDS).optional(),
  segments: listOf(STANDINGS).optional(),
  verdicts: listOf(FETCH_VERDICTS).optional(),
});

export const exportQuery = exportFilter.extend({
  /** One of those that `exports/parts` names. */
  part: z
    .string()
    .regex(/^\d{1,10}-\d{1,10}$/, 'Not a part: give it as exports/parts names it.')
    .optional(),
  compress: z.enum(['gzip']).optional(),
  /** Begins CSV with a byte order mark, by which Excel knows UTF-8. */
  bom: z.stringbool().default(false),
});
