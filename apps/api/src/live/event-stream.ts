import type { ServerResponse } from 'node:http';

const PING_MS = 15_000;
/** A listener that reads this little is cut off; the browser connects again by itself. Bytes. */
const MOST_UNREAD = 64 * 1024;

/** Server-sent events over one response, after the HTML standard, section 9.2. */
export class EventStream {
  readonly #ping: NodeJS.Timeout;

  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy in front (nginx) would hold events back otherwise.
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    this.#ping = setInterval(() => this.#write(': ping\n\n'), PING_MS);
    response.once('close', () => clearInterval(this.#ping));
  }

  send(event: string, data: unknown): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Ends the response; the connection is not kept for another request. */
  end(): void {
    clearInterval(this.#ping);
    this.response.end();
  }

  #write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_UNREAD) this.response.destroy();
  }
}
