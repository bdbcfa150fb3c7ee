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
/** Answers that one run may have; noted in an array made beforehand, so that nothing grows while it is measured. */
const MOST_ANSWERS = 8_000_000;

/**
 * Keeps sockets busy, one request at a time on each. Deliberately simpler than an HTTP client, so that the generator
 * is not what is measured: it knows that every answer has as many bytes as the first one, and counts bytes. The
 * requests are sent in turn. At a given rate the time to answer counts from when a request was due, so that one that
 * had to wait for a free connection is not made to look faster than it was.
 */
export async function load(port: number, requests: readonly Buffer[], options: LoadOptions): Promise<LoadResult> {
  const { connections, seconds, perSecond } = options;
  const answerBytes = await sizeOfAnswer(port, requests[0] ?? Buffer.alloc(0));
  const latencies = new Float64Array(MOST_ANSWERS);
  let answered = 0;
  let asked = 0;
  let failure: Error | null = null;
  const callers = Array.from({ length: connections }, () => new Caller(port, answerBytes));
  await Promise.all(callers.map((caller) => caller.connected));
  const start = performance.now();
  const end = start + seconds * 1000;

  await new Promise<void>((resolve) => {
    const idle: Caller[] = [];
    const finish = () => {
      clearInterval(timer);
      resolve();
    };
    const ask = (caller: Caller, since: number) =>
      caller.ask(requests[asked++ % requests.length] ?? Buffer.alloc(0), (error) => {
        failure ??= error;
        const now = performance.now();
        latencies[answered++] = now - since;
        if (perSecond === undefined && now < end && error === null) ask(caller, now);
        else idle.push(caller);
        if (idle.length === callers.length && (now >= end || error !== null)) finish();
      });
    /** Sends what is due on the connections that are free. */
    const go = () => {
      const due = perSecond === undefined ? 0 : ((Math.min(performance.now(), end) - start) / 1000) * perSecond;
      for (let caller = idle.pop(); caller !== undefined; caller = idle.pop()) {
        if (perSecond === undefined || asked >= due || failure !== null) {
          idle.push(caller);
          break;
        }
        ask(caller, start + (asked / perSecond) * 1000);
      }
      if (performance.now() >= end && idle.length === callers.length) finish();
    };
    const timer = setInterval(go, TICK_MS);
    if (perSecond === undefined) for (const caller of callers) ask(caller, start);
    else idle.push(...callers);
  });
  const elapsed = (performance.now() - start) / 1000;
  for (const caller of callers) caller.end();
  if (failure !== null) throw failure;
  const sorted = latencies.subarray(0, answered).sort();
  const quantile = (share: number) => sorted[Math.floor((answered - 1) * share)] ?? Number.NaN;
  return { perSecond: answered / elapsed, medianMs: quantile(0.5), p99Ms: quantile(0.99) };
}

type Answered = (error: Error | null) => void;

class Caller {
  readonly connected: Promise<void>;
  readonly #socket: Socket;
  #answered: Answered = () => undefined;
  #received = 0;

  constructor(port: number, answerBytes: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true);
    this.connected = new Promise((resolve, reject) => {
      this.#socket.once('connect', () => resolve());
      this.#answered = (error) => error !== null && reject(error);
    });
    this.#socket.on('error', (error) => this.#settle(error));
    this.#socket.on('close', () => this.#settle(new Error('a connection was ended by the server')));
    this.#socket.on('data', (bytes) => {
      this.#received += bytes.length;
      if (this.#received < answerBytes) return;
      const isWhole = this.#received === answerBytes;
      this.#settle(isWhole ? null : new Error('an answer differs in size from the first one'));
    });
  }

  ask(request: Buffer, answered: Answered): void {
    this.#answered = answered;
    this.#received = 0;
    this.#socket.write(request);
  }

  end(): void {
    this.#answered = () => undefined;
    this.#socket.destroy();
  }

  #settle(error: Error | null): void {
    const answered = this.#answered;
    this.#answered = () => undefined;
    answered(error);
  }
}

/**
 * A request as a browser or a mail client behind a proxy sends it. `at` picks the address it comes from.
 * @param origin of the page whose script asks.
 */
export function get(path: string, at: number, origin?: string): Buffer {
  const from = origin === undefined ? '' : `Origin: ${origin}\r\n`;
  const headers = `${from}Accept: image/avif,image/webp,*/*\r\nAccept-Encoding: gzip, deflate, br\r\n`;
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
