import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request, or says that it is somebody else's. */
export type Room = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Header block of 16 KiB at most (Node answers 431 beyond), read within 20 s; whole request within 60 s. */
const LIMITS = { maxHeaderSize: 16_384, headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };

/** Something else listens there. */
class PortInUseError extends Error {
  readonly code = 'PORT_IN_USE';
}

/**
 * The one port of the embedded deployment. It is taken before anything else is opened, so that a port in use is
 * told at once; until the rooms are there, everybody is asked to come back in a moment.
 */
export class FrontDoor {
  readonly #server: Server;
  #rooms: readonly Room[] | null = null;

  constructor() {
    this.#server = createServer(LIMITS, (request, response) => this.#answer(request, response));
  }

  /**
   * @param port 0 for any free one.
   * @throws {PortInUseError}
   */
  async listen(host: string, port: number): Promise<AddressInfo> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new PortInUseError(
        `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port, as in READOUT_PORT=4401 npm start.`,
      );
    });
    // Listening on a TCP port, so the address is never a pipe's name.
    return this.#server.address() as AddressInfo;
  }

  open(rooms: readonly Room[]): void {
    this.#rooms = rooms;
  }

  /** Takes no new requests, waits for those under way; connections that idle are ended. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    if (this.#rooms === null) {
      response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
      response.end('Readout is starting. Please try again in a moment.\n');
      return;
    }
    for (const room of this.#rooms) if (room(request, response)) return;
  }
}
