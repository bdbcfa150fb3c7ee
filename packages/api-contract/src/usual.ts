import { z } from 'zod';

/** What is usual: the median, and between `low` and `high` (10th to 90th percentile) eight of ten. */
export const usualRange = z.object({ low: z.number(), median: z.number(), high: z.number() });
export type UsualRange = z.infer<typeof usualRange>;

const usualFigure = usualRange.nullable();

/**
 * What the last comparable issues, at most 30 sent before this one to the same audience, had at the same age. Rates are
 * between 0 and 1; null where too few of the issues have such a figure. Paywall hits and trials are compared among issues
 * with a paywall.
 */
export const issueUsual = z.object({
  /** ISO 8601: when the age was taken. */
  asOf: z.string(),
  /** Hours since sending at which the issues are compared; null: it is settled, and totals are compared with totals. */
  age: z.number().nullable(),
  /** How many issues it is compared with. Below five, nothing is said. */
  issues: z.int(),
  audience: z.enum(['everyone', 'paying']),
  figures: z.object({
    readers: usualFigure,
    openRate: usualFigure,
    clickers: usualFigure,
    clickRate: usualFigure,
    clickToOpenRate: usualFigure,
    paywallHits: usualFigure,
    trialsStarted: usualFigure,
  }),
  /**
   * Readers so far at the end of each hour since sending, of the compared issues, for a week: at the moments at which the
   * hours of the issue's report end. It never falls; empty where nothing is said.
   */
  curve: z.array(usualRange.extend({ hour: z.int() })),
  /** Readers that this issue is expected to have in the end, with its 80 % interval; null where too little is known, or it is settled. */
  forecast: z
    .object({
      /** Hours since sending at which an issue is taken to be done. */
      hours: z.int(),
      readers: z.number(),
      low: z.number(),
      high: z.number(),
    })
    .nullable(),
});
export type IssueUsual = z.infer<typeof issueUsual>;
