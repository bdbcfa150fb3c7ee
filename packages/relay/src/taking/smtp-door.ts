import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt, Attempts } from '@readout/credentials';
import type { PublicId } from '@readout/events';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { RelayMetrics } from '../metrics.ts';
import type { Entry } from '../queue/entry.ts';
import { MessageTooLargeError, type Queue, QueueFullError } from '../queue/queue.ts';
import type { KnownSenders } from './known-senders.ts';
import { receivedField } from './received.ts';
import { SmtpRefusal } from './refusal.ts';

export interface DoorParts {
  readonly host: string;
  readonly port: number;
  /** What we call ourselves. */
  readonly name: string;
  /** PEM; null: without TLS. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
  readonly largestMessageBytes: number;
  readonly senders: KnownSenders;
  readonly attempts: Attempts;
  readonly queue: Queue;
  readonly metrics: RelayMetrics;
  readonly logger: Logger;
  /** Whether nothing of a connection is heard outside; left out: by its address. */
  readonly isOnThisMachine?: (address: string) => boolean;
  /** Of a message that is on disk. */
  readonly onTaken: (entry: Entry) => void;
}

const MOST_RECIPIENTS = 1_000;
const MOST_CONNECTIONS = 500;
const STANDSTILL_MS = 300_000;
const CLOSES_WITHIN_MS = 5_000;
const FAILURE_TAKES_MS = 1_000;
const NO_GUESS: Attempt = { admitted: true, succeeded: () => undefined };
/** What nobody needs here, and what tells strangers something. */
const NOT_SERVED = ['VRFY', 'EXPN', 'HELP', 'WIZ', 'SHELL', 'KILL'];

/** Something else listens there. */
class RelayPortInUseError extends Error {
  readonly code = 'PORT_IN_USE';
}

