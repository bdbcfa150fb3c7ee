import { HEADER_SHAPE, PUBLIC_ID } from '@readout/events';
import { asksNotToBeFollowed } from './arrival.ts';
import { HOST } from './doubtful-request.ts';

/** A request longer than this is nobody's pixel. */
export const MOST_BYTES = 8_192;
const MOST_HEADERS = 64;

const REQUEST_LINE = new RegExp(`GET /([oc])/(${PUBLIC_ID})/([A-Za-z0-9_-]{1,64})(?:\\.gif)? HTTP/1\\.1\\r\\n`, 'y');
const QUESTION_LINE = new RegExp(`GET /offer/(${PUBLIC_ID})(?:\\?token=([A-Za-z0-9_-]{1,64}))? HTTP/1\\.1\\r\\n`, 'y');
const REPORT_LINE = 'POST /b HTTP/1.1\r\n';
/** Of no length that a beacon may not have; and never with a sign or a list, which others might read differently. */
const LENGTH = /^[0-9]{1,5}$/;
/**
 * RFC 9110, 5.6.2 and 5.5: lines of a token, and visible characters, spaces, tabs and bytes above 127; and an empty one.
 * All in one go: to begin anew with each line takes longer.
 */
const HEADERS = /(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*\r\n)*\r\n/y;
/** A header that says something here. */
interface Telling {
  readonly name: string;
  /** What of HEADER_SHAPE it is noted as; 0: it says something else. */
  readonly bit: number;
  /** A bit of its own among those that are noted. */
  readonly line: number;
}

const NOTED = new Map<string, number>([
  ['cookie', HEADER_SHAPE.cookie],
  ['referer', HEADER_SHAPE.referer],
  ['sec-ch-ua', HEADER_SHAPE.clientHints],
  ['sec-fetch-mode', HEADER_SHAPE.secFetch],
  ['sec-fetch-dest', HEADER_SHAPE.secFetch],
  ['sec-fetch-site', HEADER_SHAPE.secFetch],
  ['accept-language', HEADER_SHAPE.acceptLanguage],
  ['accept-encoding', HEADER_SHAPE.acceptEncoding],
]);
/** By the length of their names: of all other lines it is enough that they are lines. */
const TELLING = byLength(
  ['dnt', 'te', 'host', 'accept', 'expect', 'origin', 'sec-gpc', 'trailer', 'upgrade', 'connection', 'user-agent']
    .concat('content-type', 'content-length', 'x-forwarded-for', 'proxy-connection', 'transfer-encoding')
    .concat(...NOTED.keys()),
);

/** What the headers of a plain request say. */
interface Head {
  readonly agent: string | undefined;
  /** All lines of `X-Forwarded-For`, joined by commas as Node joins them. */
  readonly forwardedFor: string | undefined;
  readonly optsOut: boolean;
  /** As `shapeOf` has it of Node's headers. */
  readonly shape: number;
  /** Where the headers end. */
  readonly end: number;
}

/** A request of the plainest kind: a GET of a pixel or a link, with no body, on a connection that stays. */
export interface FastRequest extends Head {
  readonly kind: 'opened' | 'clicked';
  readonly target: string;
  readonly token: string;
}

/** The plainest of beacons: a POST with a body of a length given beforehand, on a connection that stays. */
export interface FastReport extends Head {
  readonly origin: string;
  readonly contentType: string;
  /** Bytes of the body, which begins where the headers end. */
  readonly length: number;
}

/** The plainest of questions what somebody is offered: no body, and of parameters the token alone. */
export interface FastQuestion extends Head {
  readonly target: string;
  /** Empty: none. */
  readonly token: string;
  /** Undefined: it is no page of another origin that asks. */
  readonly origin: string | undefined;
}

/**
 * Reads the request that a text begins with, if it is of the plainest kind. Whatever is not exactly that, valid or
 * not, is not read at all; what is read means to Node's parser the same (fast-request.test.ts holds it to that).
 * @param text bytes as Latin-1 characters.
 */
export function readFastRequest(text: string): FastRequest | null {
  REQUEST_LINE.lastIndex = 0;
  const line = REQUEST_LINE.exec(text);
  if (line === null) return null;
  const head = readHead(text, REQUEST_LINE.lastIndex, null);
  if (head === null) return null;
  const [, lane, target = '', token = ''] = line;
  return { kind: lane === 'o' ? 'opened' : 'clicked', target, token, ...head };
}

/** The same for a question what somebody is offered. */
export function readFastQuestion(text: string): FastQuestion | null {
  QUESTION_LINE.lastIndex = 0;
  const line = QUESTION_LINE.exec(text);
  if (line === null) return null;
  const fromPage: PageHeaders = { hasBody: false, length: undefined, contentType: undefined, origin: undefined };
  const head = readHead(text, QUESTION_LINE.lastIndex, fromPage);
  if (head === null) return null;
  const [, target = '', token = ''] = line;
  return { target, token, origin: fromPage.origin, ...head };
}

/** The same for a page's report; of its body nothing is read yet. */
export function readFastReport(text: string): FastReport | null {
  if (!text.startsWith(REPORT_LINE)) return null;
  const fromPage: PageHeaders = { hasBody: true, length: undefined, contentType: undefined, origin: undefined };
  const head = readHead(text, REPORT_LINE.length, fromPage);
  const { length, contentType, origin } = fromPage;
  if (head === null || contentType === undefined || origin === undefined) return null;
  if (length === undefined || !LENGTH.test(length)) return null;
  return { ...head, origin, contentType, length: Number(length) };
}

