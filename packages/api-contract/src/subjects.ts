import { z } from 'zod';

/** What a subject has, in any language; see docs/figures.md. */
export const subjectTrait = z.enum([
  'short',
  'medium',
  'long',
  'very_long',
  'question',
  'number',
  'colon',
  'emoji',
  'capitals',
]);
export type SubjectTrait = z.infer<typeof subjectTrait>;

/** A mean open rate, from 0 to 1, with its 90 % interval; null where fewer than two issues tell it. */
export const meanOpenRate = z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable();

/** Issues that have something in common, against the others of about the same time. */
export const openRateContrast = z.object({
  /** Issues that have it. */
  issues: z.int(),
  openRate: meanOpenRate,
  /** How much higher their open rate is than that of the others, in shares (0.02: two percentage points), with its 90 % interval; null where too few have it, or too few do not. */
  difference: z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** How often chance alone makes such a difference: by itself, and corrected for all that was compared (Benjamini–Hochberg). */
  pValue: z.number().nullable(),
  adjusted: z.number().nullable(),
  /** `chance`: cannot be told apart from it. `few`: nothing can be said. */
  says: z.enum(['more', 'less', 'chance', 'few']),
});
export type OpenRateContrast = z.infer<typeof openRateContrast>;

export const subjectsView = z.object({
  audience: z.enum(['everyone', 'paying']),
  /** ISO 8601; issues that went out between these. */
  from: z.string().nullable(),
  to: z.string(),
  /** Issues compared: at least two days old, with enough delivered. */
  issues: z.int(),
  /** Of each audience, in this stretch of time. */
  audiences: z.object({ everyone: z.int(), paying: z.int() }),
  /** From fewer issues than this nothing is compared. */
  fewest: z.int(),
  openRate: meanOpenRate,
  /** How many contrasts the p-values are corrected for. */
  compared: z.int(),
  traits: z.array(openRateContrast.extend({ trait: subjectTrait })),
  /** 1 is Monday, in the publication's time zone. */
  weekdays: z.array(openRateContrast.extend({ weekday: z.int() })),
  /** From 0 to 23; hours at which nothing was sent are left out. */
  hours: z.array(openRateContrast.extend({ hour: z.int() })),
  /** Where anything was sent, with the mean open rate. */
  cells: z.array(z.object({ weekday: z.int(), hour: z.int(), issues: z.int(), openRate: z.number() })),
});
export type SubjectsView = z.infer<typeof subjectsView>;
