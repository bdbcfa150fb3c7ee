import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Delivered, messageOf, partOf, said } from './outcome.ts';
import type { OutgoingFile } from './outgoing-file.ts';
import { addressWithin, OutOfReachError } from './reach.ts';

/** A server that takes mail from us. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly tls: 'starttls' | 'implicit' | 'off';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** An address, with a name or without: `Readout <readout@example.com>`. */
  readonly from: string;
}

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly files: readonly OutgoingFile[];
  /** Without brackets. */
  readonly messageId: string;
  /** UTC, milliseconds. */
  readonly at: number;
}

const TIMES = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 };
/** That we may not send at all: another login mends that, waiting does not. */
const OF_OUR_LOGIN: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** Sends a message. Never rejects: what goes wrong is an outcome, in the server's words where it said any. */
export async function sendMail(server: MailServer, mail: Mail, allowsPrivate: boolean): Promise<Delivered> {
  let address: string;
  try {
    address = await addressWithin(server.host, allowsPrivate);
  } catch (error) {
    if (!(error instanceof OutOfReachError)) throw error;
    return { kind: 'failed', why: error.message, again: error.isPassing };
  }
  const connection = new SMTPConnection({
    host: address,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'off',
    tls: { minVersion: 'TLSv1.2', ...(isIP(server.host) === 0 ? { servername: server.host } : {}) },
    ...TIMES,
  });
  try {
    await opened(connection, server.login);
  } catch (error) {
    connection.close();
    return failed(error, server);
  }
  const given = { isWhole: false };
  try {
    const info = await sent(connection, server.from, mail, given);
    connection.quit();
    const refused = (info.rejectedErrors ?? []).map((error) => said(error.response ?? error.message));
    return {
      kind: 'done',
      note: refused.length === 0 ? null : `Not for ${info.rejected.join(', ')}: ${refused.join('; ')}`,
    };
  } catch (error) {
    connection.close();
    // All of it was given, and no answer came: the server may have taken it.
    if (given.isWhole && codeOf(error) === null) {
      return {
        kind: 'unknown',
        why: `${server.host} was given the whole message and said nothing to it: ${wordsOf(error)}`,
      };
    }
    return failed(error, server);
  }
}

function opened(connection: SMTPConnection, login: MailServer['login']): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error?: Error | null) => reject(error ?? new Error('the connection was closed'));
    // Stays: an error that nobody hears would end the process.
    connection.on('error', fail);
    connection.once('end', fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (login === null) return resolve();
      connection.login({ user: login.user, pass: login.password }, (refusal) => (refusal ? fail(refusal) : resolve()));
    });
  });
}

function sent(connection: SMTPConnection, from: string, mail: Mail, given: { isWhole: boolean }) {
  const message = new MailComposer({
    from,
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    date: new Date(mail.at),
    messageId: `<${mail.messageId}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.files.map(({ name, mediaType, path }) => ({ filename: name, contentType: mediaType, path })),
    disableUrlAccess: true,
  }).compile();
  const stream: Readable = message.createReadStream();
  stream.once('end', () => {
    given.isWhole = true;
  });
  return new Promise<SMTPConnection.SentMessageInfo>((resolve, reject) => {
    const lost = (error?: Error) => reject(error ?? new Error('the connection was closed'));
    connection.once('end', lost);
    connection.on('error', lost);
    connection.send(message.getEnvelope(), stream, (error, info) =>
      error || info === undefined ? reject(error ?? new Error('no answer')) : resolve(info),
    );
  });
}

function failed(error: unknown, { host }: MailServer): Delivered {
  const code = codeOf(error);
  const again = code === null || (code < 500 && !OF_OUR_LOGIN.has(code));
  return { kind: 'failed', why: `${host}: ${wordsOf(error)}`, again };
}

/** What the server answered with; null: it was not the server who refused. */
function codeOf(error: unknown): number | null {
  const code = partOf(error, 'responseCode');
  return typeof code === 'number' && code >= 400 ? code : null;
}

function wordsOf(error: unknown): string {
  const response = partOf(error, 'response');
  return typeof response === 'string' && response !== '' ? said(response) : messageOf(error);
}
