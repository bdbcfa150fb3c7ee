import { asksNotToBeFollowed } from './arrival.ts';
import { HOST } from './doubtful-request.ts';

/** A request longer than this is nobody's pixel. */
export const MOST_BYTES = 8_192;
const MOST_HEADERS = 64;

const REQUEST_LINE = /GET \/([oc])\/([1-9A-HJ-NP-Za-km-z]{12})\/([A-Za-z0-9_-]{1,64})(?:\.gif)? HTTP\/1\.1\r\n/y;
/** RFC 9110, 5.6.2 and 5.5: a token, and visible characters, spaces, tabs and bytes above 127. */
const HEADER_LINE = /([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n/y;

/** A request of the plainest kind: a GET of a pixel or a link, with no body, on a connection that stays. */
export interface FastRequest {
  readonly kind: 'opened' | 'clicked';
  readonly target: string;
  readonly token: string;
  readonly agent: string | undefined;
  /** All lines of `X-Forwarded-For`, joined by commas as Node joins them. */
  readonly forwardedFor: string | undefined;
  readonly optsOut: boolean;
  /** Where the request ends and the next one begins. */
  readonly end: number;
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
  let at = REQUEST_LINE.lastIndex;
  let agent: string | undefined;
  let forwardedFor: string | undefined;
  let gpc: string | undefined;
  let dnt: string | undefined;
  let hosts = 0;
  for (let headers = 0; !text.startsWith('\r\n', at); headers++) {
    if (headers >= MOST_HEADERS) return null;
    HEADER_LINE.lastIndex = at;
    const header = HEADER_LINE.exec(text);
    if (header === null) return null;
    at = HEADER_LINE.lastIndex;
    const value = header[2] ?? '';
    switch (header[1]?.toLowerCase()) {
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
  const [, lane, target = '', token = ''] = line;
  return {
    kind: lane === 'o' ? 'opened' : 'clicked',
    target,
    token,
    agent,
    forwardedFor,
    optsOut: asksNotToBeFollowed(gpc, dnt),
    end: at + 2,
  };
}

/** Without the spaces and tabs at its end. They only: `trimEnd` would take a byte 0xA0 along, which belongs to the value. */
function trimmed(value: string): string {
  let end = value.length;
  while (end > 0 && (value.charCodeAt(end - 1) === 0x20 || value.charCodeAt(end - 1) === 0x09)) end--;
  return end === value.length ? value : value.slice(0, end);
}
