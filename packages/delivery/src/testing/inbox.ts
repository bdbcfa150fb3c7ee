import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** What is answered to a message: that it was taken (null), a refusal, or nothing at all before the connection is cut. */
export type Verdict = { readonly code: number; readonly message: string } | 'cut' | null;

/** A mail server on this machine that keeps what it is given, or answers as a test wants it to. */
export class Inbox {
  readonly arrived: Arrived[] = [];
  judge: (arriving: Arrived) => Verdict = () => null;
  /** Addresses that it does not know. */
  unknown: readonly string[] = [];
  #server: SMTPServer | null = null;
  port = 0;

  /** @param login of whoever may send; left out: anybody */
  async open(login?: { readonly user: string; readonly password: string }): Promise<void> {
    const server = new SMTPServer({
      authOptional: login === undefined,
      allowInsecureAuth: true,
      disabledCommands: login === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onAuth: ({ username, password }, _session, done) =>
        username === login?.user && password === login?.password
          ? done(null, { user: username })
          : done(new Error('Wrong name or password')),
      onRcptTo: ({ address }, _session, done) =>
        done(
          this.unknown.includes(address)
            ? Object.assign(new Error('No such mailbox here'), { responseCode: 550 })
            : undefined,
        ),
      onData: (stream, session, done) => {
        const { mailFrom, rcptTo } = session.envelope;
        buffer(stream)
          .then((bytes) => {
            const arriving = {
              from: mailFrom === false ? '' : mailFrom.address,
              to: rcptTo.map(({ address }) => address),
              text: bytes.toString('utf8'),
            };
            const verdict = this.judge(arriving);
            if (verdict === 'cut') {
              for (const connection of server.connections) connection.close();
              return;
            }
            if (verdict === null) this.arrived.push(arriving);
            done(verdict === null ? null : Object.assign(new Error(verdict.message), { responseCode: verdict.code }));
          })
          .catch(done);
      },
    });
    server.on('error', () => undefined);
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', resolve);
    });
    const place = server.server.address();
    if (place !== null && typeof place === 'object') this.port = place.port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    for (const connection of server.connections) connection.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  }
}
