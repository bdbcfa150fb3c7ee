import { z } from 'zod';

/** How collecting is going, for the interface to warn by. */
export const collectionState = z.object({
  /** Where answered hits wait on the collector's disk until they are forwarded. */
  spool: z.object({
    bytes: z.int().min(0),
    maxBytes: z.int().min(0),
    waitingRecords: z.int().min(0),
    /** Of the record that has waited longest; null where none waits. */
    oldestWaitingAgeSeconds: z.number().min(0).nullable(),
    /** `filling` from 80 % of maxBytes on; `full` where new hits are refused or old ones dropped. */
    state: z.enum(['fine', 'filling', 'full']),
    /** The operator's choice. Redirects go on in either case. */
    whenFull: z.enum(['refuse', 'drop']),
    /** Events dropped since the log was made, by what they were. */
    dropped: z.object({ opened: z.int().min(0), clicked: z.int().min(0), other: z.int().min(0) }),
    /** Hits refused with 503 since the collector was started. */
    refused: z.int().min(0),
  }),
});
export type CollectionState = z.infer<typeof collectionState>;
