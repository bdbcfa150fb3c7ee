import { z } from 'zod';

export const apiKeyView = z.object({
  id: z.int(),
  name: z.string(),
  /** Public id of the one publication it reaches; null: an owner's key. */
  publication: z.string().nullable(),
  hint: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;
export const apiKeyList = z.object({ items: z.array(apiKeyView), next: z.string().nullable() });
export const createApiKeyRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  publication: z.string().nullable(),
});
/** The only time the key itself is shown. */
export const createdApiKey = apiKeyView.extend({ key: z.string() });
export type CreatedApiKey = z.infer<typeof createdApiKey>;

export const quarantineList = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      position: z.int(),
      partition: z.int(),
      collector: z.int(),
      reason: z.string(),
      line: z.string(),
      time: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
export type QuarantineList = z.infer<typeof quarantineList>;

export const replayResult = z.object({
  /** Put into the event log once more; each counts once, however often it is replayed. */
  replayed: z.int(),
  /** Too long to be put into the log again: they stay in quarantine. */
  tooLong: z.int(),
});
export type ReplayResult = z.infer<typeof replayResult>;
