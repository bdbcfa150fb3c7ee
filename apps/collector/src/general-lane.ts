import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, answer, NEVER_STORED } from './answer.ts';
import { asksNotToBeFollowed, parsePath } from './arrival.ts';
import type { Collector } from './collector.ts';

const MOST_URL_CHARACTERS = 2_048;

const METHOD_NOT_ALLOWED = answer(405, [...NEVER_STORED, 'Allow', 'GET, HEAD']);
const URL_TOO_LONG = answer(414, [...NEVER_STORED, 'Connection', 'close']);
/** RFC 9110, 9.3.1: a body on GET has no meaning, and is how one request is smuggled within another. */
const BODY_NOT_EXPECTED = answer(400, [...NEVER_STORED, 'Connection', 'close']);

export type AddressOf = (socketAddress: string | undefined, forwardedFor: string | undefined) => string;

/** Pixel and redirector for requests of every kind, by Node's own HTTP server. */
export class GeneralLane {
  readonly #collector: Collector;
  readonly #addressOf: AddressOf;

  constructor(collector: Collector, addressOf: AddressOf) {
    this.#collector = collector;
    this.#addressOf = addressOf;
  }

  /** Answers what is the pixel's or the redirector's; false: not its path, nothing done. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', method, headers } = request;
    if (!url.startsWith('/o/') && !url.startsWith('/c/')) return false;
    const refusal = refusalOf(request);
    if (refusal !== null) send(request, response, refusal);
    else {
      const arrival = {
        ...parsePath(url),
        method: method === 'HEAD' ? ('HEAD' as const) : ('GET' as const),
        agent: headers['user-agent'],
        address: this.#addressOf(request.socket.remoteAddress, joined(headers['x-forwarded-for'])),
        optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
      };
      this.#collector.take(arrival, { answer: (given) => send(request, response, given) });
    }
    return true;
  }
}

function refusalOf({ url = '', method, headers }: IncomingMessage): Answer | null {
  if (method !== 'GET' && method !== 'HEAD') return METHOD_NOT_ALLOWED;
  if (url.length > MOST_URL_CHARACTERS) return URL_TOO_LONG;
  if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0')
    return BODY_NOT_EXPECTED;
  return null;
}

/** Sends an answer made beforehand. */
export function send(request: IncomingMessage, response: ServerResponse, given: Answer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(given.status, given.headers as string[]);
  if (request.method === 'HEAD') response.end();
  else response.end(given.body, 'latin1');
}

export function joined(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join(', ');
}
