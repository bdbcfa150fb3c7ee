import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPublicId } from '@readout/events';
import { type Answer, answer, NEVER_STORED } from './answer.ts';
import { asksNotToBeFollowed } from './arrival.ts';
import type { Collector } from './collector.ts';
import { crossOrigin, preflight } from './cross-origin.ts';
import { type AddressOf, joined, MOST_URL_CHARACTERS, send, URL_TOO_LONG } from './general-lane.ts';
import { problem } from './problem-answer.ts';

const PATH = '/offer/';

const WRONG_METHOD = problem(405, 'An offer is asked for with GET.', ['Allow', 'GET, HEAD, OPTIONS']);
const NOT_A_SITE = problem(403, 'This origin is not one of the sites of the publication.');

/** `GET /offer/<issue>?token=…`: what somebody is offered, for pages of the publication's own sites and for mail. */
export class OfferLane {
  readonly #collector: Collector;
  readonly #addressOf: AddressOf;

  constructor(collector: Collector, addressOf: AddressOf) {
    this.#collector = collector;
    this.#addressOf = addressOf;
  }

  /** Answers what is about offers; false: not its path, nothing done. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', method } = request;
    if (!url.startsWith(PATH)) return false;
    const { origin } = request.headers;
    if (url.length > MOST_URL_CHARACTERS) send(request, response, URL_TOO_LONG);
    else if (origin !== undefined && !this.#collector.isSite(origin)) send(request, response, NOT_A_SITE);
    else if (method === 'OPTIONS' && origin !== undefined) send(request, response, preflight(origin, 'GET'));
    else if (method !== 'GET' && method !== 'HEAD') send(request, response, WRONG_METHOD);
    else send(request, response, this.#answer(request, url, origin));
    return true;
  }

  #answer({ headers, socket }: IncomingMessage, url: string, origin: string | undefined): Answer {
    const query = url.indexOf('?');
    const target = url.slice(PATH.length, query === -1 ? undefined : query);
    const cross = origin === undefined ? [] : crossOrigin(origin);
    const unknown = () => problem(404, 'There is no such issue.', cross);
    if (!isPublicId(target)) return unknown();
    const { outcome, body } = this.#collector.offer({
      target,
      token: query === -1 ? '' : (new URLSearchParams(url.slice(query)).get('token') ?? ''),
      origin,
      agent: headers['user-agent'],
      address: this.#addressOf(socket.remoteAddress, joined(headers['x-forwarded-for'])),
      optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
    });
    if (outcome === 'foreign') return NOT_A_SITE;
    if (outcome === 'unknown') return unknown();
    if (body === null) return answer(204, [...NEVER_STORED, ...cross]);
    const bytes = Buffer.from(body).toString('latin1');
    return answer(200, [...NEVER_STORED, 'Content-Type', 'application/json; charset=utf-8', ...cross], bytes);
  }
}
