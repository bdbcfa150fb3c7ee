import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';

/** What Node's own parser makes of bytes. */
export interface NodeReading {
  readonly requests: readonly { readonly request: IncomingMessage; readonly staysOpen: boolean }[];
  readonly failed: boolean;
}

/** Node's HTTP server, reading from memory: what it makes of bytes is known at once. */
export class NodeParser {
  readonly #server: Server;
  #seen: { request: IncomingMessage; response: ServerResponse }[] = [];
  #failed = false;

  constructor() {
    this.#server = createServer((request, response) => this.#seen.push({ request, response }));
    this.#server.on('clientError', () => {
      this.#failed = true;
    });
  }

  read(bytes: string): NodeReading {
    this.#seen = [];
    this.#failed = false;
    const connection = new Duplex({ read() {}, write: (_bytes, _encoding, done) => done() });
    this.#server.emit('connection', connection);
    connection.emit('data', Buffer.from(bytes, 'latin1'));
    const requests = this.#seen.map(({ request, response }) => ({ request, staysOpen: response.shouldKeepAlive }));
    connection.destroy();
    return { requests, failed: this.#failed };
  }
}
