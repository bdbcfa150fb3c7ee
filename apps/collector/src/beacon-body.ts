import {
  encodePageEvents,
  isPublicId,
  MOST_PAGE_EVENTS,
  PAGE_KINDS,
  type PageKind,
  type Report,
} from '@readout/events';
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
 * - `events`: `ago` is how many milliseconds before the sending it was, `section` which one it was about
 */
export const beaconBody = z.strictObject({
  v: z.literal(1, { error: 'must be 1' }),
  issue: publicId,
  token: z.string().regex(TOKEN, 'not a token').optional(),
  events: z
    .array(
      z.strictObject({
        kind: z.enum(PAGE_KINDS),
        ago: z.int().min(0).max(LONGEST_AGO_MS).optional(),
        section: publicId.optional(),
      }),
    )
    .min(1)
    .max(MOST_PAGE_EVENTS),
});

/** What is kept of it. */
export interface BeaconBody {
  readonly issue: string;
  readonly token: string | undefined;
  /** As they stand in the record, see `encodeReport`. */
  readonly events: string;
}

export type ReadBody = { readonly ok: true; readonly body: BeaconBody } | { readonly ok: false; readonly what: string };

const ID = '[1-9A-HJ-NP-Za-km-z]{12}';
// Of `ago` up to seven digits, which is less than the longest.
const EVENT = `\\{"kind":"(?:${PAGE_KINDS.join('|')})",(?:"ago":(?:0|[1-9]\\d{0,6})(?:,"section":"${ID}")?|"section":"${ID}","ago":(?:0|[1-9]\\d{0,6}))\\}`;
const PLAIN = new RegExp(
  `^\\{"v":1,"issue":"(${ID})"(?:,"token":"([A-Za-z0-9_-]{1,64})")?,"events":\\[(${EVENT}(?:,${EVENT}){0,${MOST_PAGE_EVENTS - 1}})\\]\\}$`,
);

/**
 * Reads a body that is written as JSON.stringify writes it, with its fields in the usual order and without anything
 * that is escaped: a third of the time of JSON.parse and a look at all of it, and its events need not be written anew.
 * Null says only that it is written otherwise, or wrong.
 */
function readPlain(text: string): BeaconBody | null {
  const found = PLAIN.exec(text);
  if (found === null) return null;
  const [, issue = '', token, events = ''] = found;
  return { issue, token, events };
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
  const body = taken(json);
  if (body !== null) return { ok: true, body };
  // Only now the schema, which takes many times as long to say the same, and says what is wrong as well.
  const parsed = beaconBody.safeParse(json);
  if (parsed.success) throw new Error('a beacon that the schema takes was refused');
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  return { ok: false, what: `${where}${issue?.message ?? 'not as expected'}.` };
}

/** What the schema above would take, and nothing else. */
function taken(json: unknown): BeaconBody | null {
  if (!isObject(json)) return null;
  const { v, issue, token, events } = json;
  if (v !== 1 || !isId(issue) || !(token === undefined || isToken(token)) || !Array.isArray(events)) return null;
  if (fieldsOf(json) !== 3 + Number('token' in json)) return null;
  if (events.length === 0 || events.length > MOST_PAGE_EVENTS) return null;
  // Mostly each has its `ago`, and all that is kept is what came.
  let kept = events as Report['events'];
  for (let at = 0; at < events.length; at++) {
    const event: unknown = events[at];
    if (!isObject(event)) return null;
    const { kind, ago, section } = event;
    if (!isPageKind(kind) || !(ago === undefined || isAgo(ago)) || !(section === undefined || isId(section)))
      return null;
    if (fieldsOf(event) !== 1 + Number('ago' in event) + Number('section' in event)) return null;
    if (ago !== undefined) continue;
    if (kept === events) kept = [...events];
    kept[at] = section === undefined ? { kind, ago: 0 } : { kind, ago: 0, section };
  }
  return { issue, token, events: encodePageEvents(kept) };
}

/** Of what JSON.parse gives, without a list of their names: this is asked for each event of each report. */
function fieldsOf(value: object): number {
  let count = 0;
  for (const _ in value) count++;
  return count;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isPublicId(value);
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value);
}

function isPageKind(value: unknown): value is PageKind {
  return (PAGE_KINDS as readonly unknown[]).includes(value);
}

function isAgo(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_AGO_MS;
}
