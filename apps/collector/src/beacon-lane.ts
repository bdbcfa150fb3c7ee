import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, answer, NEVER_STORED } from './answer.ts';
import { asksNotToBeFollowed } from './arrival.ts';
import { readBeaconBody } from './beacon-body.ts';
import type { BeaconRefusal, Collector } from './collector.ts';
import { type AddressOf, joined, MOST_URL_CHARACTERS, send, URL_TOO_LONG } from './general-lane.ts';

const PATH = /^\/b(?:\?|$)/;
const MOST_BODY_BYTES = 16_384;
/** Up to here a body that is too large is read all the same: who still sends may lose an answer that comes amid it. */
const MOST_READ_BYTES = 1_048_576;
const MEDIA_TYPE = /^(?:application\/json|text\/plain)\s*(?:;|$)/i;

/** A refusal in the form of RFC 9457. */
function problem(status: number, detail: string, more: readonly string[] = []): Answer {
  const body = Buffer.from(JSON.stringify({ status, detail })).toString('latin1');
  return answer(status, [...NEVER_STORED, 'Content-Type', 'application/problem+json', ...more], body);
}

const CLOSE = ['Connection', 'close'];
const WRONG_METHOD = problem(405, 'A beacon is sent with POST.', ['Allow', 'POST, OPTIONS']);
const TOO_LARGE = problem(413, `A beacon has at most ${MOST_BODY_BYTES} bytes: send its events in several.`, CLOSE);
const WRONG_TYPE = problem(415, 'A beacon is sent as application/json or text/plain.', CLOSE);
const NOT_A_SITE = problem(403, 'This origin is not one of the sites of the publication.');
const REFUSALS: Readonly<Record<BeaconRefusal, Answer>> = {
  not_a_site: NOT_A_SITE,
  unknown_issue: problem(404, 'There is no such issue.'),
  limited: problem(429, 'Too many events at once: send them later.', ['Retry-After', '10']),
  unavailable: problem(503, 'The events could not be kept: send them again later.', ['Retry-After', '5']),
};

/** The reader script's reports: `POST /b`, from the pages of the publication's own sites only. */
export class BeaconLane {
  readonly #collector: Collector;
  readonly #addressOf: AddressOf;

  constructor(collector: Collector, addressOf: AddressOf) {
    this.#collector = collector;
    this.#addressOf = addressOf;
  }

  /** Answers what is the beacon's; false: not its path, nothing done. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    if (!PATH.test(request.url ?? '')) return false;
    const { origin } = request.headers;
    if ((request.url ?? '').length > MOST_URL_CHARACTERS) send(request, response, URL_TOO_LONG);
    else if (origin === undefined || !this.#collector.isSite(origin)) send(request, response, NOT_A_SITE);
    else if (request.method === 'OPTIONS') send(request, response, preflight(origin));
    else if (request.method !== 'POST') send(request, response, WRONG_METHOD);
    else if (!MEDIA_TYPE.test(request.headers['content-type'] ?? '')) send(request, response, WRONG_TYPE);
    else this.#read(request, response, origin);
    return true;
  }

  #read(request: IncomingMessage, response: ServerResponse, origin: string) {
    if (Number(request.headers['content-length'] ?? 0) > MOST_READ_BYTES) return send(request, response, TOO_LARGE);
    let text = '';
    let length = 0;
    // Decoded across the pieces it comes in, whichever character they cut in two.
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      length += part.length;
      text = length > MOST_BODY_BYTES ? '' : text + part;
      if (length <= MOST_READ_BYTES) return;
      request.pause();
      send(request, response, TOO_LARGE);
    });
    request.on('end', () => {
      if (length > MOST_BODY_BYTES) send(request, response, TOO_LARGE);
      else this.#take(request, response, origin, text);
    });
    // The client is gone before it said everything: there is nobody to answer and nothing to keep.
    request.on('error', () => response.destroy());
  }

  #take(request: IncomingMessage, response: ServerResponse, origin: string, text: string) {
    const read = readBeaconBody(text);
    if (!read.ok) return send(request, response, withOrigin(problem(400, read.what), origin));
    const { headers, socket } = request;
    this.#collector.report(
      {
        body: read.body,
        origin,
        agent: headers['user-agent'],
        address: this.#addressOf(socket.remoteAddress, joined(headers['x-forwarded-for'])),
        optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
      },
      (refusal) => {
        if (refusal === null) send(request, response, recorded(origin));
        // Another publication's site is not told more than any other page.
        else if (refusal === 'not_a_site') send(request, response, NOT_A_SITE);
        else send(request, response, withOrigin(REFUSALS[refusal], origin));
      },
    );
  }
}

/** https://fetch.spec.whatwg.org/#http-cors-protocol */
function crossOrigin(origin: string): string[] {
  return ['Access-Control-Allow-Origin', origin, 'Vary', 'Origin'];
}

const DAY_S = '86400';

function preflight(origin: string): Answer {
  const allowed = ['Access-Control-Allow-Methods', 'POST', 'Access-Control-Allow-Headers', 'content-type'];
  return withoutLength(answer(204, [...crossOrigin(origin), ...allowed, 'Access-Control-Max-Age', DAY_S]));
}

function recorded(origin: string): Answer {
  return withoutLength(answer(204, [...NEVER_STORED, ...crossOrigin(origin)]));
}

/** RFC 9110, 8.6: an answer 204 carries no Content-Length. */
function withoutLength(given: Answer): Answer {
  return { ...given, headers: given.headers.slice(0, -2) };
}

function withOrigin(given: Answer, origin: string): Answer {
  return { ...given, headers: [...given.headers, ...crossOrigin(origin)] };
}
