import { encodePageEvents, isPublicId, MOST_PAGE_EVENTS, PAGE_KINDS, PUBLIC_ID, referrerHost } from '@readout/events';
import { z } from 'zod';

const publicId = z.custom<string>((value) => typeof value === 'string' && isPublicId(value), {
  error: 'not an id as the API gives them',
});

/** How long an event may have waited on the page, in milliseconds. */
const LONGEST_AGO_MS = 86_400_000;
const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * What a page reports, version 1.
 * - `token`: the reader's, where the page knows it (it came along with the link); left out for a visitor
 * - `referrer`: what led to the page, an URL or a host: of it the host is kept, if it has one
 * - `events`: `ago` is how many milliseconds before the sending it was (left out: 0), `section` and `offer`
 *   which ones it was about
 */
export const beaconBody = z.strictObject({
  v: z.literal(1, { error: 'must be 1' }),
  issue: publicId,
  token: z.string().regex(TOKEN, 'not a token').optional(),
  referrer: z.string().optional(),
  events: z
    .array(
      z.strictObject({
        kind: z.enum(PAGE_KINDS),
        ago: z.int().min(0).max(LONGEST_AGO_MS).default(0),
        section: publicId.optional(),
        offer: publicId.optional(),
      }),
    )
    .min(1)
    .max(MOST_PAGE_EVENTS),
});

/** What is kept of it. */
export interface BeaconBody {
  readonly issue: string;
  readonly token: string | undefined;
  /** Its host, see `referrerHost`. */
  readonly referrer: string | undefined;
  /** As they stand in the record, see `encodeReport`. */
  readonly events: string;
}

export type ReadBody = { readonly ok: true; readonly body: BeaconBody } | { readonly ok: false; readonly what: string };

// Of `ago` up to seven digits, which is less than the longest.
const AGO = '"ago":(?:0|[1-9]\\d{0,6})';
const EVENT = `\\{"kind":"(?:${PAGE_KINDS.join('|')})",(?:${AGO}(?:,"section":"${PUBLIC_ID}")?(?:,"offer":"${PUBLIC_ID}")?|"section":"${PUBLIC_ID}",${AGO})\\}`;
const PLAIN = new RegExp(
  `^\\{"v":1,"issue":"(${PUBLIC_ID})"(?:,"token":"([A-Za-z0-9_-]{1,64})")?(?:,"referrer":"([^"\\\\\\u0000-\\u001f]*)")?,"events":\\[(${EVENT}(?:,${EVENT}){0,${MOST_PAGE_EVENTS - 1}})\\]\\}$`,
);

/**
 * Reads a body that is written as JSON.stringify writes it, with its fields in the usual order and without anything
 * that is escaped: a third of the time of JSON.parse and a look at all of it, and its events need not be written anew.
 * Null says only that it is written otherwise, or wrong.
 */
function readPlain(text: string): BeaconBody | null {
  const found = PLAIN.exec(text);
  if (found === null) return null;
  const [, issue = '', token, referrer, events = ''] = found;
  return { issue, token, referrer: hostOf(referrer), events };
}

function hostOf(referrer: string | undefined): string | undefined {
  return referrer === undefined ? undefined : (referrerHost(referrer) ?? undefined);
}

/** Reads a beacon's body; what is wrong with it is said in a sentence, without repeating what was sent. */
export function readBeaconBody(text: string): ReadBody {
  const plain = readPlain(text);
  if (plain !== null) return { ok: true, body: plain };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, what: 'The body is not JSON.' };
  }
  const parsed = beaconBody.safeParse(json);
  if (parsed.success) {
    const { issue, token, referrer, events } = parsed.data;
    return { ok: true, body: { issue, token, referrer: hostOf(referrer), events: encodePageEvents(events) } };
  }
  const wrong = parsed.error.issues[0];
  const where = wrong?.path.length ? `${wrong.path.join('.')}: ` : '';
  return { ok: false, what: `${where}${wrong?.message ?? 'not as expected'}.` };
}
