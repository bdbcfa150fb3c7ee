import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

/** What the sink answers to a message; null: that it took it. */
export type Verdict = { readonly code: number; readonly message: string } | null;

/** A mail server that keeps what it is given, or answers as a test wants it to. */
export class Sink {
  readonly arrived: Arrived[] = [];
  judge: (arriving: Arrived) => Verdict | Promise<Verdict> = () => null;
  #server: SMTPServer | null = null;
  #port = 0;
  /** Most messages that were under way at one time. */
  atOnce = 0;
  #underWay = 0;

  get port(): number {
    return this.#port;
  }

  /** On the same port as before. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      onData: (stream, session, done) => {
        const { mailFrom, rcptTo } = session.envelope;
        this.atOnce = Math.max(this.atOnce, ++this.#underWay);
        buffer(stream)
          .then(async (bytes) => {
            const arriving = {
              from: mailFrom === false ? '' : mailFrom.address,
              to: rcptTo.map(({ address }) => address),
              bytes,
            };
            const verdict = await this.judge(arriving);
            if (verdict === null) this.arrived.push(arriving);
            this.#underWay--;
            done(verdict === null ? null : Object.assign(new Error(verdict.message), { responseCode: verdict.code }));
          })
          .catch(done);
      },
    });
    server.on('error', () => undefined);
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    const place = server.server.address();
    if (place !== null && typeof place === 'object') this.#port = place.port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    for (const connection of server.connections) connection.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  }

  /** The messages to somebody, once there are so many. */
  async to(address: string, count = 1, withinMs = 25_000): Promise<readonly Arrived[]> {
    const until = Date.now() + withinMs;
    for (;;) {
      const found = this.arrived.filter(({ to }) => to.includes(address));
      if (found.length >= count) return found;
      if (Date.now() > until) throw new Error(`${found.length} of ${count} messages came to ${address}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The one message to somebody. */
  async bytesTo(address: string): Promise<Buffer> {
    const [first] = await this.to(address);
    return first?.bytes ?? Buffer.alloc(0);
  }
}
