import { z } from 'zod';

/** Relative to before: 0.2 is a fifth more. The truth lies from low to high with a probability of 90 %. */
export const change = z.object({
  ratio: z.number(),
  low: z.number(),
  high: z.number(),
  /** Whether it cannot be told apart from what chance does: 0 lies within the interval. */
  isChance: z.boolean(),
});
export type Change = z.infer<typeof change>;
