import { z } from 'zod';

/** What an hour of an issue's life brought. */
export const activityOfHour = z.object({
  /** Whole hours since sending; 0 is the first hour. */
  hour: z.int(),
  /** ISO 8601: the hour's start. */
  start: z.string(),
  opens: z.int(),
  machineOpens: z.int(),
  clicks: z.int(),
  readersSoFar: z.int(),
});
