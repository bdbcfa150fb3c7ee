import { z } from 'zod';
import { sites } from './site.ts';

const timeZone = z.string().refine(isTimeZone, 'Not a time zone. Give an IANA name such as Europe/Madrid.');
const name = z.string().trim().min(1, 'A publication needs a name.').max(200);

export const publicationView = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  isSample: z.boolean(),
  /** Web origins on whose pages the reader script may report. */
  sites: z.array(z.string()),
  tracksOpens: z.boolean(),
  tracksClicks: z.boolean(),
  /** Where false, hits are kept without saying whose they are: readers are not counted. */
  tracksReaders: z.boolean(),
  /** Whether issues created from now on get a link that no reader sees: who follows it is a machine. */
  plantsHoneypot: z.boolean(),
  /** Whether single readers may be looked at, by their numbers; holds only where the operator allows it as well. */
  showsReaders: z.boolean(),
  createdAt: z.string(),
});
export type PublicationView = z.infer<typeof publicationView>;

export const publicationList = z.object({ items: z.array(publicationView), next: z.string().nullable() });
export const createPublicationRequest = z.strictObject({
  name,
  timeZone: timeZone.default('UTC'),
  sites: sites.default([]),
  tracksOpens: z.boolean().default(true),
  tracksClicks: z.boolean().default(true),
  tracksReaders: z.boolean().default(true),
  plantsHoneypot: z.boolean().default(false),
  showsReaders: z.boolean().default(false),
});
/** What is left out stays as it is; `sites` replaces all of them. */
export const updatePublicationRequest = z.strictObject({
  name: name.optional(),
  timeZone: timeZone.optional(),
  sites: sites.optional(),
  tracksOpens: z.boolean().optional(),
  tracksClicks: z.boolean().optional(),
  tracksReaders: z.boolean().optional(),
  plantsHoneypot: z.boolean().optional(),
  /** Only for the owner. */
  showsReaders: z.boolean().optional(),
});
export type UpdatePublicationRequest = z.input<typeof updatePublicationRequest>;

/** Progress of loading the sample publication. `total` and `done` count events. */
export const sampleStatus = z.object({
  state: z.enum(['absent', 'loading', 'ready', 'failed', 'removing']),
  publication: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  /** Seconds, estimated; null while unknown. */
  secondsLeft: z.number().nullable(),
  error: z.string().nullable(),
});
export type SampleStatus = z.infer<typeof sampleStatus>;

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
