import { MAIL_PROVIDERS, REPORTING_SYSTEMS } from '@readout/events';
import { z } from 'zod';

/**
 * Where events come from: `pixel` opens, `redirect` links, `beacon` the reader script, `api` recipients and what else is
 * told over the API, `import` an imported history.
 */
export const CONNECTED_SOURCES = ['pixel', 'redirect', 'beacon', 'api', 'import'] as const;

/** ISO 8601: when the newest thing that came from there happened; null: nothing has come. */
const lastEventAt = z.string().nullable();

export const connections = z.object({
  /** ISO 8601. */
  asOf: z.string(),
  sources: z.array(z.object({ source: z.enum(CONNECTED_SOURCES), lastEventAt })),
  mailProviders: z.array(z.object({ provider: z.enum(MAIL_PROVIDERS), isSetUp: z.boolean(), lastEventAt })),
  billingSystems: z.array(z.object({ system: z.enum(REPORTING_SYSTEMS), isSetUp: z.boolean(), lastEventAt })),
});
export type Connections = z.infer<typeof connections>;

/** A try whether what is fetched arrives. Nothing is counted of it. */
export const connectionCheck = z.object({
  id: z.int(),
  /** Address of a pixel that is no issue's: whatever fetches it, a browser or a mail program, sets off. */
  pixel: z.string(),
});
export type ConnectionCheck = z.infer<typeof connectionCheck>;

export const checkProgress = z.object({
  id: z.int(),
  /** ISO 8601: when the collector took the first fetch of its pixel; null: none has arrived. */
  takenAt: z.string().nullable(),
  /** ISO 8601: when the ingester had written it where reports read. */
  writtenAt: z.string().nullable(),
});
export type CheckProgress = z.infer<typeof checkProgress>;
