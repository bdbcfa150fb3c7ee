import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly statusLine: string;
  /** Lines as they came, in their order. */
  readonly headerLines: readonly string[];
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Bytes as Latin-1 characters; chunks as they came. */
  readonly body: string;
}

const PATIENCE_MS = 20_000;

/** A client that writes what it wants, as and when it wants it, and reads answers one after the other. */
export class RawConnection {
  readonly #socket: Socket;
  readonly #bodiless: (at: number) => boolean;
  #received = '';
  #wake: () => void = () => {};
  #over = false;
  #answered = 0;

  /** @param bodiless says which answers, counted from 0, have no body though they name its length: those to HEAD. */
  constructor(port: number, bodiless: (at: number) => boolean = () => false) {
    this.#bodiless = bodiless;
    // Half open: that the other side has said all is no reason to hang up on it.
    this.#socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    this.#socket.setEncoding('latin1').on('data', (text) => {
      this.#received += text;
      this.#wake();
    });
    const over = () => {
      this.#over = true;
      this.#wake();
    };
    this.#socket.on('end', over).on('close', over);
    // A connection that is ended while more is being sent: whoever cares sees that it is over.
    this.#socket.on('error', () => {});
  }

  /** Resolves when the bytes are with the system. */
  write(bytes: string): Promise<void> {
    return new Promise((resolve) => this.#socket.write(bytes, 'latin1', () => resolve()));
  }

  /** Says that nothing more will be sent, and goes on listening. */
  finish(): void {
    this.#socket.end();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Goes away without a word. */
  abort(): void {
    this.#socket.resetAndDestroy();
  }

  close(): void {
    this.#socket.destroy();
  }

  /** What has come and is not part of an answer that was read already. */
  get rest(): string {
    return this.#received;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** The next answer; null: the other side ended the connection instead. */
  async answer(): Promise<RawAnswer | null> {
    const read = await this.#until(() => splitAnswer(this.#received, this.#bodiless(this.#answered)));
    if (read === null) return null;
    this.#received = this.#received.slice(read.end);
    this.#answered++;
    return read.answer;
  }

  async answers(count: number): Promise<RawAnswer[]> {
    const all: RawAnswer[] = [];
    while (all.length < count) {
      const next = await this.answer();
      if (next === null) throw new Error(`the connection ended after ${all.length} of ${count} answers`);
      all.push(next);
    }
    return all;
  }

  /** Resolves when the other side has ended the connection; gives the answers that were left to read. */
  async ended(): Promise<RawAnswer[]> {
    const all: RawAnswer[] = [];
    for (let next = await this.answer(); next !== null; next = await this.answer()) all.push(next);
    this.close();
    return all;
  }

  async #until<T>(look: () => T | null): Promise<T | null> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = look();
      if (found !== null || this.#over) return found;
      const left = until - Date.now();
      if (left <= 0) throw new Error(`nothing came in ${PATIENCE_MS} ms but: ${this.#received.slice(0, 300)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

/** The answer that a text begins with, if all of it is there. */
function splitAnswer(text: string, bodiless: boolean): { readonly answer: RawAnswer; readonly end: number } | null {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return null;
  const [statusLine = '', ...headerLines] = text.slice(0, head).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(`${statusLine} `)?.[1]);
  if (Number.isNaN(status)) throw new Error(`not an answer: ${text.slice(0, 300)}`);
  const headers = new Map(
    headerLines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const hasBody = !bodiless && status !== 204 && status >= 200;
  const chunked = hasBody && headers.get('transfer-encoding') === 'chunked';
  const end = chunked
    ? endOfChunks(text, head + 4)
    : head + 4 + (hasBody ? Number(headers.get('content-length') ?? 0) : 0);
  if (end === null || text.length < end) return null;
  return { answer: { status, statusLine, headerLines, headers, body: text.slice(head + 4, end) }, end };
}

function endOfChunks(text: string, from: number): number | null {
  for (let at = from; ; ) {
    const lineEnd = text.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(text.slice(at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (size === 0) return at;
  }
}
