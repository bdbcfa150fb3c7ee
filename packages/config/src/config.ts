import { availableParallelism, hostname } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type DeliveryConfig, deliveryOf, missingForDelivery } from './delivery.ts';
import { missingForRelay, type RelayConfig, relayOf } from './relay.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DAY_MS = 86_400_000;
const MEBIBYTE = 1_048_576;

const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsAbsent, schema.optional());
const whole = (minimum: number, maximum: number, fallback: number) =>
  z.preprocess(
    emptyIsAbsent,
    z.coerce
      .number({ error: `not a whole number from ${minimum} to ${maximum}` })
      .int()
      .min(minimum)
      .max(maximum)
      .default(fallback),
  );

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));

const mailHost = z
  .string()
  .regex(/^[\w.:-]{1,253}$/, 'not the name or the address of a machine, such as smtp.example.com');
const webAddress = z.url({ protocol: /^https?$/, error: 'not an http or https address' });

/** Every variable that Readout reads; docs/operations.md says what they do. */
const environment = z.object({
  READOUT_PORT: whole(0, 65_535, 4400),
  READOUT_HOST: z.preprocess(emptyIsAbsent, z.string().default('127.0.0.1')),
  READOUT_DATA_DIR: z.preprocess(emptyIsAbsent, z.string().default('./data')),
  READOUT_PUBLIC_URL: optional(webAddress),
  READOUT_API_KEY: optional(z.string().min(20, 'too short for a key: give at least 20 characters').max(200)),
  READOUT_URL: optional(webAddress),
  READOUT_LOG_LEVEL: z.preprocess(emptyIsAbsent, z.enum(LOG_LEVELS).default('info')),
  READOUT_LOG_RETENTION_DAYS: whole(1, 3650, 7),
  READOUT_LOG_MAX_MB: whole(64, 10_000_000, 4096),
  READOUT_LOG_WHEN_FULL: z.preprocess(emptyIsAbsent, z.enum(['refuse', 'drop']).default('refuse')),
  READOUT_TRUSTED_PROXIES: list,
  READOUT_PRIVACY_SIGNALS: z.preprocess(emptyIsAbsent, z.enum(['ignore', 'anonymous', 'skip']).default('anonymous')),
  READOUT_ADDRESSES: z.preprocess(emptyIsAbsent, z.enum(['truncate', 'drop']).default('truncate')),
  READOUT_ADDRESS_RATE: whole(0, 1_000_000, 100),
  READOUT_PUBLICATION_RATE: whole(0, 10_000_000, 20_000),
  READOUT_ADDRESS_CONNECTIONS: whole(0, 100_000, 256),
  READOUT_API_RATE: whole(0, 10_000_000, 6_000),
  READOUT_IMPORT_MAX_MB: whole(1, 10_000_000, 5_120),
  READOUT_SETTLE_SECONDS: whole(0, 3_600, 300),
  READOUT_ALLOW_READER_HISTORY: z.preprocess(emptyIsAbsent, z.enum(['on', 'off']).default('off')),
  READOUT_DELIVERY_FOLDER: optional(z.string()),
  READOUT_DELIVERY_PRIVATE_TARGETS: z.preprocess(emptyIsAbsent, z.enum(['on', 'off']).default('off')),
  READOUT_SMTP_HOST: optional(mailHost),
  READOUT_SMTP_PORT: optional(whole(1, 65_535, 587)),
  READOUT_SMTP_TLS: z.preprocess(emptyIsAbsent, z.enum(['starttls', 'implicit', 'off']).default('starttls')),
  READOUT_SMTP_USER: optional(z.string()),
  READOUT_SMTP_PASSWORD: z.string().default(''),
  READOUT_SMTP_FROM: optional(
    z.string().regex(/^(?:[^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'not an email address'),
  ),
  READOUT_WORKERS: whole(1, 256, availableParallelism()),
  KAFKA_BROKERS: list,
  KAFKA_CLIENT: z.preprocess(emptyIsAbsent, z.enum(['kafkajs', 'platformatic']).default('kafkajs')),
  KAFKA_GROUP: z.preprocess(
    emptyIsAbsent,
    z
      .string()
      .regex(/^[\w.-]{1,249}$/, 'up to 249 letters, digits, ".", "_" and "-"')
      .default('readout-ingester'),
  ),
  KAFKA_TOPIC: z.preprocess(emptyIsAbsent, z.string().default('readout-events')),
  KAFKA_PARTITIONS: whole(1, 10_000, 12),
  KAFKA_REPLICATION_FACTOR: whole(1, 32, 3),
  KAFKA_MIN_IN_SYNC_REPLICAS: whole(1, 32, 2),
  KAFKA_RETENTION_DAYS: whole(1, 3650, 7),
  KAFKA_TLS: z.preprocess(emptyIsAbsent, z.enum(['on', 'off']).default('off')),
  KAFKA_CA_FILE: optional(z.string()),
  KAFKA_CERT_FILE: optional(z.string()),
  KAFKA_KEY_FILE: optional(z.string()),
  KAFKA_SASL_MECHANISM: optional(z.enum(['plain', 'scram-sha-256', 'scram-sha-512'])),
  KAFKA_USERNAME: z.string().default(''),
  KAFKA_PASSWORD: z.string().default(''),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'not a postgres:// address' })),
  CLICKHOUSE_URL: optional(webAddress),
  CLICKHOUSE_USER: z.preprocess(emptyIsAbsent, z.string().default('default')),
  CLICKHOUSE_PASSWORD: z.string().default(''),
  CLICKHOUSE_DATABASE: z.preprocess(
    emptyIsAbsent,
    z.string().regex(/^\w+$/, 'letters, digits and _ only').default('readout'),
  ),
  CLICKHOUSE_READ_USER: optional(z.string()),
  CLICKHOUSE_READ_PASSWORD: z.string().default(''),
  CLICKHOUSE_CLUSTER: optional(z.string()),
  CLICKHOUSE_CA_FILE: optional(z.string()),
  READOUT_RELAY_PORT: optional(whole(0, 65_535, 2525)),
  READOUT_RELAY_HOST: z.preprocess(emptyIsAbsent, z.string().default('127.0.0.1')),
  READOUT_RELAY_NAME: z.preprocess(emptyIsAbsent, mailHost.default(hostname())),
  READOUT_RELAY_CERT_FILE: optional(z.string()),
  READOUT_RELAY_KEY_FILE: optional(z.string()),
  READOUT_RELAY_MAX_MESSAGE_MB: whole(1, 1_000, 30),
  READOUT_RELAY_QUEUE_MB: whole(1, 10_000_000, 2048),
  READOUT_RELAY_QUEUE_MESSAGES: whole(1, 1_000_000, 100_000),
  READOUT_RELAY_TRY_HOURS: whole(1, 240, 48),
  READOUT_RELAY_NEXT_HOST: optional(mailHost),
  READOUT_RELAY_NEXT_PORT: optional(whole(1, 65_535, 587)),
  READOUT_RELAY_NEXT_TLS: z.preprocess(emptyIsAbsent, z.enum(['starttls', 'implicit', 'off']).default('starttls')),
  READOUT_RELAY_NEXT_CA_FILE: optional(z.string()),
  READOUT_RELAY_NEXT_USER: optional(z.string()),
  READOUT_RELAY_NEXT_PASSWORD: z.string().default(''),
  READOUT_RELAY_NEXT_CONNECTIONS: whole(1, 100, 5),
  READOUT_RELAY_DKIM_DOMAIN: optional(mailHost),
  READOUT_RELAY_DKIM_SELECTOR: optional(z.string().regex(/^[\w.-]{1,63}$/, 'letters, digits, ".", "_" and "-" only')),
  READOUT_RELAY_DKIM_KEY_FILE: optional(z.string()),
});

