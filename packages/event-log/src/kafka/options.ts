import { createSecureContext } from 'node:tls';

/** Which library speaks with Kafka. What it writes and reads is the same, so one can take the other's place. */
export type KafkaClientName = 'kafkajs' | 'platformatic';

export interface KafkaOptions {
  readonly client: KafkaClientName;
  /** `host:port` of some of the brokers; they name the others. */
  readonly brokers: readonly string[];
  /** Created where it is missing; where it exists it is left as it is, and what differs is logged. */
  readonly topic: string;
  /** See partitionOf() for what a change of this number means. */
  readonly partitions: number;
  readonly replicationFactor: number;
  /** A forward waits until so many replicas have the records; with fewer in sync it rejects. */
  readonly minInSyncReplicas: number;
  /** How long Kafka keeps a record; -1 is for ever. */
  readonly retentionMs: number;
  /** Names this process in the brokers' logs and quotas. */
  readonly clientId: string;
  /** PEM; without `ca` the usual authorities are trusted. Certificates and their host names are always verified. */
  readonly tls: null | { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly sasl: null | {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Hears what the Kafka client has to say, never what is in a record. */
  readonly logger: KafkaLogger;
}

/** The part of pino's logger that is used. */
export interface KafkaLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** The settings cannot work, whatever the brokers do. */
export class KafkaConfigurationError extends Error {
  readonly code = 'KAFKA_CONFIGURATION';
}

/** Longer names are refused by Kafka, and so are others than these characters. */
const TOPIC = /^(?!\.{1,2}$)[a-zA-Z0-9._-]{1,249}$/;
/** An IPv6 address cannot be told from a port by kafkajs, which splits at the first colon. */
const BROKER = /^[^:\s/]+:([0-9]{1,5})$/;
/** Kafka takes more, which its tools then have trouble with. */
const GROUP = /^[a-zA-Z0-9._-]{1,249}$/;
const CLIENTS: readonly string[] = ['kafkajs', 'platformatic'];
const MECHANISMS: readonly string[] = ['plain', 'scram-sha-256', 'scram-sha-512'];

/** Throws KafkaConfigurationError for what cannot be a consumer group's name. */
export function checkKafkaGroup(group: string): void {
  if (GROUP.test(group)) return;
  throw new KafkaConfigurationError(
    `"${group}" cannot be a Kafka consumer group: use up to 249 letters, digits, ".", "_" and "-".`,
  );
}

/** Throws KafkaConfigurationError for the first thing that is wrong. */
export function checkKafkaOptions(options: KafkaOptions): void {
  const fault = faultOf(options);
  if (fault !== null) throw new KafkaConfigurationError(fault);
}

function faultOf({ brokers, topic, partitions, replicationFactor, ...options }: KafkaOptions): string | null {
  if (!CLIENTS.includes(options.client))
    return `There is no Kafka client "${options.client}": use ${CLIENTS.join(' or ')}.`;
  if (brokers.length === 0) return 'No Kafka broker is named: give at least one as host:port.';
  const wrongBroker = brokers.find((broker) => !isAddress(broker));
  if (wrongBroker !== undefined) return `A Kafka broker is given as host:port, which "${wrongBroker}" is not.`;
  if (!TOPIC.test(topic)) return `"${topic}" cannot be a Kafka topic: use up to 249 letters, digits, ".", "_" and "-".`;
  if (!isCount(partitions)) return `A Kafka topic has at least one partition, not ${partitions}.`;
  if (!isCount(replicationFactor)) return `A Kafka topic has at least one replica, not ${replicationFactor}.`;
  if (!isCount(options.minInSyncReplicas) || options.minInSyncReplicas > replicationFactor) {
    return `Of ${replicationFactor} replicas ${options.minInSyncReplicas} cannot be in sync.`;
  }
  if (!isCount(options.retentionMs) && options.retentionMs !== -1) {
    return `Kafka keeps records for a number of milliseconds, or for ever with -1, not for ${options.retentionMs}.`;
  }
  return faultOfSasl(options.sasl) ?? faultOfTls(options.tls);
}

function faultOfSasl(sasl: KafkaOptions['sasl']): string | null {
  if (sasl === null) return null;
  if (!MECHANISMS.includes(sasl.mechanism)) {
    return `The SASL mechanism "${sasl.mechanism}" is not known here: use one of ${MECHANISMS.join(', ')}.`;
  }
  if (sasl.username === '' || sasl.password === '') return 'SASL needs a user name and a password.';
  return null;
}

function faultOfTls(tls: KafkaOptions['tls']): string | null {
  if (tls === null) return null;
  if ((tls.cert === undefined) !== (tls.key === undefined)) return 'A client certificate and its key go together.';
  try {
    createSecureContext(tls);
    return null;
  } catch (error) {
    return `The certificates or the key for Kafka cannot be read (PEM is expected): ${String(error)}`;
  }
}

function isAddress(broker: string): boolean {
  const port = Number(BROKER.exec(broker)?.[1]);
  return port >= 1 && port <= 65_535;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
