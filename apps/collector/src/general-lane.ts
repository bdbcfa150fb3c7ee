import type { IncomingMessage, ServerResponse } from 'node:http';
import { shapeOf } from '@readout/events';
import { type Answer, answer, NEVER_STORED } from './answer.ts';
import { asksNotToBeFollowed, parsePath } from './arrival.ts';
import type { Collector } from './collector.ts';
import { refusal } from './doubtful-request.ts';

export const MOST_URL_CHARACTERS = 2_048;

const METHOD_NOT_ALLOWED = answer(405, [...NEVER_STORED, 'Allow', 'GET, HEAD']);
export const URL_TOO_LONG = refusal(414);

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
    if (method !== 'GET' && method !== 'HEAD') send(request, response, METHOD_NOT_ALLOWED);
    else if (url.length > MOST_URL_CHARACTERS) send(request, response, URL_TOO_LONG);
    else {
      const arrival = {
        ...parsePath(url),
        method: method === 'HEAD' ? ('HEAD' as const) : ('GET' as const),
        agent: headers['user-agent'],
        address: this.#addressOf(request.socket.remoteAddress, joined(headers['x-forwarded-for'])),
        optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
        shape: shapeOf(headers),
      };
      this.#collector.take(arrival, { answer: (given) => send(request, response, given) });
    }
    return true;
  }
}

/** Sends an answer made beforehand. */
export function send(request: IncomingMessage, response: ServerResponse, given: Answer): void {
  if (response.destroyed || response.headersSent) return;
  const { status, headers } = given;
  // So that whoever looks for the next request of this connection sees that there is none.
  if (headers.includes('close')) response.shouldKeepAlive = false;
  response.writeHead(status, headers as string[]);
  if (request.method === 'HEAD') response.end();
  else response.end(given.body, 'latin1');
}

export function joined(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join(', ');
}
