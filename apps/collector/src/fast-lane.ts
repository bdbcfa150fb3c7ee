import type { Socket } from 'node:net';
import { type Answer, PIXEL } from './answer.ts';
import { type Arrival, asksNotToBeFollowed } from './arrival.ts';
import type { Client } from './unanswered.ts';

/** A request longer than this is nobody's pixel. */
const MOST_BYTES = 8_192;
const MOST_HEADERS = 64;
/** What a client sends ahead, beyond the request at hand, before it is no longer read from. */
const MOST_AHEAD = 65_536;

const REQUEST_LINE = /GET \/([oc])\/([1-9A-HJ-NP-Za-km-z]{12})\/([A-Za-z0-9_-]{1,64})(?:\.gif)? HTTP\/1\.1\r\n/y;
/** RFC 9110, 5.6.2 and 5.5: a token, and visible characters, spaces, tabs and bytes above 127. */
const HEADER_LINE = /([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n/y;

export interface FastLaneOptions {
  /** Takes a hit; answers now or later, once. */
  readonly take: (arrival: Arrival, client: Client) => void;
  /** The client behind a connection, by what proxies say of it. */
  readonly clientAddress: (socketAddress: string | undefined, forwardedFor: string | undefined) => string;
  /** Goes on with a connection in Node's own HTTP server, from these bytes on. */
  readonly handOver: (socket: Socket, bytes: Buffer) => void;
  /** A connection that has said nothing, and one that says nothing more, are ended after so many milliseconds. */
  readonly firstByteTimeout: number;
  readonly keepAliveTimeout: number;
}

/**
 * Answers the plainest of requests without an HTTP server: a GET of the pixel or a link, in one piece, without a
 * body and with nothing about it that needs a second thought. Whatever is not exactly that, valid or not, is handed
 * to Node's server together with the rest of its connection, so that this code never has to say what a doubtful
 * request means. docs/decisions/0004 says why, and what it gains.
 */
export class FastLane {
  readonly #options: FastLaneOptions;
  readonly #connections = new Set<Connection>();
  #closing = false;
  #tailAt = -1;
  #tail = '';
  #pixel = '';

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

  /** An answer as it goes over the wire. */
  render(answer: Answer, stays: boolean): string {
    if (!stays) return `${answer.head}Date: ${new Date().toUTCString()}\r\nConnection: close\r\n\r\n${answer.body}`;
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#tailAt) {
      this.#tailAt = second;
      const keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${this.#options.keepAliveTimeout / 1000}`;
      this.#tail = `Date: ${new Date(second * 1000).toUTCString()}\r\n${keepAlive}\r\n\r\n`;
      this.#pixel = PIXEL.head + this.#tail + PIXEL.body;
    }
    return answer === PIXEL ? this.#pixel : answer.head + this.#tail + answer.body;
  }
}

/** One connection: a request at a time, in the order in which they came. */
class Connection implements Client {
  readonly #socket: Socket;
  readonly #options: FastLaneOptions;
  readonly #lane: FastLane;
  readonly #gone: () => void;
  #busy = false;
  #ahead: Buffer | null = null;
  #ending = false;
  #left = false;

  constructor(socket: Socket, options: FastLaneOptions, lane: FastLane, gone: () => void) {
    this.#socket = socket;
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
    this.#busy = false;
    if (this.#socket.destroyed) return;
    const ahead = this.#ahead;
    const stays = !this.#ending || ahead !== null;
    this.#socket.write(this.#lane.render(answer, stays), 'latin1');
    if (!stays) {
      this.#socket.end();
      return;
    }
    if (ahead === null) return;
    this.#ahead = null;
    if (this.#socket.isPaused()) this.#socket.resume();
    // Not at once: a thousand requests sent ahead would be a thousand calls deep.
    setImmediate(() => {
      if (!this.#socket.destroyed) this.#read(ahead);
    });
    this.#busy = true;
  }

  close(): void {
    this.#ending = true;
    if (!this.#busy) this.#socket.end();
  }

  readonly #read = (bytes: Buffer): void => {
    this.#take(bytes);
  };

  #take(bytes: Buffer) {
    if (this.#busy) {
      this.#ahead = this.#ahead === null ? bytes : Buffer.concat([this.#ahead, bytes]);
      if (this.#ahead.length > MOST_AHEAD) this.#socket.pause();
      return;
    }
    const text = bytes.toString('latin1', 0, MOST_BYTES);
    const request = this.#parse(text);
    if (request === null) return this.#leave(bytes);
    if (request.end < bytes.length) this.#ahead = bytes.subarray(request.end);
    this.#busy = true;
    this.#socket.setTimeout(this.#options.keepAliveTimeout);
    this.#options.take(request.arrival, this);
  }

  /** The request that `text` begins with, if it is of the plainest kind. */
  #parse(text: string): { readonly arrival: Arrival; readonly end: number } | null {
    REQUEST_LINE.lastIndex = 0;
    const line = REQUEST_LINE.exec(text);
    if (line === null) return null;
    let at = REQUEST_LINE.lastIndex;
    let agent: string | undefined;
    let forwardedFor: string | undefined;
    let gpc: string | undefined;
    let dnt: string | undefined;
    let hosts = 0;
    for (let headers = 0; !text.startsWith('\r\n', at); headers++) {
      if (headers >= MOST_HEADERS) return null;
      HEADER_LINE.lastIndex = at;
      const header = HEADER_LINE.exec(text);
      if (header === null) return null;
      at = HEADER_LINE.lastIndex;
      const value = header[2] ?? '';
      switch (header[1]?.toLowerCase()) {
        case 'host':
          hosts++;
          break;
        case 'user-agent':
          agent ??= value.trimEnd();
          break;
        case 'x-forwarded-for':
          forwardedFor = forwardedFor === undefined ? value.trimEnd() : `${forwardedFor}, ${value.trimEnd()}`;
          break;
        case 'sec-gpc':
          gpc ??= value.trimEnd();
          break;
        case 'dnt':
          dnt ??= value.trimEnd();
          break;
        case 'connection':
          if (value.trimEnd().toLowerCase() !== 'keep-alive') return null;
          break;
        case 'content-length':
        case 'transfer-encoding':
        case 'expect':
        case 'upgrade':
        case 'trailer':
        case 'te':
          return null;
      }
    }
    if (hosts !== 1) return null;
    const [, lane, target = '', token = ''] = line;
    return {
      arrival: {
        kind: lane === 'o' ? 'opened' : 'clicked',
        target,
        token,
        method: 'GET',
        agent,
        address: this.#options.clientAddress(this.#socket.remoteAddress, forwardedFor),
        optsOut: asksNotToBeFollowed(gpc, dnt),
      },
      end: at + 2,
    };
  }

  #leave(bytes: Buffer): void {
    this.#left = true;
    this.#socket.off('data', this.#read);
    this.#socket.off('end', this.#ended);
    this.#socket.off('timeout', this.#timedOut);
    this.#socket.off('error', this.#failed);
    this.#socket.off('close', this.#gone);
    this.#socket.setTimeout(0);
    this.#gone();
    this.#options.handOver(this.#socket, bytes);
  }

  readonly #ended = (): void => {
    this.close();
  };

  readonly #timedOut = (): void => {
    // Whoever waits for an answer gets it; the time that takes has its own limit.
    if (!this.#busy) this.#socket.destroy();
  };

  readonly #failed = (): void => {
    if (!this.#left) this.#socket.destroy();
  };
}
