import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Answer, answerOf } from './answer.ts';
import { lazily } from './lazily.ts';

export interface NextServerOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: 'starttls' | 'implicit' | 'off';
  /** PEM; null: the usual authorities. */
  readonly ca: string | null;
  readonly login: { readonly user: string; readonly password: string } | null;
  /** What we call ourselves. */
  readonly name: string;
  /** Held at one time. */
  readonly connections: number;
}

export interface Outgoing {
  /** Empty: nobody. */
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly eightBit: boolean;
  /** Made once the server wants the message. */
  readonly open: () => Readable;
}

interface Held {
  readonly connection: SMTPConnection;
  sent: number;
  idleTimer: NodeJS.Timeout | null;
}

const IDLE_MS = 15_000;
/** Some servers take no more over one connection. */
const MOST_OVER_ONE = 100;
const TIMES = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 300_000, dnsTimeout: 20_000 };

/** The server that messages are passed on to, over connections that are used again. */
export class NextServer {
  readonly #options: NextServerOptions;
  readonly #idle: Held[] = [];
  readonly #busy = new Set<Held>();
  #isClosed = false;

  constructor(options: NextServerOptions) {
    this.#options = options;
  }

  /** Never rejects: what goes wrong is an answer. Call it no more than `connections` times at once. */
  async send(outgoing: Outgoing): Promise<Answer> {
    for (;;) {
      let held: Held;
      const isReused = this.#idle.length > 0;
      try {
        held = this.#fromIdle() ?? (await this.#connect());
      } catch (error) {
        return answerOf(error);
      }
      this.#busy.add(held);
      const opened = { stream: false };
      const answer = await this.#over(held, outgoing, opened);
      this.#busy.delete(held);
      // A server closes connections that it has had enough of: nothing was said to it over this one.
      if (answer.kind === 'later' && answer.isOfServer && isReused && !opened.stream) {
        held.connection.close();
        continue;
      }
      await this.#giveBack(held, answer);
      return answer;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const held of this.#idle.splice(0)) quit(held);
    for (const held of this.#busy) held.connection.close();
  }

  #over(held: Held, { from, to, size, eightBit, open }: Outgoing, opened: { stream: boolean }): Promise<Answer> {
    const { connection } = held;
    held.sent++;
    return new Promise((resolve) => {
      const lost = (error?: Error) => resolve(answerOf(error ?? new Error('the connection was closed')));
      connection.once('end', lost);
      connection.once('error', lost);
      const done = (answer: Answer) => {
        connection.off('end', lost);
        connection.off('error', lost);
        resolve(answer);
      };
      const message = lazily(() => {
        opened.stream = true;
        return open();
      });
      connection.send({ from, to: [to], size, use8BitMime: eightBit }, message, (error, info) => {
        done(
          error === null || error === undefined
            ? { kind: 'accepted', response: info?.response ?? '' }
            : answerOf(error),
        );
      });
    });
  }

  #fromIdle(): Held | null {
    const held = this.#idle.pop() ?? null;
    if (held?.idleTimer) clearTimeout(held.idleTimer);
    return held;
  }

  async #giveBack(held: Held, answer: Answer): Promise<void> {
    const isUsable =
      answer.kind === 'accepted' || (!(answer.kind === 'later' && answer.isOfServer) && !answer.isCutOff);
    if (this.#isClosed || !isUsable || held.sent >= MOST_OVER_ONE) {
      if (isUsable) quit(held);
      else held.connection.close();
      return;
    }
    if (answer.kind !== 'accepted' && !(await wasReset(held.connection))) {
      held.connection.close();
      return;
    }
    held.idleTimer = setTimeout(() => {
      this.#drop(held);
      quit(held);
    }, IDLE_MS);
    this.#idle.push(held);
  }

  #drop(held: Held): void {
    const at = this.#idle.indexOf(held);
    if (at === -1) return;
    this.#idle.splice(at, 1);
    if (held.idleTimer) clearTimeout(held.idleTimer);
  }

  #connect(): Promise<Held> {
    const { host, port, tls, ca, login, name } = this.#options;
    const connection = new SMTPConnection({
      host,
      port,
      name,
      secure: tls === 'implicit',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'off',
      tls: { minVersion: 'TLSv1.2', ...(ca === null ? {} : { ca }) },
      ...TIMES,
    });
    return new Promise((resolve, reject) => {
      const fail = (error?: Error | null) => {
        reject(error ?? new Error('the connection was closed'));
        connection.close();
      };
      connection.once('error', fail);
      connection.once('end', fail);
      const ready = () => {
        connection.off('error', fail);
        connection.off('end', fail);
        const held: Held = { connection, sent: 0, idleTimer: null };
        // A server may end a connection that nobody uses.
        connection.on('end', () => this.#drop(held));
        connection.on('error', () => this.#drop(held));
        resolve(held);
      };
      connection.connect((error) => {
        if (error) return fail(error);
        if (login === null) return ready();
        connection.login({ user: login.user, pass: login.password }, (refusal) => (refusal ? fail(refusal) : ready()));
      });
    });
  }
}

function quit({ connection }: Held): void {
  connection.quit();
}

/** Whether a connection may be used for another message. */
function wasReset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => {
    connection.once('end', () => resolve(false));
    connection.reset((error) => resolve(!error));
  });
}
