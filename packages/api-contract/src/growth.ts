import { z } from 'zod';

/** People from delivery to payment over the issues of a stretch of time; each is counted once a step. */
export const funnelView = z.object({
  /** When the first of the issues may have gone out, and the last; ISO 8601. */
  from: z.string(),
  to: z.string(),
  issues: z.int(),
  /** Days after hitting the paywall within which a trial and a payment count. */
  windowDays: z.int(),
  delivered: z.int(),
  readers: z.int(),
  paywallHits: z.int(),
  trialsStarted: z.int(),
  converted: z.int(),
});
export type FunnelView = z.infer<typeof funnelView>;
