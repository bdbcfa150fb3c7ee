import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** In the address of a request that writes events. */
const INSERT = /^POST \S*INSERT(?:\+|%20)INTO(?:\+|%20)(?:incoming|events|arrivals)\b/;

/** An INSERT, or the answer to one, that is not passed on yet. */
export interface Held {
  /** Passes it on, whoever is left on either side. */
  passOn(): void;
}

type Point = 'request' | 'answer';

/** Stands before ClickHouse for one client, and can stop its writes at a point that is known. */
export class ClickHouseFront {
  readonly #target: URL;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #waiting: { readonly point: Point; readonly resolve: (held: Held) => void } | null = null;
  #refusing = false;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((incoming) => this.#follow(incoming));
  }

  static async before(target: string): Promise<ClickHouseFront> {
    const front = new ClickHouseFront(target);
    front.#server.listen(0, '127.0.0.1');
    await once(front.#server, 'listening');
    return front;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /**
   * Resolves with the next INSERT of events: `request`, when the client has sent it and ClickHouse has seen nothing of
   * it; `answer`, when ClickHouse has done it and the client has heard nothing of that.
   */
  holdNext(point: Point): Promise<Held> {
    return new Promise((resolve) => {
      this.#waiting = { point, resolve };
    });
  }

  /** Nobody gets through, and whoever waits is cut off. */
  refuse(): void {
    this.#refusing = true;
    for (const socket of this.#sockets) socket.destroy();
  }
  accept(): void {
    this.#refusing = false;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #follow(incoming: Socket): void {
    if (this.#refusing) {
      incoming.destroy();
      return;
    }
    const asking = new Lane(incoming);
    let answering = this.#reach(asking, incoming);
    let isWriting = false;
    asking.look = (chunk) => {
      const isInsert = INSERT.test(chunk.toString('latin1'));
      isWriting = isInsert && this.#takes('answer');
      if (!isInsert || !this.#takes('request')) return;
      // ClickHouse ends connections that idle: what is held goes over a new one.
      answering.abandon();
      this.#tell(
        asking.hold(() => {
          answering = this.#reach(asking, incoming);
        }),
      );
    };
    answering.look = () => {
      if (isWriting && this.#takes('answer')) this.#tell(answering.hold(() => undefined));
      isWriting = false;
    };
  }

  /** Connects a client's lane to ClickHouse; answers the lane back. */
  #reach(asking: Lane, incoming: Socket): Lane {
    const outgoing = connect(Number(this.#target.port), this.#target.hostname);
    for (const socket of [incoming, outgoing]) {
      if (this.#sockets.has(socket)) continue;
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    }
    asking.leadTo(outgoing);
    const answering = new Lane(outgoing);
    answering.leadTo(incoming);
    return answering;
  }

  #takes(point: Point): boolean {
    return this.#waiting?.point === point;
  }

  #tell(held: Held): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(held);
  }
}

/** One direction of a connection. */
class Lane {
  /** Sees each chunk before it goes on, unless it is held. */
  look: (chunk: Buffer) => void = () => undefined;
  readonly #from: Socket;
  #to: Socket | null = null;
  #held: Buffer[] | null = null;
  #isAbandoned = false;

  constructor(from: Socket) {
    this.#from = from;
    from.on('data', (chunk: Buffer) => {
      if (this.#held === null) this.look(chunk);
      if (this.#held === null) this.#to?.write(chunk);
      else this.#held.push(chunk);
    });
    // What is held may go on when its sender is gone: it was on its way.
    from.on('close', () => {
      if (this.#held === null && !this.#isAbandoned) this.#to?.destroy();
    });
  }

  leadTo(to: Socket): void {
    this.#to = to;
  }

  /** Nothing that comes from there matters any more. */
  abandon(): void {
    this.#isAbandoned = true;
    this.#from.destroy();
  }

  /** @param before what is to be done before it is passed on */
  hold(before: () => void): Held {
    this.#held = [];
    return {
      passOn: () => {
        before();
        for (const chunk of this.#held ?? []) this.#to?.write(chunk);
        this.#held = null;
      },
    };
  }
}
