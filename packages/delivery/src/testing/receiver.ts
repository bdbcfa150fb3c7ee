import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** A receiver of webhooks on this machine: what came, and what it answers to each. */
export class Receiver {
  readonly taken: { readonly headers: IncomingHttpHeaders; readonly body: string; readonly url: string }[] = [];
  /** Statuses of the next answers; 204 after them. */
  answers: number[] = [];
  #server: Server | null = null;
  address = '';

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      text(request).then(
        (body) => {
          this.taken.push({ headers: request.headers, body, url: request.url ?? '' });
          const status = this.answers.shift() ?? 204;
          response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
        },
        () => response.destroy(),
      );
    });
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const place = server.address();
    if (place !== null && typeof place === 'object') this.address = `http://127.0.0.1:${place.port}`;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  }
}
