import { connect, type Socket } from 'node:net';

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second, sent when they are due and not when the last one is answered; left out: as many as go. */
  readonly perSecond?: number;
}

/** How often it is looked whether requests are due, in milliseconds. */
const TICK_MS = 1;

/**
 * Keeps sockets busy, one request at a time on each. Deliberately simpler than an HTTP client, so that the generator
 * is not what is measured: it knows that every answer has as many bytes as the first one, and counts bytes. The
 * requests are sent in turn. At a given rate the time to answer counts from when a request was due, so that one that
 * had to wait for a free connection is not made to look faster than it was.
 */
export async function load(port: number, requests: readonly Buffer[], options: LoadOptions): Promise<LoadResult> {
  const { connections, seconds, perSecond } = options;
  const answerBytes = await sizeOfAnswer(port, requests[0] ?? Buffer.alloc(0));
  const latencies: number[] = [];
  const idle: Caller[] = [];
  let asked = 0;
  const next = () => requests[asked++ % requests.length] ?? Buffer.alloc(0);
  const start = performance.now();
  const end = start + seconds * 1000;
  const callers = Array.from({ length: connections }, () => new Caller(port, answerBytes, latencies));
  await Promise.all(callers.map((caller) => caller.connected));

  if (perSecond === undefined) {
    const going = callers.map(async (caller) => {
      while (performance.now() < end) await caller.ask(next(), performance.now());
    });
    await Promise.all(going);
  } else {
    idle.push(...callers);
    const due: number[] = [];
    let sent = 0;
    const asking: Promise<void>[] = [];
    const go = () => {
      for (let caller = idle.pop(); caller !== undefined; caller = idle.pop()) {
        const at = due.shift();
        if (at === undefined) {
          idle.push(caller);
          return;
        }
        const free = caller;
        asking.push(
          free.ask(next(), at).then(() => {
            idle.push(free);
            go();
          }),
        );
      }
    };
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        const now = performance.now();
        for (; sent < ((Math.min(now, end) - start) / 1000) * perSecond; sent++)
          due.push(start + (sent / perSecond) * 1000);
        go();
        if (now < end) return;
        clearInterval(timer);
        resolve();
      }, TICK_MS);
    });
    await Promise.all(asking);
  }
  const elapsed = (performance.now() - start) / 1000;
  for (const caller of callers) caller.end();
  latencies.sort((a, b) => a - b);
  const quantile = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { perSecond: latencies.length / elapsed, medianMs: quantile(0.5), p99Ms: quantile(0.99) };
}

class Caller {
  readonly connected: Promise<void>;
  readonly #socket: Socket;
  readonly #latencies: number[];
  #answered: () => void = () => undefined;
  #failed: (error: Error) => void = () => undefined;
  #received = 0;
  #since = 0;

  constructor(port: number, answerBytes: number, latencies: number[]) {
    this.#latencies = latencies;
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true);
    this.connected = new Promise((resolve, reject) => {
      this.#socket.once('connect', () => resolve());
      this.#failed = reject;
    });
    this.#socket.on('error', (error) => this.#failed(error));
    this.#socket.on('close', () => this.#failed(new Error('a connection was ended by the server')));
    this.#socket.on('data', (bytes) => {
      this.#received += bytes.length;
      if (this.#received < answerBytes) return;
      if (this.#received > answerBytes) this.#failed(new Error('an answer differs in size from the first one'));
      this.#latencies.push(performance.now() - this.#since);
      this.#answered();
    });
  }

  ask(request: Buffer, since: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#received = 0;
      this.#since = since;
      this.#socket.write(request);
    });
  }

  end(): void {
    this.#failed = () => undefined;
    this.#socket.destroy();
  }
}

/** A request as a browser or a mail client behind a proxy sends it. `at` picks the address it comes from. */
export function get(path: string, at: number): Buffer {
  const headers = `Accept: image/avif,image/webp,*/*\r\nAccept-Encoding: gzip, deflate, br\r\n`;
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${common(at)}${headers}\r\n`);
}

export function post(path: string, body: string, at: number): Buffer {
  const headers = `Origin: https://letters.example\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${common(at)}${headers}\r\n${body}`);
}

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

function common(at: number): string {
  return `Host: letters.example\r\nUser-Agent: ${AGENT}\r\nX-Forwarded-For: ${addressOf(at)}\r\n`;
}

/**
 * An address as a proxy in front would name it: every other request comes from one of 200 image proxies of mail
 * providers, the others from 60,000 readers.
 */
function addressOf(at: number): string {
  if (at % 2 === 0) return `66.249.${80 + ((at / 2) % 10)}.${1 + (at % 20)}`;
  return `${80 + (at % 40)}.${(at * 7) % 256}.${(at >> 8) % 256}.${1 + ((at * 31) % 250)}`;
}

function sizeOfAnswer(port: number, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let bytes = 0;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.on('error', reject);
    socket.write(request);
    // Long enough for one answer on an idle machine; the connection itself stays open.
    setTimeout(() => {
      socket.destroy();
      resolve(bytes);
    }, 500);
  });
}
