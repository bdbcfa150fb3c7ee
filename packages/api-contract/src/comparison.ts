import { z } from 'zod';
import { issueAudience, issueFigures, issueView, linkView, sectionView } from './issue.ts';

/** From 0 to 1; the truth lies from low to high with a probability of 90 %. */
export const shareRange = z.object({ low: z.number(), high: z.number() });

/** Null where there is nothing to divide by, or more did it than there are. */
const range = shareRange.nullable();

export const comparedIssue = issueView.extend({
  audience: issueAudience.nullable(),
  figures: issueFigures,
  ranges: z.object({ openRate: range, clickRate: range, clickToOpenRate: range }),
  /** Distinct readers at the end of each hour since sending, up to now and at most 14 days. */
  readersSoFar: z.array(z.int()),
  /** Every section, in its order. */
  sections: z.array(sectionView.extend({ clickers: z.int() })),
  /** The five links with most clickers, of those that have any. */
  links: z.array(linkView.extend({ clickers: z.int() })),
});
export type ComparedIssue = z.infer<typeof comparedIssue>;

/** Which issue has the highest rate; `clear` where chance alone does not explain its lead (90 %) over the next one. */
const lead = z.object({ issue: z.string(), clear: z.boolean() }).nullable();

/** Issues side by side, in the order asked. A lead is null where fewer than two have the rate, or two share the first place. */
export const issueComparison = z.object({
  /** ISO 8601: when these figures were read. */
  asOf: z.string(),
  items: z.array(comparedIssue),
  leads: z.object({ openRate: lead, clickRate: lead, clickToOpenRate: lead }),
});
export type IssueComparison = z.infer<typeof issueComparison>;
