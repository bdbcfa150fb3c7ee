import type { Socket } from 'node:net';
import type { Answer } from './answer.ts';
import type { Arrival } from './arrival.ts';
import type { BeaconLane } from './beacon-lane.ts';
import { MOST_BYTES, readFastQuestion, readFastReport, readFastRequest } from './fast-request.ts';
import type { OfferLane } from './offer-lane.ts';
import type { Client } from './unanswered.ts';

/** What a client sends ahead, beyond the request at hand, before it is no longer read from. */
const MOST_AHEAD = 65_536;
/** Answers kept as they go over the wire, for a second. */
const MOST_RENDERED = 2_000;
/** How long the other side of a connection that was ended here may take to end it there, in milliseconds. */
const LINGER_MS = 2_000;

export interface FastLaneOptions {
  /** Takes a hit; answers now or later, once. */
  readonly take: (arrival: Arrival, client: Client) => void;
  readonly beacon: Pick<BeaconLane, 'takes' | 'take'>;
  readonly offers: Pick<OfferLane, 'told'>;
  /** The client behind a connection, by what proxies say of it. */
  readonly clientAddress: (socketAddress: string | undefined, forwardedFor: string | undefined) => string;
  /** Goes on with a connection in Node's own HTTP server, from these bytes on. */
  readonly handOver: (socket: Socket, bytes: Buffer) => void;
  /** A connection that has said nothing, and one that says nothing more, are ended after so many milliseconds. */
  readonly firstByteTimeout: number;
  readonly keepAliveTimeout: number;
}

/**
 * Answers the plainest of requests without an HTTP server: a GET of the pixel, of a link or of what somebody is offered,
 * without a body, or a page's report, in one piece and with nothing about it that needs a second thought. Whatever is not exactly that, valid or not, is handed
 * to Node's server together with the rest of its connection, so that this code never has to say what a doubtful
 * request means. docs/decisions/0004 says why, and what it gains.
 */
export class FastLane {
  readonly #options: FastLaneOptions;
  readonly #connections = new Set<Connection>();
  #closing = false;
  #tailAt = -1;
  #tail = '';
  /** Answers of this second, as they go over the wire: most are sent again and again. */
  readonly #rendered = new Map<Answer, string>();

  constructor(options: FastLaneOptions) {
    this.#options = options;
  }

