import type { IncomingMessage } from 'node:http';
import { type Answer, answer, NEVER_STORED } from './answer.ts';

/** More than any client and its proxies send; Node's parser drops headers beyond a limit of its own without a word. */
export const MOST_HEADERS = 200;
/** RFC 3986, 3.2.2: what host and port are spelled with. */
export const HOST = /^[\w.~!$&'()*+,;=%:[\]-]*$/;
/** RFC 9112, 3.2.2: the absolute form, in which only proxies ask. */
const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;

/** A refusal after which nothing more is read from the connection: where its next request begins may be in doubt. */
export function refusal(status: number): Answer {
  return answer(status, [...NEVER_STORED, 'Connection', 'close']);
}

const BAD_REQUEST = refusal(400);
const TOO_MANY_HEADERS = refusal(431);
const NOT_IMPLEMENTED = refusal(501);
const VERSION_NOT_SUPPORTED = refusal(505);

/**
 * Why a request is refused though Node's parser lets it through: two programs on its way could take it for two
 * different ones, and that is how one request is smuggled within another. Null: nothing is wrong with it.
 */
export function refusalOf(request: IncomingMessage): Answer | null {
  const { method, httpVersion, rawHeaders, headers, url = '' } = request;
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return VERSION_NOT_SUPPORTED;
  if (rawHeaders.length > 2 * MOST_HEADERS) return TOO_MANY_HEADERS;
  // RFC 9112, 3.2: none, two, or one that is spelled as no host is.
  const hosts = timesIn(rawHeaders, 'host');
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1') || !HOST.test(headers.host ?? '')) return BAD_REQUEST;
  const authority = ABSOLUTE.exec(url)?.[1];
  if (authority !== undefined && !isSameHost(authority, headers.host)) return BAD_REQUEST;
  const coding = headers['transfer-encoding'];
  // RFC 9112, 6.1: HTTP/1.0 knows no transfer codings, and whoever sends one has its framing wrong.
  if (coding !== undefined && httpVersion === '1.0') return BAD_REQUEST;
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') return NOT_IMPLEMENTED;
  // RFC 9110, 9.3.1: a body on GET has no meaning.
  const hasBody = coding !== undefined || (headers['content-length'] ?? '0') !== '0';
  if (hasBody && (method === 'GET' || method === 'HEAD')) return BAD_REQUEST;
  return method === 'TRACE' ? NOT_IMPLEMENTED : null;
}

/** The path and query of a request's target, whichever form it has. */
export function pathOf(url: string): string {
  const absolute = ABSOLUTE.exec(url);
  if (absolute === null) return url;
  const path = url.slice(absolute[0].length);
  return path.startsWith('/') ? path : `/${path}`;
}

function isSameHost(authority: string, host: string | undefined): boolean {
  return HOST.test(authority) && authority !== '' && (host ?? authority).toLowerCase() === authority.toLowerCase();
}

function timesIn(rawHeaders: readonly string[], name: string): number {
  let times = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.length === name.length && rawHeaders[at]?.toLowerCase() === name) times++;
  }
  return times;
}
