import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPublicId, type PublicId } from '@readout/events';
import { type Answer, answer } from '../answer.ts';
import { send } from '../general-lane.ts';
import { CLOSE, problem } from '../problem-answer.ts';
import { readBody } from '../read-body.ts';
import type { HookMetrics } from './metrics.ts';
import type { Posted } from './provider.ts';
import type { HookRefusal, HookTaker } from './taker.ts';

const PATH = /^\/hooks(?:[/?]|$)/;
const HOOK = /^\/hooks\/([a-z]{1,40})\/([^/?]{1,40})(?:\?|$)/;
/** More than Stripe's. SendGrid gathers up to 768 KB: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events */
const MOST_BODY_BYTES = 1_048_576;
/** Requests that are read or kept at one time: bounds what their bodies take of memory. Who is over comes again. */
const MOST_UNDER_WAY = 32;

const NOWHERE = problem(404, 'A hook is at /hooks/<who reports>/<id of the publication>.');
const NOT_SET_UP = problem(
  404,
  'There is no such publication, or who reports is not set up for it: give the key or secret in the settings of the publication.',
);
const WRONG_METHOD = problem(405, 'Reports come with POST.', ['Allow', 'POST']);
const TOO_LARGE = problem(413, `A report has at most ${MOST_BODY_BYTES} bytes.`, CLOSE);
const NOT_JSON = problem(400, 'The body is not JSON.');

const REFUSALS: Readonly<Record<HookRefusal, Answer>> = {
  unknown: NOT_SET_UP,
  forged: problem(
    401,
    'The signature does not hold: the key of the publication’s settings is another one, or none was sent.',
  ),
  stale: problem(401, 'The signature is too old, or of the time to come: see whether the clocks are right.'),
  // Mailgun sends again what is refused otherwise than by 406.
  repeated: problem(406, 'The token of this signature has been used.'),
  malformed: problem(400, 'The body has not the shape that is documented.'),
  unavailable: problem(503, 'The reports could not be kept: send them again later.', ['Retry-After', '60']),
};

/** What mail providers and billing systems report: `POST /hooks/<who reports>/<publication>`. */
export class HookLane {
  readonly #takers: readonly HookTaker[];
  readonly #metrics: HookMetrics;
  #underWay = 0;

  constructor(takers: readonly HookTaker[], metrics: HookMetrics) {
    this.#takers = takers;
    this.#metrics = metrics;
  }

  /** Answers what is a hook's; false: not its path, nothing done. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', method } = request;
    if (!PATH.test(url)) return false;
    const [, name = '', publication = ''] = HOOK.exec(url) ?? [];
    const taker = this.#takers.find((one) => one.knows(name));
    if (taker === undefined) send(request, response, NOWHERE);
    else if (method !== 'POST') send(request, response, WRONG_METHOD);
    // Of whom nothing is expected nothing is read.
    else if (!isPublicId(publication) || !taker.isSetUp(name, publication)) {
      this.#metrics.request(name, 'unknown');
      send(request, response, NOT_SET_UP);
    } else if (this.#underWay >= MOST_UNDER_WAY) {
      this.#metrics.request(name, 'unavailable');
      send(request, response, REFUSALS.unavailable);
    } else {
      this.#underWay++;
      response.once('close', () => this.#underWay--);
      readBody(request, response, MOST_BODY_BYTES, (body) => {
        if (body === null) {
          this.#metrics.request(name, 'too_large');
          return send(request, response, TOO_LARGE);
        }
        const json = read(body);
        if (json === undefined) {
          this.#metrics.request(name, 'malformed');
          return send(request, response, NOT_JSON);
        }
        void this.#take(taker, name, publication, { headers: request.headers, body, json }).then((given) =>
          send(request, response, given),
        );
      });
    }
    return true;
  }

  async #take(taker: HookTaker, name: string, publication: PublicId, posted: Posted): Promise<Answer> {
    const outcome = await taker.take(name, publication, posted);
    if (typeof outcome === 'string') return REFUSALS[outcome];
    if ('refusal' in outcome) return problem(REFUSALS[outcome.refusal].status, outcome.says);
    if ('malformed' in outcome) return problem(400, outcome.malformed);
    const body = Buffer.from(JSON.stringify(outcome)).toString('latin1');
    return answer(200, ['Cache-Control', 'no-store', 'Content-Type', 'application/json'], body);
  }
}

/** Undefined: it is no JSON. */
function read(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
