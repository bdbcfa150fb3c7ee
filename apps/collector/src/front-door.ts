import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Networks, ProxyTrust } from '@readout/network';
import { BeaconLane } from './beacon-lane.ts';
import type { Collector } from './collector.ts';
import { FastLane } from './fast-lane.ts';
import { GeneralLane } from './general-lane.ts';

/** Answers a request, or says that it is somebody else's. */
export type Room = (request: IncomingMessage, response: ServerResponse) => boolean;

const FIRST_BYTE_TIMEOUT_MS = 20_000;
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
/** Header block of 16 KiB at most (Node answers 431 beyond), read within 20 s; whole request within 60 s. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: FIRST_BYTE_TIMEOUT_MS,
  requestTimeout: 60_000,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  // How often the two timeouts above are looked after.
  connectionsCheckingInterval: 5_000,
};
/** Connections held at one time: bounds what they can take of memory. */
const MOST_CONNECTIONS = 20_000;

/** Something else listens there. */
class PortInUseError extends Error {
  readonly code = 'PORT_IN_USE';
}

export interface DoorKeeping {
  readonly collector: Collector;
  /** What else there is behind the door, asked in turn. */
  readonly rooms: readonly Room[];
  readonly trust: ProxyTrust;
  readonly networks: Networks;
  /** Connections that one address may hold; null: any number. Proxies that are trusted, and this machine, are exempt. */
  readonly connectionsPerAddress: number | null;
}

interface OpenDoor extends DoorKeeping {
  readonly lane: FastLane;
  readonly general: GeneralLane;
  readonly beacon: BeaconLane;
}

/**
 * The one port. It is taken before anything else is opened, so that a port in use is told at once; until what is
 * behind it is ready, everybody is asked to come back in a moment.
 */
export class FrontDoor {
  readonly #server: Server;
  readonly #serveByNode: (socket: Socket) => void;
  readonly #connections = new Map<string, number>();
  #open: OpenDoor | null = null;

  constructor() {
    this.#server = createServer(LIMITS, (request, response) => this.#answer(request, response));
    this.#server.maxConnections = MOST_CONNECTIONS;
    // Node's server takes up whatever connection is put to its 'connection' event (documented there). So each is
    // looked at first, and put to it only when it is not one for the fast lane.
    const listeners = this.#server.listeners('connection') as ((socket: Socket) => void)[];
    this.#server.removeAllListeners('connection');
    this.#serveByNode = (socket) => {
      for (const listener of listeners) listener.call(this.#server, socket);
    };
    this.#server.on('connection', (socket) => this.#accept(socket));
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

  open(keeping: DoorKeeping): void {
    const { collector, trust } = keeping;
    const addressOf = trust.clientAddress.bind(trust);
    this.#open = {
      ...keeping,
      general: new GeneralLane(collector, addressOf),
      beacon: new BeaconLane(collector, addressOf),
      lane: new FastLane({
        take: (arrival, client) => collector.take(arrival, client),
        clientAddress: addressOf,
        handOver: (socket, bytes) => {
          this.#serveByNode(socket);
          socket.emit('data', bytes);
        },
        firstByteTimeout: FIRST_BYTE_TIMEOUT_MS,
        keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      }),
    };
  }

  /** Takes no new requests, waits for those under way; connections that idle are ended. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#open?.lane.close();
      this.#server.closeIdleConnections();
    });
  }

  #accept(socket: Socket) {
    const door = this.#open;
    if (door === null) return this.#serveByNode(socket);
    if (!this.#counted(door, socket)) {
      socket.destroy();
      return;
    }
    door.lane.accept(socket);
  }

  /** False: this address holds as many connections as it may. */
  #counted({ connectionsPerAddress, networks, trust }: OpenDoor, socket: Socket): boolean {
    const address = socket.remoteAddress;
    if (connectionsPerAddress === null || address === undefined) return true;
    if (networks.lookUp(address).network === 'unknown' || trust.isTrusted(address)) return true;
    const held = this.#connections.get(address) ?? 0;
    if (held >= connectionsPerAddress) return false;
    this.#connections.set(address, held + 1);
    socket.once('close', () => {
      const left = (this.#connections.get(address) ?? 1) - 1;
      if (left === 0) this.#connections.delete(address);
      else this.#connections.set(address, left);
    });
    return true;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const door = this.#open;
    if (door === null) {
      response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
      response.end('Readout is starting. Please try again in a moment.\n');
      return;
    }
    // RFC 9112, 3.2.2: the absolute form is to be accepted, though only proxies are asked in it.
    const absolute = /^https?:\/\/[^/?#]*/i.exec(request.url ?? '');
    if (absolute !== null) request.url = (request.url ?? '').slice(absolute[0].length) || '/';
    if (door.general.handle(request, response) || door.beacon.handle(request, response)) return;
    for (const room of door.rooms) if (room(request, response)) return;
  }
}
