import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type ISocketFactory, Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import Cluster from 'kafkajs/src/cluster/index.js';
import type { KafkaLogger, KafkaOptions } from '../options.ts';
import { useFastGzip } from './gzip.ts';

/** kafkajs's entry, with a way to end everything that came of it at once. */
export interface KafkaClient {
  readonly kafka: Kafka;
  /** Below its public face; see kafkajs-internals.d.ts. */
  readonly cluster: () => Cluster;
  /** Every connection ends now, what waits for an answer fails now, and nothing connects again. */
  cut(): void;
}

const CONNECT_WITHIN_MS = 3_000;
const KEEP_ALIVE_MS = 60_000;

const METADATA_MAX_AGE_MS = 300_000;
/** Ours are in no transaction, and what is not ours goes to quarantine either way. */
export const READ_UNCOMMITTED = 0;

/** Looking for a broker that answers is given up after about 3 s of waiting between tries: the caller tries again. */
const RETRY = { retries: 4, initialRetryTime: 200, multiplier: 2, maxRetryTime: 3_000, factor: 0.2 };

/** Connects to nothing yet. `answerWithinMs` bounds each request. */
export function kafkaClient(options: KafkaOptions, answerWithinMs: number): KafkaClient {
  useFastGzip();
  const sockets = new Set<Socket>();
  let isCut = false;

  const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    if (isCut) throw new Error('the connection was given up');
    const socket = options.tls
      ? connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}), ...ssl }, onConnect)
      : connectTcp({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_MS).setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };

  const config: KafkaConfig = {
    clientId: options.clientId,
    // An empty list is the one answer upon which kafkajs gives up at once instead of trying on.
    brokers: () => (isCut ? [] : [...options.brokers]),
    connectionTimeout: CONNECT_WITHIN_MS,
    authenticationTimeout: answerWithinMs,
    requestTimeout: answerWithinMs,
    retry: RETRY,
    socketFactory,
    logLevel: logLevel.INFO,
    logCreator: () => (entry) => log(options.logger, entry, isCut),
  };
  if (options.tls !== null) config.ssl = { ...options.tls, rejectUnauthorized: true };
  if (options.sasl !== null) config.sasl = saslOf(options.sasl);

  const kafka = new Kafka(config);
  return {
    kafka,
    cluster: () =>
      new Cluster({
        ...config,
        logger: kafka.logger(),
        enforceRequestTimeout: true,
        allowAutoTopicCreation: false,
        metadataMaxAge: METADATA_MAX_AGE_MS,
        maxInFlightRequests: null,
        isolationLevel: READ_UNCOMMITTED,
      }),
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy(new Error('the connection was given up'));
    },
  };
}

/** Spelled out for kafkajs's types, which tie each mechanism to its own settings. */
function saslOf({
  mechanism,
  username,
  password,
}: NonNullable<KafkaOptions['sasl']>): NonNullable<KafkaConfig['sasl']> {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}

/** Of what kafkajs tells beside its sentence, these are known to hold nothing of a record. */
const FIELDS = ['broker', 'clientId', 'error', 'groupId', 'topic', 'retryCount', 'retryTime'];
/** Said for every producer of bounded tries; see ProducerSession for why they may be bounded. */
const KNOWN = 'Limiting retries for the idempotent producer may invalidate EoS guarantees';

/** What kafkajs calls an error is tried again, or reaches the caller as a rejection: a warning here. */
function log(logger: KafkaLogger, { namespace, level, log: entry }: LogEntry, isCut: boolean): void {
  const told: Record<string, unknown> = entry;
  const fields: Record<string, unknown> = { kafka: namespace };
  for (const name of FIELDS) if (told[name] !== undefined) fields[name] = told[name];
  if (isCut || entry.message === KNOWN || level === logLevel.DEBUG) logger.debug(fields, entry.message);
  else if (level === logLevel.INFO) logger.info(fields, entry.message);
  else logger.warn(fields, entry.message);
}
