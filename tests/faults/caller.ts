import { connect, type Socket } from 'node:net';

const NO_ANSWER_WITHIN_MS = 90_000;

export interface CallerAnswer {
  readonly status: number;
  /** Milliseconds from asking to the end of the answer. */
  readonly took: number;
}

/** One connection kept open, one request at a time: what a load generator needs of HTTP, and little of the machine. */
export class Caller {
  readonly #socket: Socket;
  readonly #host: string;
  #received = '';
  #waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;
  #closed = false;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = true;
      this.#waiting?.reject(new Error('the connection ended before the answer'));
      this.#waiting = null;
    });
    socket.setTimeout(NO_ANSWER_WITHIN_MS, () => socket.destroy());
  }

  /** Rejects where nobody listens. */
  static async to(address: string): Promise<Caller> {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Caller(socket, `${hostname}:${port}`);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<CallerAnswer> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const began = performance.now();
    const status = await new Promise<number>((resolve, reject) => {
      if (this.#closed) {
        reject(new Error('the connection is closed'));
        return;
      }
      this.#waiting = { resolve, reject };
      this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n${lines.join('')}\r\n`);
    });
    return { status, took: performance.now() - began };
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#received += text;
    const head = this.#received.indexOf('\r\n\r\n');
    if (head === -1) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#received.slice(0, head))?.[1] ?? 0);
    if (this.#received.length < head + 4 + length) return;
    const status = Number(this.#received.slice(9, 12));
    this.#received = '';
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(status);
  }
}
