import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPublicId } from '@readout/events';
import { type Answer, answer, NEVER_STORED } from './answer.ts';
import { asksNotToBeFollowed } from './arrival.ts';
import type { Collector } from './collector.ts';
import { crossOrigin, preflight } from './cross-origin.ts';
import { type AddressOf, joined, MOST_URL_CHARACTERS, send, URL_TOO_LONG } from './general-lane.ts';
import type { Asking } from './offer-desk.ts';
import { problem } from './problem-answer.ts';

const PATH = '/offer/';

const WRONG_METHOD = problem(405, 'An offer is asked for with GET.', ['Allow', 'GET, HEAD, OPTIONS']);
const NOT_A_SITE = problem(403, 'This origin is not one of the sites of the publication.');
/** Answers kept ready, one for each offer and site that asks; both come and go. */
const MOST_ANSWERS = 2_000;

/** What is asked, by whatever way it came: `target` may be anything. */
export type Question = Omit<Asking, 'target'> & { readonly target: string };

/** `GET /offer/<issue>?token=…`: what somebody is offered, for pages of the publication's own sites and for mail. */
export class OfferLane {
  readonly #collector: Collector;
  readonly #addressOf: AddressOf;
  readonly #answers = new Map<string, Answer>();

  constructor(collector: Collector, addressOf: AddressOf) {
    this.#collector = collector;
    this.#addressOf = addressOf;
  }

  /** What somebody is told who asks. */
  told({ target, origin, ...from }: Question): Answer {
    if (origin !== undefined && !this.#collector.isSite(origin)) return NOT_A_SITE;
    const { outcome, body } = isPublicId(target)
      ? this.#collector.offer({ target, origin, ...from })
      : { outcome: 'unknown', body: null };
    if (outcome === 'foreign') return NOT_A_SITE;
    if (outcome === 'unknown') return problem(404, 'There is no such issue.', crossOriginOf(origin));
    return this.#answer(body, origin);
  }

  #answer(body: string | null, origin: string | undefined): Answer {
    const name = `${origin} ${body}`;
    const known = this.#answers.get(name);
    if (known !== undefined) return known;
    const headers = [...NEVER_STORED, ...crossOriginOf(origin)];
    const made =
      body === null
        ? answer(204, headers)
        : answer(
            200,
            [...headers, 'Content-Type', 'application/json; charset=utf-8'],
            Buffer.from(body).toString('latin1'),
          );
    if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
    this.#answers.set(name, made);
    return made;
  }

  /** Answers what is about offers; false: not its path, nothing done. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', method, headers, socket } = request;
    if (!url.startsWith(PATH)) return false;
    const { origin } = headers;
    if (url.length > MOST_URL_CHARACTERS) send(request, response, URL_TOO_LONG);
    else if (origin !== undefined && !this.#collector.isSite(origin)) send(request, response, NOT_A_SITE);
    else if (method === 'OPTIONS' && origin !== undefined) send(request, response, preflight(origin, 'GET'));
    else if (method !== 'GET' && method !== 'HEAD') send(request, response, WRONG_METHOD);
    else {
      const query = url.indexOf('?');
      const question = {
        target: url.slice(PATH.length, query === -1 ? undefined : query),
        token: query === -1 ? '' : (new URLSearchParams(url.slice(query)).get('token') ?? ''),
        origin,
        agent: headers['user-agent'],
        address: this.#addressOf(socket.remoteAddress, joined(headers['x-forwarded-for'])),
        optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
      };
      send(request, response, this.told(question));
    }
    return true;
  }
}

function crossOriginOf(origin: string | undefined): string[] {
  return origin === undefined ? [] : crossOrigin(origin);
}
