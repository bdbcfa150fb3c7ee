import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Networks, ProxyTrust } from '@readout/network';
import { PortInUseError } from '@readout/program';
import { BeaconLane } from './beacon-lane.ts';
import type { Collector } from './collector.ts';
import { MOST_HEADERS, pathOf, refusal, refusalOf } from './doubtful-request.ts';
import { FastLane } from './fast-lane.ts';
import { GeneralLane, send } from './general-lane.ts';
import type { HookLane } from './hooks/hook-lane.ts';
import { OfferLane } from './offer-lane.ts';
import type { PageScript } from './page-script.ts';
import { Unreadable } from './unreadable.ts';

/** Answers a request, or says that it is somebody else's. */
type Room = (request: IncomingMessage, response: ServerResponse) => boolean;

/** How long a connection may take; all in milliseconds. */
export interface DoorTimes {
  /** Until its first byte, and until the header block of a request that has begun is there. */
  readonly headersTimeout: number;
  /** Until the whole of a request is there. */
  readonly requestTimeout: number;
  /** From an answer to the next request. */
  readonly keepAliveTimeout: number;
  /** While an answer is under way and neither side gets on with it: the client does not read, or we have nothing. */
  readonly standstillTimeout: number;
  /** How often the timeouts of requests that have begun are looked after. */
  readonly connectionsCheckingInterval: number;
  /** How long requests under way are waited for when the door is closed. */
  readonly closingTimeout: number;
}

const TIMES: DoorTimes = {
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  standstillTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
  closingTimeout: 10_000,
};
/** Header block of 16 KiB at most: 431 beyond. Doubtful requests are refused by us, those without a host among them. */
const PARSING = { maxHeaderSize: 16_384, requireHostHeader: false };
/** Connections held at one time: bounds what they can take of memory. */
const MOST_CONNECTIONS = 20_000;

/** Whoever asks for a tunnel (CONNECT) is told that there is none. */
const NO_PROXY = refusal(501);

export interface DoorKeeping {
  readonly collector: Collector;
  /** Left out, as with `hooks`: who asks is answered by what else there is. */
  readonly scripts?: readonly PageScript[];
  readonly hooks?: HookLane;
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
  readonly offers: OfferLane;
}

/**
 * The one port. It is taken before anything else is opened, so that a port in use is told at once; until what is
 * behind it is ready, everybody is asked to come back in a moment.
 */
export class FrontDoor {
  readonly #times: DoorTimes;
  readonly #server: Server;
  readonly #unreadable = new Unreadable();
  readonly #serveByNode: (socket: Socket) => void;
  readonly #connections = new Map<string, number>();
  /** The newest answer of a room on each connection. */
  readonly #inRooms = new WeakMap<Socket, ServerResponse>();
  #open: OpenDoor | null = null;

  constructor(times: Partial<DoorTimes> = {}) {
    this.#times = { ...TIMES, ...times };
    this.#server = createServer({ ...PARSING, ...this.#times }, (request, response) => this.#answer(request, response));
    this.#server.timeout = this.#times.standstillTimeout;
    this.#server.maxConnections = MOST_CONNECTIONS;
    // One more than is allowed, so that what is over can be told from what was dropped.
    this.#server.maxHeadersCount = MOST_HEADERS + 1;
    // A client that says nothing more after its request still waits for the answer, which may come later.
    Object.assign(this.#server, { httpAllowHalfOpen: true });
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      this.#unreadable.refuse(socket, error.code);
    });
    this.#server.on('connect', (_request, socket) => {
      socket.on('error', () => socket.destroy());
      this.#unreadable.refuse(socket, undefined, NO_PROXY);
    });
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
      throw error.code === 'EADDRINUSE' ? new PortInUseError(host, port) : error;
    });
    // Listening on a TCP port, so the address is never a pipe's name.
    return this.#server.address() as AddressInfo;
  }

  open(keeping: DoorKeeping): void {
    const { collector, trust } = keeping;
    const addressOf = trust.clientAddress.bind(trust);
    const beacon = new BeaconLane(collector, addressOf);
    const offers = new OfferLane(collector, addressOf);
    this.#open = {
      ...keeping,
      general: new GeneralLane(collector, addressOf),
      beacon,
      offers,
      lane: new FastLane({
        beacon,
        offers,
        take: (arrival, client) => collector.take(arrival, client),
        clientAddress: addressOf,
        handOver: (socket, bytes) => {
          this.#serveByNode(socket);
          socket.emit('data', bytes);
          // It has been said before, and will not be said again.
          if (socket.readableEnded) socket.emit('end');
        },
        firstByteTimeout: this.#times.headersTimeout,
        keepAliveTimeout: this.#times.keepAliveTimeout,
      }),
    };
  }

  /** Takes no new requests, waits for those under way, though not for ever; connections that idle are ended. */
  async close(): Promise<void> {
    const closing = setTimeout(() => {
      this.#open?.lane.destroy();
      this.#server.closeAllConnections();
    }, this.#times.closingTimeout);
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#open?.lane.close();
      this.#server.closeIdleConnections();
    });
    clearTimeout(closing);
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
    if (!this.#unreadable.note(request, response)) return;
    const refused = refusalOf(request);
    if (refused !== null) {
      send(request, response, refused);
      return;
    }
    if (request.headers.upgrade !== undefined) this.#unreadable.watch(request, response);
    request.url = pathOf(request.url ?? '');
    if (door.general.handle(request, response) || door.beacon.handle(request, response)) return;
    if (door.offers.handle(request, response)) return;
    if (door.scripts?.some((one) => one.serve(request, response)) || door.hooks?.handle(request, response)) return;
    this.#endWithReader(request, response);
    for (const room of door.rooms) if (room(request, response)) return;
  }

  /** What a room answers may have no end (a stream of news): it is over when its reader says that they have gone. */
  #endWithReader({ socket }: IncomingMessage, response: ServerResponse): void {
    const isNew = !this.#inRooms.has(socket);
    this.#inRooms.set(socket, response);
    if (!isNew) return;
    socket.once('end', () => {
      const newest = this.#inRooms.get(socket);
      if (newest?.headersSent && !newest.writableEnded) socket.destroy();
    });
  }
}
