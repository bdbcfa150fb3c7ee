import { isPublicId } from '@readout/events';
import { z } from 'zod';

const publicId = z.custom<string>((value) => typeof value === 'string' && isPublicId(value), {
  error: 'not an id as the API gives them',
});

/** Most events in one beacon, and how long one may have waited on the page, in milliseconds. */
const MOST_EVENTS = 32;
const LONGEST_AGO_MS = 86_400_000;

/**
 * What a page reports, version 1.
 * - `token`: the reader's, where the page knows it (it came along with the link); left out for a visitor
 * - `events`: `ago` is how many milliseconds before the sending it was, `section` which one it was about
 */
const beaconBody = z.strictObject({
  v: z.literal(1, { error: 'must be 1' }),
  issue: publicId,
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'not a token')
    .optional(),
  events: z
    .array(
      z.strictObject({
        kind: z.enum(['viewed', 'section_read', 'paywall_hit', 'offer_shown']),
        ago: z.int().min(0).max(LONGEST_AGO_MS).optional(),
        section: publicId.optional(),
      }),
    )
    .min(1)
    .max(MOST_EVENTS),
});
export type BeaconBody = z.infer<typeof beaconBody>;

export type ReadBody = { readonly ok: true; readonly body: BeaconBody } | { readonly ok: false; readonly what: string };

/** Reads a beacon's body; what is wrong with it is said in a sentence, without repeating what was sent. */
export function readBeaconBody(text: string): ReadBody {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, what: 'The body is not JSON.' };
  }
  const parsed = beaconBody.safeParse(json);
  if (parsed.success) return { ok: true, body: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  return { ok: false, what: `${where}${issue?.message ?? 'not as expected'}.` };
}
