import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusal } from './doubtful-request.ts';
import { send } from './general-lane.ts';

const BAD_REQUEST = refusal(400);
/** What Node's parser gives up with, where it is not 400. */
const STATUSES: Readonly<Record<string, ReturnType<typeof refusal>>> = {
  HPE_HEADER_OVERFLOW: refusal(431),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: refusal(413),
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408),
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Refuses connections on which something came that is no request. Node would do so at once, and so ahead of the
 * answers that earlier requests of the same connection still wait for; and it would go on with requests sent behind
 * one that was refused, whose answers nobody gets.
 */
export class Unreadable {
  readonly #newest = new WeakMap<Duplex, Exchange>();
  readonly #refused = new WeakSet<Duplex>();

  /** Takes note of a request; false: its connection has been refused, and this is none of a client's. */
  note(request: IncomingMessage, response: ServerResponse): boolean {
    const { socket } = request;
    if (this.#refused.has(socket) || this.#newest.get(socket)?.response.shouldKeepAlive === false) return false;
    this.#newest.set(socket, { request, response });
    return true;
  }

  /**
   * Sees to a request that offers another protocol: within it, and behind it, Node's parser does not say what it
   * cannot read. So nothing is read behind it, and a body that breaks off is refused from here.
   */
  watch(request: IncomingMessage, response: ServerResponse): void {
    response.shouldKeepAlive = false;
    const { socket } = request;
    socket.once('end', () => {
      if (!request.complete) this.refuse(socket, undefined);
    });
  }

  /** Answers what could not be read, after the answers that are due before, and ends the connection. */
  refuse(socket: Duplex, code: string | undefined, given = STATUSES[code ?? ''] ?? BAD_REQUEST): void {
    if (this.#refused.has(socket)) return;
    this.#refused.add(socket);
    const end = () => {
      if (socket.writable) socket.end(`${given.head}Date: ${new Date().toUTCString()}\r\n\r\n`, () => socket.destroy());
      else socket.destroy();
    };
    const newest = this.#newest.get(socket);
    // Where a request has not come to its end, its body is what cannot be read, and this is its own answer.
    if (newest === undefined || (newest.request.complete && newest.response.closed)) end();
    else if (newest.request.complete) newest.response.once('close', end);
    else if (newest.response.headersSent) socket.destroy();
    else send(newest.request, newest.response, given);
  }
}