/** Headers of what a page's script sends: a plain request has each of them once. */
interface PageHeaders {
  readonly hasBody: boolean;
  length: string | undefined;
  contentType: string | undefined;
  origin: string | undefined;
}

/** @param page null: it is no page's script that sends it, and a request with a body is not plain. */
function readHead(text: string, start: number, page: PageHeaders | null): Head | null {
  let at = start;
  let agent: string | undefined;
  let forwardedFor: string | undefined;
  let gpc: string | undefined;
  let dnt: string | undefined;
  let hosts = 0;
  let shape: number = HEADER_SHAPE.known;
  let seen = 0;
  HEADERS.lastIndex = start;
  if (!HEADERS.test(text)) return null;
  const end = HEADERS.lastIndex;
  for (let headers = 0; at < end - 2; headers++) {
    if (headers >= MOST_HEADERS) return null;
    const colon = text.indexOf(':', at);
    const header = headerAt(text, at, colon - at);
    at = text.indexOf('\n', colon) + 1;
    if (header === null) continue;
    const from = valueStart(text, colon + 1);
    const { name, bit, line } = header;
    if (name === 'accept') {
      shape |= typesIn(text, from, at);
      continue;
    }
    if (bit !== 0) {
      // Node joins lines of one name by a comma, so that two empty ones say something; of referers it takes the first.
      const isFirst = (seen & line) === 0;
      if (isFirst ? from < at - 2 : bit !== HEADER_SHAPE.referer) shape |= bit;
      seen |= line;
      continue;
    }
    const value = text.slice(from, at - 2);
    switch (name) {
      case 'host':
        if (++hosts > 1 || !HOST.test(trimmed(value))) return null;
        break;
      case 'user-agent':
        agent ??= trimmed(value);
        break;
      case 'x-forwarded-for':
        forwardedFor = forwardedFor === undefined ? trimmed(value) : `${forwardedFor}, ${trimmed(value)}`;
        break;
      case 'sec-gpc':
        if (gpc !== undefined) return null;
        gpc = trimmed(value);
        break;
      case 'dnt':
        if (dnt !== undefined) return null;
        dnt = trimmed(value);
        break;
      case 'connection':
        if (trimmed(value).toLowerCase() !== 'keep-alive') return null;
        break;
      case 'content-length':
        if (!page?.hasBody || page.length !== undefined) return null;
        // Spaces behind a number are not for us to judge.
        page.length = value;
        break;
      case 'content-type':
        if (page === null) break;
        if (page.contentType !== undefined) return null;
        page.contentType = trimmed(value);
        break;
      case 'origin':
        if (page === null) break;
        if (page.origin !== undefined) return null;
        page.origin = trimmed(value);
        break;
      case 'transfer-encoding':
      case 'expect':
      case 'upgrade':
      case 'trailer':
      case 'te':
      // Node's parser takes it for `Connection`.
      case 'proxy-connection':
        return null;
    }
  }
  if (hosts !== 1) return null;
  return { agent, forwardedFor, optsOut: asksNotToBeFollowed(gpc, dnt), shape, end };
}

function byLength(names: readonly string[]): readonly (readonly Telling[])[] {
  const all = names.map((name, at): Telling => ({ name, bit: NOTED.get(name) ?? 0, line: 1 << at }));
  return Array.from({ length: Math.max(...names.map(({ length }) => length)) + 1 }, (_, length) =>
    all.filter(({ name }) => name.length === length),
  );
}

/** Which of the telling headers stands here, its name in whatever case. */
function headerAt(text: string, at: number, length: number): Telling | null {
  const candidates = TELLING[length];
  if (candidates === undefined) return null;
  for (let nth = 0; nth < candidates.length; nth++) {
    const header = candidates[nth];
    if (header !== undefined && isNamed(text, at, header.name)) return header;
  }
  return null;
}

/**
 * Of a token's characters only letters become one of a name, and the hyphen stays what it is. From the end, where names
 * of one length differ.
 */
function isNamed(text: string, start: number, name: string): boolean {
  for (let at = name.length - 1; at >= 0; at--) {
    if ((text.charCodeAt(start + at) | 0x20) !== name.charCodeAt(at)) return false;
  }
  return true;
}

/** What of HEADER_SHAPE a line of `Accept` says. */
function typesIn(text: string, from: number, to: number): number {
  let shape = 0;
  for (let slash = text.indexOf('/', from); slash !== -1 && slash < to; slash = text.indexOf('/', slash + 1)) {
    if (text.startsWith('*/*', slash - 1)) shape |= HEADER_SHAPE.acceptsAnything;
    else if (text.startsWith('image', slash - 5)) shape |= HEADER_SHAPE.acceptsImage;
    else if (text.startsWith('text/html', slash - 4)) shape |= HEADER_SHAPE.acceptsHtml;
  }
  return shape;
}

/** Behind the spaces and tabs that may stand before a value. */
function valueStart(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
  return at;
}

/** Without the spaces and tabs at its end. They only: `trimEnd` would take a byte 0xA0 along, which belongs to the value. */
function trimmed(value: string): string {
  let end = value.length;
  while (end > 0 && (value.charCodeAt(end - 1) === 0x20 || value.charCodeAt(end - 1) === 0x09)) end--;
  return end === value.length ? value : value.slice(0, end);
}
