import { z } from 'zod';
import { change } from './change.ts';

/** A figure over some days, and over as many before. */
export const overDays = z.object({
  now: z.int(),
  before: z.int(),
  /** Null: too few to say, nothing to compare with, or the author's own doing. */
  change: change.nullable(),
  /** In each of the days. People who come on several days are in each of them, and once in `now`. */
  byDay: z.array(z.int()),
});
export type OverDays = z.infer<typeof overDays>;