export interface OpenDoor {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes mail from senders who are known, and answers when it is on disk. Nothing is taken from anybody else; a key is
 * heard over TLS only, or from a program on this machine.
 * @throws {RelayPortInUseError}
 */
export async function openDoor(parts: DoorParts): Promise<OpenDoor> {
  const { certificate, name, largestMessageBytes, logger, host, port } = parts;
  const server = new SMTPServer({
    name,
    banner: 'Readout relay',
    size: largestMessageBytes,
    authMethods: ['PLAIN', 'LOGIN'],
    // Whether a key may be said is decided for each connection, below.
    allowInsecureAuth: true,
    hideENHANCEDSTATUSCODES: true,
    disableReverseLookup: true,
    useXClient: false,
    useXForward: false,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: STANDSTILL_MS,
    closeTimeout: CLOSES_WITHIN_MS,
    disabledCommands: certificate === null ? [...NOT_SERVED, 'STARTTLS'] : NOT_SERVED,
    ...(certificate === null ? {} : { ...certificate, minVersion: 'TLSv1.2' }),
    logger: false,
    onConnect: (session, done) => answer(done, () => greeted(parts, session)),
    onSecure: (_socket, session, done) => {
      session.disabledCommands = [...NOT_SERVED, 'STARTTLS'];
      done();
    },
    onAuth: (auth, session, done) => {
      signedIn(parts, session, auth.username ?? '', auth.password ?? '').then(
        (publication) => done(null, { user: publication }),
        (error: Error) => done(error),
      );
    },
    onMailFrom: ({ args }, session, done) => answer(done, () => mayBegin(parts, session, declaredSize(args))),
    onRcptTo: (_address, session, done) => answer(done, () => mayAdd(session)),
    onData: (stream, session, done) => {
      taken(parts, stream, session).then(
        (entry) => done(null, `OK: kept as ${entry.id}`),
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(understood(error, host, port)));
    server.listen(port, host, resolve);
  });
  // Connections that break off, handshakes that fail: of no concern beyond their own.
  server.on('error', (error) => logger.debug({ err: error }, 'a connection to the relay failed'));
  const place = server.server.address();
  if (place === null || typeof place === 'string') throw new Error('a TCP server has a port');
  return { port: place.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function answer(done: (error?: Error) => void, check: () => void): void {
  try {
    check();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  done();
}

function greeted(parts: DoorParts, session: SMTPServerSession): void {
  if (isNear(parts, session)) return;
  if (parts.certificate === null) {
    throw new SmtpRefusal(554, 'This relay has no certificate, so only programs on its own machine can use it');
  }
  // Nobody is to say a key in the open, were it by mistake.
  session.disabledCommands = [...NOT_SERVED, 'AUTH'];
}

async function signedIn(parts: DoorParts, session: SMTPServerSession, user: string, key: string): Promise<PublicId> {
  const { senders, attempts, metrics, logger } = parts;
  if (!session.secure && !isNear(parts, session)) {
    throw new SmtpRefusal(538, 'Encryption required: begin with STARTTLS');
  }
  // Somebody else's guesses are not to keep a sender out.
  const attempt = senders.remembers(user, key) ? NO_GUESS : attempts.begin(session.remoteAddress);
  if (!attempt.admitted) {
    metrics.signedIn('limited');
    throw new SmtpRefusal(454, `Too many failed attempts: try again in ${attempt.retryAfterSeconds} s`);
  }
  let publication: PublicId | null;
  try {
    publication = await senders.find(user, key);
  } catch (error) {
    attempt.succeeded();
    metrics.signedIn('away');
    logger.warn({ err: error }, 'a sender could not sign in, as the catalog cannot be asked');
    throw new SmtpRefusal(454, 'Keys cannot be checked at present: try again later');
  }
  if (publication === null) {
    metrics.signedIn('refused');
    logger.warn({ from: session.remoteAddress }, 'a sender was refused: no such publication, or not its key');
    await sleep(FAILURE_TAKES_MS);
    throw new SmtpRefusal(535, 'The user is the id of a publication, the password a key of that publication');
  }
  attempt.succeeded();
  metrics.signedIn('accepted');
  return publication;
}

/** Beside what the library checks: whatever it lets pass, nobody unknown gets further than this. */
function senderOf(session: SMTPServerSession): PublicId {
  const user: unknown = session.user;
  if (typeof user !== 'string') throw new SmtpRefusal(530, 'Authentication required');
  return user as PublicId;
}

function mayBegin({ queue, largestMessageBytes, metrics }: DoorParts, session: SMTPServerSession, size: number): void {
  senderOf(session);
  if (size > largestMessageBytes) {
    metrics.taken('too_large');
    throw new SmtpRefusal(552, `A message may have ${largestMessageBytes} bytes`);
  }
  if (!queue.hasRoomFor(size)) {
    metrics.taken('queue_full');
    throw new SmtpRefusal(452, 'The queue is full: try again later');
  }
}

function mayAdd(session: SMTPServerSession): void {
  senderOf(session);
  if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) throw new SmtpRefusal(452, 'Too many recipients at once');
}

async function taken(parts: DoorParts, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Entry> {
  const { queue, metrics, logger, name, onTaken, largestMessageBytes } = parts;
  const { mailFrom, rcptTo, bodyType } = session.envelope;
  const at = new Date();
  const envelope = {
    publication: senderOf(session),
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    eightBit: bodyType === '8bitmime',
    receivedAt: at.getTime(),
  };
  try {
    const entry = await queue.take(envelope, receivedField(session, name, at), stream);
    metrics.taken('taken');
    onTaken(entry);
    return entry;
  } catch (error) {
    if (error instanceof MessageTooLargeError) {
      metrics.taken('too_large');
      throw new SmtpRefusal(552, `A message may have ${largestMessageBytes} bytes`);
    }
    if (error instanceof QueueFullError) {
      metrics.taken('queue_full');
      logger.error('the queue of the relay is full: senders are told to come again later');
      throw new SmtpRefusal(452, 'The queue is full: try again later');
    }
    metrics.taken('failed');
    logger.error({ err: error }, 'a message could not be kept');
    throw new SmtpRefusal(451, 'The message could not be kept: try again later');
  }
}

function declaredSize(args: false | Readonly<Record<string, string | true>>): number {
  const size = args === false ? Number.NaN : Number(args['SIZE']);
  return Number.isFinite(size) ? size : 0;
}

function isNear({ isOnThisMachine = isLoopback }: DoorParts, { remoteAddress }: SMTPServerSession): boolean {
  return isOnThisMachine(remoteAddress);
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || /^127\./.test(plain);
}

function understood(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new RelayPortInUseError(
    `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port with READOUT_RELAY_PORT.`,
  );
}