export interface KafkaConfig {
  /** Which library speaks with Kafka. */
  readonly client: 'kafkajs' | 'platformatic';
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** The consumer group that ingesters share the topic's partitions in. */
  readonly group: string;
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInSyncReplicas: number;
  readonly retentionMs: number;
  /** Files in PEM; null: no TLS. */
  readonly tls: { readonly caFile?: string; readonly certFile?: string; readonly keyFile?: string } | null;
  readonly sasl: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  } | null;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Address that readers' mail clients reach the collector at, without a slash at the end; null: the local one. */
  readonly publicUrl: string | null;
  /** An owner's key, where the operator set one. */
  readonly apiKey: string | null;
  /** Where the command line finds a running Readout. */
  readonly serverUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly eventLog: {
    readonly maxAgeMs: number;
    readonly maxBytes: number;
    readonly whenFull: 'refuse' | 'drop';
  };
  readonly collector: {
    /** CIDR ranges, addresses, or `loopback`. */
    readonly trustedProxies: readonly string[];
    readonly privacySignals: 'ignore' | 'anonymous' | 'skip';
    readonly addresses: 'truncate' | 'drop';
    /** Hits a second in the long run, for one address and for one publication; null: no limit. */
    readonly addressRate: number | null;
    readonly publicationRate: number | null;
    /** Connections held at one time by one address; null: no limit. */
    readonly addressConnections: number | null;
  };
  /** Requests to the API that one key or session may make in a minute, in one process; null: any number. */
  readonly requestsPerMinute: number | null;
  /** Most bytes of one file of an import. */
  readonly importMaxBytes: number;
  /** How long what comes after an open or a click may change its verdict, milliseconds; 0: not at all. */
  readonly settlesAfterMs: number;
  /** Whether publications may choose that single readers are looked at. */
  readonly allowsReaderHistory: boolean;
  /** Processes of a collector by itself, each with a log of its own. */
  readonly workers: number;
  /** Where a collector by itself sends its events on to; null: not set. */
  readonly kafka: KafkaConfig | null;
  /** Null: the embedded PGlite. */
  readonly databaseUrl: string | null;
  /** Null: the embedded chDB. */
  readonly clickhouse: {
    readonly url: string;
    readonly username: string;
    readonly password: string;
    readonly database: string;
    /** Who asks questions; null: the same as who writes. */
    readonly reader: { readonly username: string; readonly password: string } | null;
    /** Null: the server stands alone. */
    readonly cluster: string | null;
    /** PEM; null: the usual authorities. */
    readonly caFile: string | null;
  } | null;
  /** Null: there is no relay. */
  readonly relay: RelayConfig | null;
  readonly delivery: DeliveryConfig;
}

