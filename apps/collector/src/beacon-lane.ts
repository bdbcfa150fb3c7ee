import type { IncomingMessage, ServerResponse } from 'node:http';
import { shapeOf } from '@readout/events';
import { type Answer, answer } from './answer.ts';
import { asksNotToBeFollowed } from './arrival.ts';
import { readBeaconBody } from './beacon-body.ts';
import type { BeaconRefusal, Collector, Report } from './collector.ts';
import { crossOrigin, preflight } from './cross-origin.ts';
import { type AddressOf, joined, MOST_URL_CHARACTERS, send, URL_TOO_LONG } from './general-lane.ts';
import { CLOSE, problem } from './problem-answer.ts';
import { readBody } from './read-body.ts';
import type { Client } from './unanswered.ts';

const PATH = /^\/b(?:\?|$)/;
const MOST_BODY_BYTES = 16_384;
const MEDIA_TYPE = /^(?:application\/json|text\/plain)\s*(?:;|$)/i;

const WRONG_METHOD = problem(405, 'A beacon is sent with POST.', ['Allow', 'POST, OPTIONS']);
const TOO_LARGE = problem(413, `A beacon has at most ${MOST_BODY_BYTES} bytes: send its events in several.`, CLOSE);
const WRONG_TYPE = problem(415, 'A beacon is sent as application/json or text/plain.', CLOSE);
const NOT_A_SITE = problem(403, 'This origin is not one of the sites of the publication.');
/** What a page is told, by where it is. */
const REFUSALS: Readonly<Record<BeaconRefusal, (origin: string) => Answer>> = {
  // Another publication's site is not told more than any other page.
  not_a_site: () => NOT_A_SITE,
  unknown_issue: (origin) => problem(404, 'There is no such issue.', crossOrigin(origin)),
  limited: (origin) =>
    problem(429, 'Too many events at once: send them later.', ['Retry-After', '10', ...crossOrigin(origin)]),
  unavailable: (origin) =>
    problem(503, 'The events could not be kept: send them again later.', ['Retry-After', '5', ...crossOrigin(origin)]),
};

/** A report as it came, with what its headers say. */
interface SentReport extends Omit<Report, 'body'> {
  readonly text: string;
}

/** Answers kept ready, one for each site; sites come and go. */
const MOST_ANSWERS = 10_000;

/** The reader script's reports: `POST /b`, from the pages of the publication's own sites only. */
export class BeaconLane {
  readonly #collector: Collector;
  readonly #addressOf: AddressOf;
  readonly #answers = new Map<string, Answer>();

  constructor(collector: Collector, addressOf: AddressOf) {
    this.#collector = collector;
    this.#addressOf = addressOf;
  }

  /** Whether a report with these headers is one to be read: whatever else it gets, it gets in `handle`. */
  takes(origin: string, contentType: string, length: number): boolean {
    return length <= MOST_BODY_BYTES && MEDIA_TYPE.test(contentType) && this.#collector.isSite(origin);
  }

  /** Answers a report whose headers are in order. */
  take({ text, ...from }: SentReport, client: Client): void {
    const read = readBeaconBody(text);
    const { origin } = from;
    if (!read.ok) {
      client.answer(problem(400, read.what, crossOrigin(origin)));
      return;
    }
    this.#collector.report({ body: read.body, ...from }, (refusal) => {
      client.answer(refusal === null ? this.#recorded(origin) : REFUSALS[refusal](origin));
    });
  }

  /** There are as many as there are sites. */
  #recorded(origin: string): Answer {
    const known = this.#answers.get(origin);
    if (known !== undefined) return known;
    const made = answer(204, ['Cache-Control', 'no-store', ...crossOrigin(origin)]);
    if (this.#answers.size > MOST_ANSWERS) this.#answers.clear();
    this.#answers.set(origin, made);
    return made;
  }

  /** Answers what is the beacon's; false: not its path, nothing done. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    if (!PATH.test(request.url ?? '')) return false;
    const { origin } = request.headers;
    if ((request.url ?? '').length > MOST_URL_CHARACTERS) send(request, response, URL_TOO_LONG);
    else if (origin === undefined || !this.#collector.isSite(origin)) send(request, response, NOT_A_SITE);
    else if (request.method === 'OPTIONS') send(request, response, preflight(origin, 'POST'));
    else if (request.method !== 'POST') send(request, response, WRONG_METHOD);
    else if (!MEDIA_TYPE.test(request.headers['content-type'] ?? '')) send(request, response, WRONG_TYPE);
    else this.#read(request, response, origin);
    return true;
  }

  #read(request: IncomingMessage, response: ServerResponse, origin: string) {
    readBody(request, response, MOST_BODY_BYTES, (body) => {
      if (body === null) return send(request, response, TOO_LARGE);
      const { headers, socket } = request;
      const report = {
        text: body.toString(),
        origin,
        agent: headers['user-agent'],
        address: this.#addressOf(socket.remoteAddress, joined(headers['x-forwarded-for'])),
        optsOut: asksNotToBeFollowed(headers['sec-gpc'], headers.dnt),
        shape: shapeOf(headers),
      };
      this.take(report, { answer: (given) => send(request, response, given) });
    });
  }
}