  accept(socket: Socket): void {
    const connection = new Connection(socket, this.#options, this, () => this.#connections.delete(connection));
    this.#connections.add(connection);
    if (this.#closing) connection.close();
  }

  /** Ends connections that idle at once, and the others after their answer. */
  close(): void {
    this.#closing = true;
    for (const connection of this.#connections) connection.close();
  }

  /** Ends every connection, whatever it waits for. */
  destroy(): void {
    for (const connection of this.#connections) connection.destroy();
  }

  /** An answer as it goes over the wire. */
  render(answer: Answer, stays: boolean): string {
    if (!stays) return `${answer.head}Date: ${new Date().toUTCString()}\r\nConnection: close\r\n\r\n${answer.body}`;
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#tailAt) {
      this.#tailAt = second;
      this.#rendered.clear();
      const keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${this.#options.keepAliveTimeout / 1000}`;
      this.#tail = `Date: ${new Date(second * 1000).toUTCString()}\r\n${keepAlive}\r\n\r\n`;
    }
    const known = this.#rendered.get(answer);
    if (known !== undefined) return known;
    const rendered = answer.head + this.#tail + answer.body;
    if (!answer.isForOne && this.#rendered.size < MOST_RENDERED) this.#rendered.set(answer, rendered);
    return rendered;
  }
}

/**
 * `reading`: waits for a request; `asked`: one is being answered; `draining`: the client has more answers to read
 * before it may ask for another; `over`: no more is read or said.
 */
type State = 'reading' | 'asked' | 'draining' | 'over';

/** One connection: a request at a time, in the order in which they came. */
class Connection implements Client {
  readonly #socket: Socket;
  /** The other end; undefined where it is gone already. */
  readonly #from: string | undefined;
  readonly #options: FastLaneOptions;
  readonly #lane: FastLane;
  readonly #gone: () => void;
  #state: State = 'reading';
  #ahead: Buffer | null = null;
  #ending = false;
  /** It has asked for something, and may take its time until it asks again. */
  #known = false;

  constructor(socket: Socket, options: FastLaneOptions, lane: FastLane, gone: () => void) {
    this.#socket = socket;
    this.#from = socket.remoteAddress;
    this.#options = options;
    this.#lane = lane;
    this.#gone = gone;
    socket.setNoDelay(true);
    socket.setTimeout(options.firstByteTimeout);
    socket.on('data', this.#read);
    socket.on('end', this.#ended);
    socket.on('timeout', this.#timedOut);
    socket.on('error', this.#failed);
    socket.on('close', this.#gone);
  }

  answer(answer: Answer): void {
    if (this.#socket.destroyed) return;
    const stays = !this.#ending || this.#ahead !== null;
    const flows = this.#socket.write(this.#lane.render(answer, stays), 'latin1');
    if (!stays) this.#end();
    else if (!flows) {
      // A client that asks and asks and reads nothing would have its answers pile up here.
      this.#state = 'draining';
      this.#socket.pause();
      this.#socket.once('drain', this.#next);
    } else if (this.#ahead === null) this.#state = 'reading';
    // Not at once: a thousand requests sent ahead would be a thousand calls deep.
    else setImmediate(this.#next);
  }

  close(): void {
    this.#ending = true;
    if (this.#state === 'reading') this.#end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Goes on with what was sent ahead. */
  readonly #next = (): void => {
    if (this.#socket.destroyed) return;
    const ahead = this.#ahead;
    this.#ahead = null;
    this.#state = 'reading';
    if (this.#socket.isPaused()) this.#socket.resume();
    if (ahead !== null) this.#read(ahead);
    else if (this.#ending) this.#end();
  };

  readonly #read = (bytes: Buffer): void => {
    if (this.#state === 'over') return;
    if (this.#state !== 'reading') {
      this.#ahead = this.#ahead === null ? bytes : Buffer.concat([this.#ahead, bytes]);
      if (this.#ahead.length > MOST_AHEAD) this.#socket.pause();
      return;
    }
    const text = bytes.toString('latin1', 0, MOST_BYTES);
    const request = readFastRequest(text);
    if (request === null) {
      if (!this.#readQuestion(bytes, text)) this.#readReport(bytes, text);
      return;
    }
    const { kind, target, token, agent, forwardedFor, optsOut, shape, end } = request;
    const address = this.#begin(bytes, end, forwardedFor);
    this.#options.take({ kind, target, token, method: 'GET', agent, address, optsOut, shape }, this);
  };

  /** False: it is none, nothing done. */
  #readQuestion(bytes: Buffer, text: string): boolean {
    const question = readFastQuestion(text);
    if (question === null) return false;
    const { end, forwardedFor, target, token, origin, agent, optsOut } = question;
    const address = this.#begin(bytes, end, forwardedFor);
    this.answer(this.#options.offers.told({ target, token, origin, agent, address, optsOut }));
    return true;
  }

  #readReport(bytes: Buffer, text: string): void {
    const { beacon } = this.#options;
    const report = readFastReport(text);
    const end = report === null ? 0 : report.end + report.length;
    if (report === null || end > bytes.length || !beacon.takes(report.origin, report.contentType, report.length)) {
      this.#leave(bytes);
      return;
    }
    const { origin, agent, forwardedFor, optsOut, shape } = report;
    const address = this.#begin(bytes, end, forwardedFor);
    beacon.take({ text: bytes.toString('utf8', report.end, end), origin, agent, address, optsOut, shape }, this);
  }

  /** A request that ends at `end` is answered from now on; gives the address that it came from. */
  #begin(bytes: Buffer, end: number, forwardedFor: string | undefined): string {
    if (end < bytes.length) this.#ahead = bytes.subarray(end);
    this.#state = 'asked';
    if (!this.#known) this.#socket.setTimeout(this.#options.keepAliveTimeout);
    this.#known = true;
    return this.#options.clientAddress(this.#from, forwardedFor);
  }

  #leave(bytes: Buffer): void {
    this.#socket.off('data', this.#read);
    this.#socket.off('end', this.#ended);
    this.#socket.off('timeout', this.#timedOut);
    this.#socket.off('error', this.#failed);
    this.#socket.off('close', this.#gone);
    this.#socket.setTimeout(0);
    this.#gone();
    this.#options.handOver(this.#socket, bytes);
  }

  /** Says that this was the last answer, and leaves the client a moment to read it. */
  #end(): void {
    this.#state = 'over';
    this.#socket.end();
    const timer = setTimeout(() => this.#socket.destroy(), LINGER_MS);
    this.#socket.once('close', () => clearTimeout(timer));
  }

  readonly #ended = (): void => {
    this.close();
  };

  readonly #timedOut = (): void => {
    // Whoever waits for an answer gets it; the time that takes has its own limit.
    if (this.#state !== 'asked') this.#socket.destroy();
  };

  readonly #failed = (): void => {
    this.#socket.destroy();
  };
}
