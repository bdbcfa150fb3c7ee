import { STATUS_CODES } from 'node:http';
import { TRANSPARENT_GIF } from './gif.ts';
import { UNKNOWN_LINK_PAGE } from './unknown-link-page.ts';

/** A whole answer, made once and sent many times. */
export interface Answer {
  readonly status: number;
  /** Name and value in turn. */
  readonly headers: readonly string[];
  /** Bytes as Latin-1 characters: Node sends a head and such a body in one write. */
  readonly body: string;
  /** Status line and headers as they go over the wire, without those that belong to the connection. */
  readonly head: string;
  /** Made for one request: nothing is gained by keeping it as it goes over the wire. */
  readonly isForOne?: boolean;
}

export function answer(status: number, headers: readonly string[], body = ''): Answer {
  // RFC 9110, 8.6: an answer 204 carries no length.
  const all = status === 204 ? headers : [...headers, 'Content-Length', String(body.length)];
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`;
  for (let at = 0; at < all.length; at += 2) head += `${all[at]}: ${all[at + 1]}\r\n`;
  return { status, headers: all, body, head };
}

/** Neither proxies nor clients keep it, no search engine lists it, no browser takes it for something else. */
export const NEVER_STORED = [
  'Cache-Control',
  'no-store, no-cache, must-revalidate, private, max-age=0',
  'Pragma',
  'no-cache',
  'Expires',
  '0',
  'X-Robots-Tag',
  'noindex, nofollow',
  'X-Content-Type-Options',
  'nosniff',
] as const;

/** An image in a message is shown by pages of other origins. */
export const PIXEL = answer(
  200,
  [...NEVER_STORED, 'Cross-Origin-Resource-Policy', 'cross-origin', 'Content-Type', 'image/gif'],
  TRANSPARENT_GIF.toString('latin1'),
);
export const UNAVAILABLE = answer(503, [...NEVER_STORED, 'Retry-After', '5']);
export const TOO_MANY = answer(429, [...NEVER_STORED, 'Retry-After', '10']);
export const UNKNOWN_LINK = answer(
  404,
  [
    ...NEVER_STORED,
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'",
  ],
  UNKNOWN_LINK_PAGE.toString('latin1'),
);

const REDIRECT = answer(302, [...NEVER_STORED, 'Referrer-Policy', 'no-referrer']);

/** Where a link leads. The destination's site learns nothing of the address that the reader came by. */
export function redirectTo(location: string, isForOne = false): Answer {
  return new Redirect(location, isForOne);
}

class Redirect implements Answer {
  readonly status = REDIRECT.status;
  readonly body = '';
  readonly isForOne: boolean;
  readonly #location: string;

  constructor(location: string, isForOne: boolean) {
    this.#location = location;
    this.isForOne = isForOne;
  }

  get headers(): readonly string[] {
    return [...REDIRECT.headers, 'Location', this.#location];
  }

  get head(): string {
    return `${REDIRECT.head}Location: ${this.#location}\r\n`;
  }
}