/** A setting that cannot be used. The message names every such variable, a line each, and no values. */
export class ConfigError extends Error {
  readonly code = 'INVALID_CONFIGURATION';
}

/**
 * Reads the configuration from environment variables.
 * @throws {ConfigError} naming the variables that are wrong and what they should be.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These settings cannot be used.\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const missing = [...missingForRelay(env), ...missingForDelivery(env)];
  if (missing.length > 0) throw new ConfigError(`These settings cannot be used.\n${missing.join('\n')}`);
  return {
    host: env.READOUT_HOST,
    port: env.READOUT_PORT,
    dataDirectory: resolve(env.READOUT_DATA_DIR),
    publicUrl: withoutSlash(env.READOUT_PUBLIC_URL) ?? null,
    apiKey: env.READOUT_API_KEY ?? null,
    serverUrl: withoutSlash(env.READOUT_URL) ?? `http://127.0.0.1:${env.READOUT_PORT}`,
    logLevel: env.READOUT_LOG_LEVEL,
    eventLog: {
      maxAgeMs: env.READOUT_LOG_RETENTION_DAYS * DAY_MS,
      maxBytes: env.READOUT_LOG_MAX_MB * MEBIBYTE,
      whenFull: env.READOUT_LOG_WHEN_FULL,
    },
    collector: {
      trustedProxies: env.READOUT_TRUSTED_PROXIES,
      privacySignals: env.READOUT_PRIVACY_SIGNALS,
      addresses: env.READOUT_ADDRESSES,
      addressRate: env.READOUT_ADDRESS_RATE || null,
      publicationRate: env.READOUT_PUBLICATION_RATE || null,
      addressConnections: env.READOUT_ADDRESS_CONNECTIONS || null,
    },
    requestsPerMinute: env.READOUT_API_RATE || null,
    importMaxBytes: env.READOUT_IMPORT_MAX_MB * MEBIBYTE,
    settlesAfterMs: env.READOUT_SETTLE_SECONDS * 1_000,
    allowsReaderHistory: env.READOUT_ALLOW_READER_HISTORY === 'on',
    workers: env.READOUT_WORKERS,
    kafka: env.KAFKA_BROKERS.length === 0 ? null : kafkaOf(env),
    databaseUrl: env.DATABASE_URL ?? null,
    clickhouse:
      env.CLICKHOUSE_URL === undefined
        ? null
        : {
            url: env.CLICKHOUSE_URL,
            username: env.CLICKHOUSE_USER,
            password: env.CLICKHOUSE_PASSWORD,
            database: env.CLICKHOUSE_DATABASE,
            reader:
              env.CLICKHOUSE_READ_USER === undefined
                ? null
                : { username: env.CLICKHOUSE_READ_USER, password: env.CLICKHOUSE_READ_PASSWORD },
            cluster: env.CLICKHOUSE_CLUSTER ?? null,
            caFile: env.CLICKHOUSE_CA_FILE ?? null,
          },
    relay: relayOf(env),
    delivery: deliveryOf(env),
  };
}

function kafkaOf(env: z.infer<typeof environment>): KafkaConfig {
  const { KAFKA_CA_FILE: caFile, KAFKA_CERT_FILE: certFile, KAFKA_KEY_FILE: keyFile } = env;
  const files = {
    ...(caFile === undefined ? undefined : { caFile }),
    ...(certFile === undefined ? undefined : { certFile }),
    ...(keyFile === undefined ? undefined : { keyFile }),
  };
  const mechanism = env.KAFKA_SASL_MECHANISM;
  return {
    client: env.KAFKA_CLIENT,
    brokers: env.KAFKA_BROKERS,
    group: env.KAFKA_GROUP,
    topic: env.KAFKA_TOPIC,
    partitions: env.KAFKA_PARTITIONS,
    replicationFactor: env.KAFKA_REPLICATION_FACTOR,
    minInSyncReplicas: env.KAFKA_MIN_IN_SYNC_REPLICAS,
    retentionMs: env.KAFKA_RETENTION_DAYS * DAY_MS,
    tls: env.KAFKA_TLS === 'on' ? files : null,
    sasl: mechanism === undefined ? null : { mechanism, username: env.KAFKA_USERNAME, password: env.KAFKA_PASSWORD },
  };
}

function withoutSlash(address: string | undefined): string | undefined {
  return address?.replace(/\/+$/, '');
}
